/// What opens an entry of a chronicle (大事记): a date, 同日 or 是月, with white space behind it.
enum EntryOpening {
    /// Words that stand in place of a date.
    private static let words: WordList = [
        "同日", "当日", "當日", "是日", "同月", "是月", "本月", "当月", "當月", "月内", "月初", "月中", "月底", "月末", "上旬", "中旬", "下旬",
        "是年", "本年", "当年", "同年", "年内", "年初", "年底", "年末",
    ]

    /// Whether a line opens an entry: 「10月3日 …」, 「11月2日—3日　…」, 「3—5日　…」, 「8月中旬 …」, 「同日 …」.
    static func opens(_ text: [Unicode.Scalar]) -> Bool {
        text.count > 2 && text[2].isBlank && words.begins(text) || isDated(text)
    }

    /// Whether a line begins with a day and a comma: 「1月16日，…」, which a wrapped sentence may as well.
    static func mayOpen(_ text: [Unicode.Scalar]) -> Bool {
        guard let (month, end) = Numeral.scan(text, at: 0), (1...12).contains(month) else { return false }
        var at = end
        while at < text.count, text[at].isBlank { at += 1 }
        guard at < text.count, text[at] == "月", let day = text[at...].prefix(16).firstIndex(of: "日"),
            day + 1 < text.count
        else { return false }
        return text[day + 1] == "，" || text[day + 1] == ","
    }

    private static func isDated(_ text: [Unicode.Scalar]) -> Bool {
        guard let (first, end) = Numeral.scan(text, at: 0), first > 0, end < text.count else { return false }
        switch text[end] {
        case "月": return first <= 12 && (dayFollows(text, end) || partFollows(text, end))
        case "日": return first <= 31 && isGap(text, from: end + 1)
        case "—", "－", "-", "–", "─", "至", "到", "～", "~":
            guard let (last, behind) = Numeral.scan(text, at: end + 1), (1...31).contains(last), first < last,
                behind < text.count, text[behind] == "日"
            else { return false }
            return isGap(text, from: behind + 1)
        default: return false
        }
    }

    /// 3日 behind 10月.
    private static func dayFollows(_ text: [Unicode.Scalar], _ month: Int) -> Bool {
        guard let day = text[month...].prefix(24).firstIndex(of: "日") else { return false }
        return isGap(text, from: day + 1)
    }

    /// White space, 上旬 or 份 behind 8月.
    private static func partFollows(_ text: [Unicode.Scalar], _ month: Int) -> Bool {
        var at = month + 1
        for part in ["上旬", "中旬", "下旬", "份", "初", "底", "末"] where text[at...].begins(with: part) {
            at += part.unicodeScalars.count
            break
        }
        return at < text.count && text[at].isBlank
    }

    /// Whether nothing but the rest of a range stands between a date and the white space behind it.
    private static func isGap(_ text: [Unicode.Scalar], from start: Int) -> Bool {
        var at = start
        while at < text.count, !text[at].isBlank, at - start < 11 {
            guard text[at].decimalDigit != nil || "—－-–至到月日～~".unicodeScalars.contains(text[at]) else { return false }
            at += 1
        }
        return at < text.count && text[at].isBlank
    }
}
