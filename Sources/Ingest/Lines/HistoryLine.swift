/// Lines that tell how a law came about, below its title: 「2014年1月22日 某省第十四届人民代表大会第二次会议通过」,
/// 「1.中華民國七十三年十二月三日行政院新聞局令訂定發布全文 20 條」.
enum HistoryLine {
    private static let acts: WordList = [
        "通过", "公布", "发布", "颁布", "修正", "修订", "修改", "批准", "施行", "制定", "订定", "废止", "公告", "实施", "增订", "删除",
    ]

    /// Whether a line begins with a day, its number in the list before it or not.
    static func opensWithDay(_ text: [Unicode.Scalar]) -> Bool {
        CalendarDate.scan(text, at: dayStart(text)) != nil
    }

    /// Whether a line is an entry by itself: a day, and what was done on it.
    static func isEntry(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count <= 260, text.last != "。", text.last != "：", text.last != ":", opensWithDay(text) else {
            return false
        }
        // The number of an entry in its list tells as much as the act, which may stand on the next line.
        return acts.occurs(in: text) || Label.scan(text)?.shape == .arabic
    }

    /// Where the day of an entry begins: behind 「1.」 or 「根据」.
    private static func dayStart(_ text: [Unicode.Scalar]) -> Int {
        if text.begins(with: "根据") { return 2 }
        guard let label = Label.scan(text), label.shape == .arabic else { return 0 }
        var at = label.end
        while at < text.count, text[at].isBlank { at += 1 }
        return at
    }

    /// What stands between the title and the text of a law in collections, by itself on its line.
    static let captions: WordList = ["命令", "法律", "宪法", "沿革内容", "行政规则", "法规命令"]
}
