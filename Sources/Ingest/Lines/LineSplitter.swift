/// Cuts a text into its lines.
enum LineSplitter {
    /// The lines, ended by `\n`, `\r\n` or `\r`.
    ///
    /// A form feed begins a page; the pages of a text without any are unknown.
    static func lines(of text: [Unicode.Scalar]) -> [SourceLine] {
        let hasPages = text.contains("\u{0C}")
        var lines: [SourceLine] = []
        var current: [Unicode.Scalar] = []
        var page = 1
        var at = 0
        func finish() {
            if hasPages, current.first == "\u{0C}" { page += 1 }
            lines.append(SourceLine(number: lines.count + 1, scalars: current, page: hasPages ? page : nil))
            if hasPages { page += current.dropFirst().count { $0 == "\u{0C}" } }
            current = []
        }
        while at < text.count {
            switch text[at] {
            case "\n": finish()
            case "\r":
                finish()
                if at + 1 < text.count, text[at + 1] == "\n" { at += 1 }
            default: current.append(text[at])
            }
            at += 1
        }
        if !current.isEmpty { finish() }
        return lines
    }
}
