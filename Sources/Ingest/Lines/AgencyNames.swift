/// The words with which names of public bodies end.
///
/// Data for telling signatures and letterheads from other short lines.
public enum AgencyNames {
    /// Longer endings first is not needed: any of them will do.
    public static let endings = [
        "人民政府", "政府", "委员会", "办公室", "办公厅", "人民法院", "检察院", "常委会", "常务委员会", "管委会", "管理委员会", "国务院",
        "局", "委", "厅", "部", "署", "院", "会", "社", "馆", "中心", "总队", "支队", "领导小组", "指挥部", "司令部", "集团", "公司", "处", "站",
        "区", "县", "市", "研究室", "联合会", "总工会", "协会", "银行", "省", "大学", "学院", "办", "團體", "委員會", "辦公室", "辦公廳", "廳",
        "會", "團", "館", "局長", "司", "大队", "支行", "分行", "管理局", "税务局", "海关", "学校", "医院", "党组", "党委",
    ]

    private static let ends = WordList(endings)

    /// Whether a text is nothing but the ending of a name: 管委会, 人民政府, 局.
    public static func isBareEnding(_ text: some RandomAccessCollection<Unicode.Scalar>) -> Bool { ends.has(text) }

    /// Whether a name ends as names of public bodies do; brackets behind it are passed over.
    public static func endsLikeAgency(_ name: some RandomAccessCollection<Unicode.Scalar>) -> Bool {
        var text = Array(name)
        guard !text.contains(where: { "，。：；:;".unicodeScalars.contains($0) }) else { return false }
        if let last = text.last, last == "）" || last == ")",
            let open = text.lastIndex(where: { $0 == "（" || $0 == "(" })
        {
            text = open == 0 ? Array(text.dropFirst().dropLast()) : Array(text[..<open])
        }
        return text.count >= 2 && ends.ends(text)
    }
}
