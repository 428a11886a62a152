import Foundation

/// Reads pages that are images: `pdftoppm` draws them, `tesseract` recognises Simplified Chinese on them.
struct PageRecogniser: Sendable {
    let runner: ProgramRunner

    /// Dots per inch; tesseract's recognition is best where a character is 30 to 40 dots high.
    private static let resolution = 300
    /// Pages larger than this are drawn with fewer dots, in points.
    private static let largestSide = 1200.0

    /// Puts words into the pages that have none.
    ///
    /// - Returns: Whether a word was found.
    /// - Throws: ``IngestError`` where a program is missing or gives up.
    func fill(_ pages: inout [PlacedPage], in folder: URL, path: String) throws(IngestError) -> Bool {
        var found = false
        for index in pages.indices where pages[index].words.isEmpty {
            guard let page = try recognise(index, size: pages[index], in: folder, path: path) else { continue }
            pages[index].words = Self.joined(page.words)
            found = found || !page.words.isEmpty
        }
        return found
    }

    /// Words of one line that stand near to each other, as one: recognition parts Han characters at will, and its boxes
    /// are as tight as the ink.
    private static func joined(_ words: [PlacedWord]) -> [PlacedWord] {
        var result: [PlacedWord] = []
        for word in words {
            if let last = result.last, let end = last.text.last, let first = word.text.first,
                end.value >= 0x2000 || first.value >= 0x2000,
                abs(word.box.middle - last.box.middle) < 0.5 * max(word.box.height, last.box.height),
                (-0.5..<0.7).contains((word.box.left - last.box.right) / max(1, word.box.height, last.box.height))
            {
                result[result.count - 1].text += word.text
                result[result.count - 1].box = last.box.union(word.box)
            } else {
                result.append(word)
            }
        }
        return result
    }

    private func recognise(
        _ index: Int, size: PlacedPage, in folder: URL, path: String
    ) throws(IngestError) -> PlacedPage? {
        let side = max(size.width, size.height, 1)
        let resolution = max(10, Int(Double(Self.resolution) * min(1, Self.largestSide / side)))
        let page = String(index + 1)
        try finish(
            "pdftoppm",
            ["-f", page, "-l", page, "-r", String(resolution), "-gray", "-singlefile", PDFReader.input, "page"],
            package: "poppler-utils", in: folder, path: path)
        try finish(
            "tesseract", ["page.pgm", "page", "-l", "chi_sim", "--dpi", String(resolution), "tsv"],
            package: "tesseract-ocr tesseract-ocr-chi-sim", in: folder, path: path)
        guard let table = try? Data(contentsOf: folder.appending(path: "page.tsv")) else { return nil }
        return WordTable.pages(in: [UInt8](table), scale: 72 / Double(resolution)).first
    }

    private func finish(
        _ program: String, _ arguments: [String], package: String, in folder: URL, path: String
    ) throws(IngestError) {
        let outcome = runner.run(program, arguments, in: folder)
        if let error = outcome.error(of: program, package: package, path: path) { throw error }
        guard case .finished(let status, let message) = outcome, status != 0 else { return }
        if message.contains("chi_sim") {
            throw IngestError(
                .needsTool, path: path, reason: "tesseract lacks Simplified Chinese: apt install tesseract-ocr-chi-sim")
        }
        let last = message.split(whereSeparator: \.isNewline).last.map { ": \($0)" } ?? ""
        throw IngestError(.malformed, path: path, reason: "\(program) can't read page images of it\(last)")
    }
}
