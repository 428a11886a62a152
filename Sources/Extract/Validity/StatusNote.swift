import Ingest

/// Reads a note that the document itself has ceased to hold: （此文件已于2017年12月30日宣布失效）, 本办法已废止.
enum StatusNote {
    /// What such a note says.
    struct Match: Equatable {
        /// The day of the act that ended it; nil where none is printed.
        var date: CalendarDate?
        /// 废止, 失效, 停止执行.
        var verb: String
        var range: Range<Int>
    }

    private static let subjects = ScalarWords("此文件 此件 该文件 本文件 此文 本文 该文 此通知 本通知 该通知 此办法 此规定 此意见 该规范性文件")
    private static let ends = ScalarWords("废止 失效 停止执行 停止施行 停止使用 作废")
    private static let manner = ScalarWords("已于 已经 已被 已 于 被 宣布 予以 现 自 起 自行 明令 全文 由 经")
    private static let longest = 60

    /// The note of a line; nil where it holds none, or where the sentence goes on to speak of something else.
    static func read(_ text: [Unicode.Scalar]) -> Match? {
        guard text.count <= 200, let subject = subjects.first(text, in: 0..<text.count) else { return nil }
        var cursor = subject.upperBound
        var date: CalendarDate?
        var isDone = false
        while cursor < text.count, cursor - subject.upperBound < longest {
            if let length = ends.match(text, at: cursor, before: text.count) {
                let end = cursor + length
                guard isDone || date != nil, end >= text.count || !text[end].isHan else { return nil }
                return Match(date: date, verb: text[cursor..<end].string, range: subject.lowerBound..<end)
            }
            if let found = CalendarDate.scan(text, at: cursor) {
                date = found.date
                cursor = found.end
            } else if let length = manner.match(text, at: cursor, before: text.count) {
                isDone = isDone || text[cursor] == "已" || text[cursor] == "宣" || text[cursor] == "被"
                cursor += length
            } else if text[cursor].isBlank || text[cursor].isComma {
                cursor += 1
            } else {
                return nil
            }
        }
        return nil
    }
}
