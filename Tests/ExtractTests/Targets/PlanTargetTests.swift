import Testing

@testable import Extract
@testable import Ingest

/// Sentences in the manner of provincial plans and work reports: what is a goal in them, and what is none.
@Suite struct PlanTargetTests {
    @Test("goals of provincial plans", arguments: cases)
    func goals(_ given: TargetCase) {
        let context = TargetContext(defaultYear: given.inherits, documentYear: given.year)
        let found = TargetGrammar.targets(in: Array(given.text.unicodeScalars), context: context)
        #expect(found.map(\.line) == given.expected)
    }

    private static let cases: [TargetCase] = [
        TargetCase(
            "到2025年，全省地区生产总值突破6万亿元，年均增长6%左右。", year: 2021, inherits: nil,
            ["地区生产总值 > 6万亿元 2025", "地区生产总值年均增长 ~ 6% 2025"]),
        TargetCase(
            "到2025年，常住人口城镇化率达到65%，户籍人口城镇化率达到40%以上。", year: 2021, inherits: nil,
            ["常住人口城镇化率 >= 65% 2025", "户籍人口城镇化率 >= 40% 2025"]),
        TargetCase(
            "到2023年，培育省级以上专精特新企业500家以上，新增上市公司10家。", year: 2021, inherits: nil,
            ["培育省级以上专精特新企业 >= 500家 2023", "新增上市公司 = 10家 2023"]),
        TargetCase(
            "城镇调查失业率控制在5.5%以内。", year: 2021, inherits: nil,
            ["城镇调查失业率 <= 5.5%"]),
        TargetCase(
            "居民消费价格涨幅3%左右。", year: 2021, inherits: nil,
            ["居民消费价格涨幅 ~ 3%"]),
        TargetCase(
            "单位地区生产总值能耗下降3%左右，主要污染物排放量继续下降。", year: 2021, inherits: nil,
            ["单位地区生产总值能耗下降 ~ 3%"]),
        TargetCase(
            "粮食产量保持在1.3万亿斤以上。", year: 2021, inherits: nil,
            ["粮食产量 >= 1.3万亿斤"]),
        TargetCase(
            "到2025年，森林覆盖率提高到24.1%。", year: 2021, inherits: nil,
            ["森林覆盖率 = 24.1% 2025"]),
        TargetCase(
            "新建高标准农田100万亩。", year: 2021, inherits: nil,
            ["新建高标准农田 = 100万亩"]),
        TargetCase(
            "城镇新增就业40万人以上。", year: 2021, inherits: nil,
            ["城镇新增就业 >= 40万人"]),
        TargetCase(
            "力争到2022年底，5G基站数量达到2万个，重点区域实现5G网络全覆盖。", year: 2021, inherits: nil,
            ["5G基站数量 >= 2万个 2022"]),
        TargetCase(
            "财政科技支出占比由3.2%提高到5%。", year: 2021, inherits: nil,
            ["财政科技支出占比 = 5% from 3.2"]),
        TargetCase(
            "空气质量优良天数比率达到87.5%，PM2.5平均浓度降至35微克/立方米以下。", year: 2021, inherits: nil,
            ["空气质量优良天数比率 >= 87.5%", "PM2.5平均浓度 <= 35微克/立方米"]),
        TargetCase(
            "九年义务教育巩固率、高中阶段毛入学率分别达到96%、93%以上。", year: 2021, inherits: nil,
            ["九年义务教育巩固率 >= 96%", "高中阶段毛入学率 >= 93%"]),
        TargetCase(
            "2020年，全市生产总值完成6571亿元，增长0.8%。", year: 2021, inherits: nil,
            []),
        TargetCase(
            "“十三五”期间，累计建成高标准农田200万亩。", year: 2021, inherits: nil,
            []),
        TargetCase(
            "对符合条件的企业给予不超过100万元补助。", year: 2021, inherits: nil,
            []),
        TargetCase(
            "按照每人每年50元的标准给予补贴。", year: 2021, inherits: nil,
            []),
        TargetCase(
            "处5000元以上2万元以下罚款。", year: 2021, inherits: nil,
            []),
        TargetCase(
            "建筑面积超过5000平方米的项目应当进行评估。", year: 2021, inherits: nil,
            []),
        TargetCase(
            "改造老旧小区300个，惠及居民10万户。", year: 2021, inherits: nil,
            ["改造老旧小区 = 300个", "惠及居民 = 10万户"]),
        TargetCase(
            "确保全年完成投资500亿元以上，同比增长10%。", year: 2021, inherits: nil,
            ["完成投资 >= 500亿元", "投资500亿元以上增长 = 10%"]),
        TargetCase(
            "地区生产总值增长6%以上；一般公共预算收入增长5%；固定资产投资增长8%左右；社会消费品零售总额增长7%；居民收入增长与经济增长基本同步。", year: 2021, inherits: nil,
            ["地区生产总值增长 >= 6%", "一般公共预算收入增长 = 5%", "固定资产投资增长 ~ 8%", "社会消费品零售总额增长 = 7%"]),
        TargetCase(
            "到2024年底前，全面完成50个重点村改造。", year: 2021, inherits: nil,
            ["全面完成重点村改造 = 50个 2024"]),
        TargetCase(
            "全社会研发经费投入年均增长7%以上，力争投入强度高于全国平均水平。", year: 2021, inherits: nil,
            ["全社会研发经费投入年均增长 >= 7%"]),
        TargetCase(
            "农村自来水普及率达到百分之九十以上。", year: 2021, inherits: nil,
            ["农村自来水普及率 >= 90%"]),
        TargetCase(
            "2021年底前，政务服务事项网上可办率达到100%。", year: 2021, inherits: nil,
            ["政务服务事项网上可办率 >= 100% 2021"]),
        TargetCase(
            "每千人口拥有3岁以下婴幼儿托位数达到4.5个。", year: 2021, inherits: nil,
            ["每千人口拥有3岁以下婴幼儿托位数 >= 4.5个"]),
        TargetCase(
            "到2025年，人均预期寿命提高到79岁，每千常住人口执业（助理）医师数达到3.2人。", year: 2021, inherits: nil,
            ["人均预期寿命 = 79岁 2025", "每千常住人口执业（助理）医师数 >= 3.2人 2025"]),
        TargetCase(
            "规模以上工业增加值增速保持在6%—7%。", year: 2021, inherits: nil,
            ["规模以上工业增加值增速 range 6%"]),
        TargetCase(
            "煤炭消费总量较2020年下降10%。", year: 2021, inherits: nil,
            ["煤炭消费总量下降 = 10%"]),
        TargetCase(
            "力争引进项目100个、到位资金200亿元。", year: 2021, inherits: nil,
            ["引进项目 = 100个", "到位资金 = 200亿元"]),
        TargetCase(
            "建设充电桩不少于1000个，换电站5座。", year: 2021, inherits: nil,
            ["建设充电桩 >= 1000个", "建设换电站 = 5座"]),
        TargetCase(
            "万元GDP用水量下降到60立方米以下。", year: 2021, inherits: nil,
            ["万元GDP用水量 <= 60立方米"]),
        TargetCase(
            "到2025年末，全市公共充电桩保有量达到3万根，车桩比优于3:1。", year: 2021, inherits: nil,
            ["公共充电桩保有量 >= 3万根 2025"]),
        TargetCase(
            "力争到2023年，规上工业总产值实现翻一番。", year: 2021, inherits: nil,
            []),
        TargetCase(
            "全年旅游总收入突破1000亿元大关。", year: 2021, inherits: nil,
            ["旅游总收入 > 1000亿元"]),
        TargetCase(
            "推动研发经费投入占GDP比重达2.5%。", year: 2021, inherits: nil,
            ["研发经费投入占GDP比重 >= 2.5%"]),
        TargetCase(
            "2022年，新增国家级高新技术企业150家，总数突破800家。", year: 2021, inherits: nil,
            ["新增国家级高新技术企业 = 150家 2022", "总数 > 800家 2022"]),
        TargetCase(
            "建成区绿化覆盖率稳定在41%以上，人均公园绿地面积达到14.5平方米。", year: 2021, inherits: nil,
            ["建成区绿化覆盖率 >= 41%", "人均公园绿地面积 >= 14.5平方米"]),
        TargetCase(
            "确保居民医保参保率稳定在95%以上，住院费用报销比例达到70%左右。", year: 2021, inherits: nil,
            ["居民医保参保率 >= 95%"]),
        TargetCase(
            "农作物秸秆综合利用率达90%以上，化肥农药使用量实现负增长。", year: 2021, inherits: nil,
            ["农作物秸秆综合利用率 >= 90%"]),
        TargetCase(
            "全市生活垃圾回收利用率达到35%，城市污水处理率达到98%，农村生活污水治理率达到45%。", year: 2021, inherits: nil,
            ["生活垃圾回收利用率 >= 35%", "城市污水处理率 >= 98%", "农村生活污水治理率 >= 45%"]),
        TargetCase(
            "“十四五”期间，年均新增就业8万人以上，累计开展职业技能培训50万人次。", year: 2021, inherits: nil,
            ["年均新增就业 >= 8万人 2025", "累计开展职业技能培训 = 50万人次 2025"]),
        TargetCase(
            "到“十五”期末，全县人均纯收入达到3000元。", year: 2021, inherits: nil,
            []),
        TargetCase(
            "2021年完成造林绿化30万亩，其中人工造林10万亩、封山育林20万亩。", year: 2021, inherits: nil,
            ["完成造林绿化 = 30万亩 2021", "人工造林 = 10万亩 2021", "封山育林 = 20万亩 2021"]),
        TargetCase(
            "压减一般性支出不低于10%，“三公”经费下降5%以上。", year: 2021, inherits: nil,
            ["压减一般性支出 >= 10%", "“三公”经费下降 >= 5%"]),
        TargetCase(
            "企业开办时间压缩至1个工作日以内，一般登记办理时间由5个工作日压缩至3个工作日。", year: 2021, inherits: nil,
            ["企业开办时间 <= 1个工作日", "一般登记办理时间 = 3个工作日 from 5"]),
        TargetCase(
            "力争全年实际利用外资增长10%以上，进出口总额增长5%左右。", year: 2021, inherits: nil,
            ["实际利用外资增长 >= 10%", "进出口总额增长 ~ 5%"]),
        TargetCase(
            "到2025年，建成5个以上产值超百亿元的产业集群。", year: 2021, inherits: nil,
            ["建成产值超百亿元的产业集群 >= 5个 2025"]),
        TargetCase(
            "新建、改扩建公办幼儿园20所，新增学位6000个。", year: 2021, inherits: nil,
            ["新建、改扩建公办幼儿园 = 20所", "新增学位 = 6000个"]),
        TargetCase(
            "重点监控企业100%安装在线监测设备。", year: 2021, inherits: nil,
            ["重点监控企业安装在线监测设备 = 100%"]),
        TargetCase(
            "每个乡镇至少建成1所公办中心幼儿园。", year: 2021, inherits: nil,
            ["每个乡镇至少建成公办中心幼儿园 >= 1所"]),
        TargetCase(
            "全省培训农民工120万人次，其中贫困劳动力不少于20万人次。", year: 2021, inherits: nil,
            ["培训农民工 = 120万人次", "贫困劳动力 >= 20万人次"]),
        TargetCase(
            "用3年时间，全面完成2000年底前建成的老旧小区改造。", year: 2021, inherits: nil,
            []),
        TargetCase(
            "本办法所称大型企业，是指年营业收入4亿元以上的企业。", year: 2021, inherits: nil,
            []),
        TargetCase(
            "申请人应当自收到通知之日起15日内补正材料，逾期超过30日的视为放弃。", year: 2021, inherits: nil,
            []),
        TargetCase(
            "我市现有A级景区32家，2020年接待游客500万人次。", year: 2021, inherits: nil,
            []),
        TargetCase(
            "按照每户不超过3万元的标准给予一次性补助，最高不超过50万元。", year: 2021, inherits: nil,
            []),
        TargetCase(
            "会议室面积不少于50平方米的，可申请认定。", year: 2021, inherits: nil,
            []),
        TargetCase(
            "大力推进“百千万工程”，建设10个县级示范点、100个镇级示范点、1000个村级示范点。", year: 2021, inherits: nil,
            ["建设县级示范点 = 10个", "建设镇级示范点 = 100个", "建设村级示范点 = 1000个"]),
        TargetCase(
            "规模以上工业增加值年均增长8%以上，其中高技术制造业增加值占比提高3个百分点。", year: 2021, inherits: nil,
            ["规模以上工业增加值年均增长 >= 8%", "高技术制造业增加值占比提高 = 3个百分点"]),
        TargetCase(
            "到2030年，碳排放强度比2005年下降65%以上，非化石能源消费比重达到25%左右，森林蓄积量达到1.2亿立方米。", year: 2021, inherits: nil,
            ["碳排放强度下降 >= 65% 2030", "非化石能源消费比重 ~ 25% 2030", "森林蓄积量 >= 1.2亿立方米 2030"]),
        TargetCase(
            "失业人员再就业2万人，困难人员就业5000人，登记失业率控制在4.5%以内。", year: 2021, inherits: nil,
            ["失业人员再就业 = 2万人", "困难人员就业 = 5000人", "登记失业率 <= 4.5%"]),
        TargetCase(
            "实施重点技改项目60个，完成投资80亿元。", year: 2021, inherits: nil,
            ["实施重点技改项目 = 60个", "完成投资 = 80亿元"]),
        TargetCase(
            "群众安全感满意度保持在98%以上。", year: 2021, inherits: nil,
            ["群众安全感满意度 >= 98%"]),
        TargetCase(
            "到2022年，农业科技进步贡献率达到61.5%；主要农作物耕种收综合机械化率达到75%；农产品加工业产值与农业总产值比达到2.5:1。", year: 2021, inherits: nil,
            ["农业科技进步贡献率 >= 61.5% 2022", "主要农作物耕种收综合机械化率 >= 75% 2022"]),
    ]
}

/// The year that goals take from what stands above them.
@Suite struct InheritedYearTests {
    @Test("a sentence above a list sets its year, before the title does")
    func leadIn() throws {
        let text = """
            某市国民经济和社会发展第十四个五年规划和2035年远景目标纲要任务分工方案
            为确保纲要有效实施，制定本方案。
            一、主要指标
            到2024年，主要指标如下：
            1.常住人口城镇化率达到63%以上。
            2.森林覆盖率达到30%以上。
            二、其他
            1.建成公园50个以上。
            """
        let issue = try GazetteReader().read(Array(text.utf8), path: "a.txt")
        let targets = Extractor.extract(issue).documents.flatMap(\.targets)
        #expect(targets.map { "\($0.indicator) \($0.year ?? 0)" } == ["常住人口城镇化率 2024", "森林覆盖率 2024", "建成公园 2025"])
    }

    @Test(
        "a year that a sentence above a list only mentions is not that of the list",
        arguments: ["经2023年第5次常务会议研究，现将有关事项通知如下：", "根据《某规划（2021—2030年）》，现将有关事项通知如下：", "2023年5月6日，会议确定以下事项："])
    func mention(_ sentence: String) throws {
        let text = """
            某市人民政府关于推进公园建设的通知
            各区人民政府：
            \(sentence)
            1.建成公园50个以上。
            某市人民政府
            2026年1月5日
            """
        let issue = try GazetteReader().read(Array(text.utf8), path: "a.txt")
        let targets = Extractor.extract(issue).documents.flatMap(\.targets)
        #expect(targets.map(\.year) == [nil])
    }

    @Test(
        "plans in full set their last year, visions none",
        arguments: [
            ("第十四个五年规划和2035年远景目标纲要", 2025), ("“十四五”规划", 2025), ("2026年重点工作安排", 2026), ("2035年远景目标纲要", nil),
        ] as [(String, Int?)])
    func titles(_ title: String, _ year: Int?) {
        #expect(DefaultYear.year(in: title) == year)
    }
}
