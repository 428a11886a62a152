/// Finds what is printed around the text of pages: the head and foot that come back on page after page, and those that
/// browsers print.
enum PageFurniture {
    /// Returns the indices of the lines that are heads or feet of their pages.
    static func lines(of lines: [SourceLine]) -> Set<Int> {
        let pages = Dictionary(grouping: lines.indices.filter { !lines[$0].isBlank }) { lines[$0].page ?? 0 }
        guard pages[0] == nil else { return [] }
        var found: Set<Int> = []
        var heads: [[Unicode.Scalar]: [Int]] = [:]
        var feet: [[Unicode.Scalar]: [Int]] = [:]
        for indices in pages.values {
            let printed = indices.filter { lines[$0].table == nil && !LineClassifier.isPageNumber(lines[$0].text) }
            guard let first = printed.first, let last = printed.last, printed.count > 2 || pages.count > 1 else {
                continue
            }
            if isBrowserHead(lines[first].text) { found.insert(first) }
            if isBrowserFoot(lines[last].text) { found.insert(last) }
            if isAtTop(lines[first]) { heads[key(lines[first]), default: []].append(first) }
            if isAtBottom(lines[last]) { feet[key(lines[last]), default: []].append(last) }
        }
        for (key, indices) in Array(heads) + Array(feet)
        where indices.count >= 3 && indices.count * 10 >= pages.count * 4 && isHead(key) {
            found.formUnion(indices)
        }
        return found
    }

    /// The characters but for numbers, which count pages.
    private static func key(_ line: SourceLine) -> [Unicode.Scalar] { line.squashed.filter { $0.decimalDigit == nil } }

    private static func isHead(_ text: [Unicode.Scalar]) -> Bool {
        (3...60).contains(text.count) && !text.contains { "。；".unicodeScalars.contains($0) }
    }

    private static func isAtTop(_ line: SourceLine) -> Bool { line.style?.box.map { $0.top < 0.12 } ?? false }
    private static func isAtBottom(_ line: SourceLine) -> Bool { line.style?.box.map { $0.bottom > 0.88 } ?? false }

    /// 「11/25/26, 9:10 AM　　某市人民政府门户网站」, 「2024/3/15 09:10　　…」: date, time, and the title of the page.
    static func isBrowserHead(_ text: [Unicode.Scalar]) -> Bool {
        let words = text.split(whereSeparator: \.isBlank).map { $0.filter { $0 != "," && $0 != "，" } }
        guard words.count >= 2 else { return false }
        let date = words[0].split { "/-.".unicodeScalars.contains($0) }
        let isDate =
            date.count == 3
            && date.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy { $0.decimalDigit != nil } }
        let isDateInHan = CalendarDate.scan(Array(words[0]), at: 0)?.end == words[0].count
        let time = words[1].drop { $0.isHan }.split { $0 == ":" || $0 == "：" }
        return (isDate || isDateInHan) && (2...3).contains(time.count)
            && time.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy { $0.decimalDigit != nil } }
    }

    /// 「https://www.example.gov.cn/art/1.html　　2/3」.
    static func isBrowserFoot(_ text: [Unicode.Scalar]) -> Bool {
        let words = text.split(whereSeparator: \.isBlank)
        guard let first = words.first else { return false }
        let isAddress = ["http://", "https://", "file://", "about:"].contains { Array(first).begins(with: $0) }
        guard isAddress, let last = words.last else { return false }
        let count = last.split(separator: "/", omittingEmptySubsequences: false)
        return words.count == 1
            || count.count == 2 && count.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.decimalDigit != nil } }
    }
}
