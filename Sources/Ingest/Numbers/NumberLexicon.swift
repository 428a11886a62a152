/// Words around document numbers.
///
/// From GB/T 9704 and the gazettes of the State Council, ministries, provinces, Macao and Taiwan. Sets of scalars,
/// since numbers are found by scanning scalars.
enum NumberLexicon {
    private static func words(_ list: String) -> Set<[Unicode.Scalar]> {
        Set(list.split(separator: " ").map { Array($0.unicodeScalars) })
    }

    /// Kinds that carry a number behind them: 财政部公告2019年第39号.
    static let numberedKinds = words("公告 通告 公报 公報")

    /// Kinds that follow the number: 第541号令, 第12/2003號法律.
    static let kindsBehindNumber = words(
        "令 公告 通告 法律 法令 决议 決議 训令 訓令 批示 行政法规 行政法規 行政命令 部令 政府令 省政府令 市政府令 国务院令 主席令")

    /// Offices whose rulings are named behind the number: 第7/2004號行政長官批示.
    static let officesBehindNumber: [[Unicode.Scalar]] = [
        "行政長官", "行政长官", "保安司", "經濟財政司", "经济财政司", "社會文化司", "社会文化司", "運輸工務司", "运输工务司", "行政法務司", "行政法务司", "立法會", "立法会",
        "澳督",
    ].map {
        Array($0.unicodeScalars)
    }

    /// What such an office gives.
    static let rulings = words("批示 决议 決議 公告 命令")

    static let longestKind = 12

    /// Words that stand before a code and never in one.
    static let stopWords: [[Unicode.Scalar]] = [
        "你院", "我院", "你部", "我部", "你局", "我局", "你厅", "我厅", "你委", "我委", "你市", "你省", "你区", "你县", "你会", "我会", "你行", "你校",
        "你单位", "请示", "报告", "来函", "来文", "复函", "函询",
        "根据", "根據", "依据", "依據", "按照", "依照", "遵照", "参照", "參照", "贯彻", "贯彻落实", "落实", "执行", "執行", "印发", "印發",
        "转发", "轉發", "下发", "发布", "發布", "公布", "颁布", "頒布", "文件", "文号", "字号", "通知", "意见", "精神", "废止", "廢止", "同时",
        "以及", "详见", "参见", "关于", "依", "查", "业经", "業經", "符合", "违反", "修改", "修订", "所附", "原有", "即", "的", "了", "以",
        "由", "及", "见", "見", "据", "據", "按", "是", "等", "把", "被", "并", "號", "号", "该", "該", "此", "其", "又", "或", "则", "者",
        "之", "用", "年", "月", "日", "附", "奉", "與", "与",
    ].map { Array($0.unicodeScalars) }

    /// The same by first character, in the order of the list.
    static let stopWordsByFirst = ScalarMap(Dictionary(grouping: stopWords) { $0.first ?? " " })

    /// Words that join or introduce a code, but also begin names of places: they count only where nothing runs on before.
    static let softStops: Set<Unicode.Scalar> = [
        "和", "原", "经", "經", "将", "將", "从", "於", "于", "在", "对", "為", "为", "自", "各",
    ]

    /// Words of codes and names that begin with one of them.
    static let softWords: [[Unicode.Scalar]] = ["经济", "经信", "经贸", "经管", "经开", "自然", "对外", "各界"].map {
        Array($0.unicodeScalars)
    }

    /// Codes of two characters, so that 原国发 is read as 国发 and 原政发 stays whole.
    static let shortCodes = words("国发 中发 国函 财税 财会 财建 法发 法释 银发 国办 中办")

    /// Ends of full names that may stand before a code: 国务院国发〔2005〕18号.
    static let nameEnds: [[Unicode.Scalar]] = ["人民政府", "市政府", "省政府", "办公厅", "办公室", "辦公室", "国务院", "國務院", "委员会", "委員會"]
        .map {
            Array($0.unicodeScalars)
        }

    /// What keeps a full name before it: 人民政府公告〔2020〕5号.
    static let keepsName = words("令 公告 通告 公报 函 决定")
}
