/// Reads the tables of words that `pdftotext -tsv` and `tesseract … tsv` print.
///
/// Both have twelve columns: level, page, four counters, left, top, width, height, confidence, text. Level 1 is a page, 5 a
/// word; the levels between repeat what the words' boxes say. A row that has not these columns is left out.
enum WordTable {
    /// The pages, in order.
    ///
    /// - Parameter scale: What one unit of the table is, in points.
    static func pages(in table: [UInt8], scale: Double = 1) -> [PlacedPage] {
        var pages: [PlacedPage] = []
        for row in table.split(separator: 0x0A) {
            let fields = row.split(separator: 0x09, maxSplits: 11, omittingEmptySubsequences: false)
            guard fields.count == 12, let level = integer(fields[0]), level == 1 || level == 5,
                let box = box(fields[6...9], scale: scale)
            else { continue }
            if level == 1 {
                pages.append(PlacedPage(width: box.width, height: box.height, words: []))
            } else if !pages.isEmpty {
                let text = String(decoding: fields[11], as: UTF8.self).unicodeScalars
                // A white space inside, which only a broken font can give, parts words as any other does.
                for part in text.split(whereSeparator: \.isBlank) where !part.allSatisfy(isControl) {
                    let scalars = part.filter { !isControl($0) }
                    pages[pages.count - 1].words.append(PlacedWord(text: Array(scalars), box: box))
                }
            }
        }
        for index in pages.indices { pages[index].markUpright() }
        return pages
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    private static func integer(_ field: ArraySlice<UInt8>) -> Int? { Int(String(decoding: field, as: UTF8.self)) }

    /// A box of left, top, width and height; nil unless all are numbers that a page can have.
    private static func box(_ fields: ArraySlice<ArraySlice<UInt8>>, scale: Double) -> Box? {
        let numbers = fields.compactMap { Double(String(decoding: $0, as: UTF8.self)) }
            .map { min(max($0.isFinite ? $0 * scale : 0, -largest), largest) }
        guard numbers.count == 4 else { return nil }
        return Box(
            left: numbers[0], top: numbers[1], right: numbers[0] + max(0, numbers[2]),
            bottom: numbers[1] + max(0, numbers[3]))
    }

    /// Far beyond the largest page of the format (14 400 points), and small enough to count with.
    private static let largest = 1e6
}
