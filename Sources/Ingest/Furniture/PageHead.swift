/// What web pages and gazettes print above a file's first document: the office's name, links, 「发布时间：…」.
enum PageHead {
    /// Whether lines are nothing but that: few, short, and no sentences.
    static func isWhole(_ lines: [SourceLine]) -> Bool {
        guard lines.count <= 12 else { return false }
        return lines.allSatisfy { line in
            let text = line.squashed
            return line.width <= 60 && Label.scan(line.text) == nil && line.table == nil
                && !text.contains(where: { "。；，".unicodeScalars.contains($0) })
        }
    }
}
