import Ingest

/// Words of which names of public bodies are made.
///
/// Grown from the offices that State Council, provinces, cities and counties list; a domain expert edits this file.
enum UnitWords {
    /// Words that end the name of a unit.
    static let suffixes = [
        "局", "委", "办", "厅", "部", "署", "院", "会", "社", "馆", "中心", "队", "处", "站", "所", "室", "协", "联", "团", "行", "府",
        "集团", "公司", "企业", "单位", "部门", "机构", "学校", "大学", "学院", "高校", "院校", "医院", "银行", "街道", "乡镇", "办事处",
        "专班", "小组", "指挥部", "园区", "开发区", "海关", "法院", "检察院", "总台", "台", "报社", "党校", "党组", "地区", "群团", "兵团", "司",
        "校", "庭", "营管部", "政府", "委员会", "协会", "商会", "工会", "基金会", "联合会", "促进会", "片区", "新区", "示范区", "经济区", "保税区",
        "机关", "政协", "人大", "市委", "省委", "区委", "县委", "党委", "工委", "纪委", "监委", "试点城市", "电网", "电信", "移动", "联通", "铁塔",
        "局等", "州", "盟", "旗", "區", "縣", "局處", "廳", "會", "團", "署等", "各镇", "各县", "各区", "各市", "街办", "管委", "国资", "农商行", "门",
        "主体", "城市", "省份", "领域", "媒体", "医保", "军分区", "警备区", "人武部", "气象台", "供销", "总公司", "营业部", "分会",
    ]

    /// Words by which an element stands for many units.
    static let groupWords = [
        "各", "有关", "相关", "其他", "涉及", "成员单位", "部门", "单位", "街道", "乡镇", "企业", "高校", "院校", "试点", "所属", "属地", "县（市",
        "县(市", "市县", "区县", "两级", "地区", "机构", "各級", "有關",
    ]

    /// Words for kinds of places and for what governs them, longer ones first: of these the names of groups of places are
    /// made (各省、自治区、直辖市人民政府; 各市（地）政府（行署）).
    static let placeKinds = [
        "人民政府", "行政公署", "街道办事处", "地区行署", "计划单列市", "管委会", "办事处", "政府", "行署", "公署", "自治区", "自治州", "自治县", "自治旗", "直辖市",
        "直管市", "直管县", "省直管", "设区市", "市辖区", "地级市", "县级市", "林区", "地区", "街道", "乡镇", "镇街", "街镇", "党委", "省级", "市级", "县级",
        "区级",
        "设区的市", "地级以上市", "省", "市", "县", "区", "州", "盟", "旗", "乡", "镇", "地", "街",
    ]

    /// Marks of a jurisdiction that open a unit's name and are shared by the units listed behind it.
    static let jurisdictions = ["自治区", "自治州", "市", "省", "区", "县", "州", "盟", "旗", "镇", "乡", "團", "師"]

    /// Words that begin with the mark of a jurisdiction and are none: 市场监管局, 市政公用局, 区域合作办.
    static let falseJurisdictions = [
        "市场", "市政公用", "市政工程", "市政管理", "市政设施", "市政园林", "市政局", "市政市容", "市政和", "市容", "市民中心", "市域", "市县", "市级", "市直",
        "市属", "区域", "区划", "区块", "区县", "区级", "区直", "区属", "县域", "县级", "县直", "县属", "省级", "省直", "省际", "省属", "州级", "州直",
        "镇街", "乡镇",
        "乡村振兴", "乡村", "县区", "市場", "旗县", "市、", "区、", "县、", "县（", "区（", "市（", "市辖", "州市",
    ]

    /// Beginnings of names that stand by themselves, whatever is listed before them.
    static let selfStanding = [
        "国家", "全国", "中国", "中央", "中共", "中华", "国务院", "最高", "团市委", "团省委", "团区委", "团县委", "共青团", "驻", "武警", "各", "有关", "相关",
        "其他", "涉及", "人民银行", "自贸", "试点", "所在", "属地", "综合保税", "省市", "团委", "上级", "本", "國家", "行政院", "中直", "央企",
    ]

    /// Party organs: behind one of a committee they take the committee's name (市委组织部、宣传部).
    static let partyOrgans = [
        "组织部", "宣传部", "统战部", "政法委", "网信办", "编办", "社会工作部", "金融办", "台办", "外办", "老干部局", "巡察办", "巡视办", "党校", "改革办", "财经办",
        "国安办", "军民融合办", "机要局", "保密办", "研究室", "直属机关工委", "农办", "教育工委", "审计办", "平安办", "政研室", "党史研究室",
    ]

    /// Names of whole organisations that take no mark of a jurisdiction from the list they stand in.
    static let wholeSuffixes = [
        "政府", "管委会", "管理委员会", "有限公司", "有限责任公司", "股份公司", "大学", "学院", "医院", "海关", "街道办事处", "机场", "开发区", "园区", "新区", "片区",
        "示范区", "经济区", "保税区", "高新区", "街道", "乡镇", "企业", "单位", "部门", "机构", "院校", "院所", "高校", "专班", "各地区", "铁路局", "管理局集团",
        "地区",
    ]

    /// Suffixes of companies whose short names share the place name of the company listed before.
    static let companySuffixes = ["集团", "公司", "燃气", "水务", "热力", "地铁"]

    /// Words that no unit's name holds: text around them is a sentence.
    static let stopWords = [
        "由", "将", "并", "以上", "以下", "详见", "参见", "见附", "简称", "下同", "例如", "按照", "应当", "不得", "可以", "%", "％", "被", "让", "把",
        "的",
        "了", "是", "如果", "对于", "负责人", "主持", "予以", "进行", "提供", "以及其他",
    ]

    // MARK: The same, for asking

    static let unitEnds = WordList(suffixes)
    static let wholeEnds = WordList(wholeSuffixes)
    static let aloneBegins = WordList(selfStanding)
    static let noJurisdictions = WordList(falseJurisdictions)
    static let sentenceWords = WordList(stopWords)
}
