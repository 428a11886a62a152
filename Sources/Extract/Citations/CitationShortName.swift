import Ingest

/// The short name that the text gives to an instrument right behind it: （以下简称《条例》）, （国发〔2014〕60号，以下简称“意见”）.
enum CitationShortName {
    private static let words = ScalarWords("以下简称为 以下统称为 以下简称 以下统称 以下称为 以下称 以下簡稱 以下統稱 以下稱 下称 下稱 简称 簡稱")
    private static let reach = 60
    private static let longest = 24

    /// - Parameter end: Where title and number end.
    static func read(_ text: [Unicode.Scalar], behind end: Int) -> String? {
        let limit = min(text.count, end + reach)
        var index = end
        while index < limit, text[index].isBlank || "（(）),，、".unicodeScalars.contains(text[index]) { index += 1 }
        guard let length = words.match(text, at: index, before: limit) else { return nil }
        index += length
        while index < limit, text[index].isBlank || text[index] == "：" || text[index] == ":" { index += 1 }
        var start = index
        while index < limit, !"）)，,。；、".unicodeScalars.contains(text[index]), index - start < longest { index += 1 }
        var stop = index
        if start < stop, "《“「\"".unicodeScalars.contains(text[start]) { start += 1 }
        if start < stop, "》”」\"".unicodeScalars.contains(text[stop - 1]) { stop -= 1 }
        return start < stop ? text.compact(start..<stop) : nil
    }
}
