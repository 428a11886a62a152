/// The words that `pdftotext -tsv` prints: a line each, with page, place and text in columns parted by tabs.
enum PDFWords {
    /// The words of each page.
    static func pages(of table: [UInt8]) -> [[WordBox]] {
        var pages: [[WordBox]] = []
        for line in table.split(separator: 0x0A) {
            let fields = line.split(separator: 0x09, maxSplits: 11, omittingEmptySubsequences: false)
            guard fields.count == 12, let page = number(fields[1]).map({ Int($0) }), page >= 1, page <= 100_000 else {
                continue
            }
            while pages.count < page { pages.append([]) }
            guard number(fields[0]) == 5, let left = number(fields[6]), let top = number(fields[7]),
                let width = number(fields[8]), let height = number(fields[9])
            else { continue }
            let text = Array(String(decoding: fields[11], as: UTF8.self).unicodeScalars)
            pages[page - 1].append(
                WordBox(text: text, left: left, top: top, right: left + width, bottom: top + height))
        }
        return pages
    }

    private static func number(_ field: ArraySlice<UInt8>) -> Double? { Double(String(decoding: field, as: UTF8.self)) }
}
