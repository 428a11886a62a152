import Foundation

/// Reads PDF files through poppler's `pdftotext`, which runs as a process of its own with limits: a malformed file costs
/// only itself.
///
/// The program gives words with their boxes; lines, columns and tables are made of them here, by geometry alone.
struct PDFReader: FormatReader {
    /// Whether pages without a text layer are recognised with `tesseract`.
    var recognisesImages = false
    var runner = ProgramRunner()
    /// How the names of its temporary folders begin.
    var folderPrefix = "gongbao-"

    /// The mark of the format, which may stand behind other bytes.
    func recognises(_ bytes: [UInt8], path: String) -> Bool {
        let mark = Array("%PDF-".utf8)
        let head = bytes.prefix(1024)
        return head.indices.contains { head[$0...].starts(with: mark) }
    }

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        let folder = FileManager.default.temporaryDirectory.appending(path: folderPrefix + UUID().uuidString)
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(bytes).write(to: folder.appending(path: Self.input))
        } catch {
            throw IngestError(.unreadable, path: path, reason: "no temporary file could be written for pdftotext")
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        var pages = try pages(in: folder, path: path)
        let scanned = ScannedPages(runner: runner).indices(of: pages, in: folder)
        // What an app printed on its pictures is no text of theirs.
        for index in scanned { pages[index].words = [] }
        PageRules(runner: runner).fill(&pages, in: folder)
        let recognised =
            recognisesImages ? try PageRecogniser(runner: runner).fill(&pages, in: folder, path: path) : false
        guard pages.contains(where: { !$0.words.isEmpty }) else {
            let reason =
                recognisesImages
                ? "has no text layer, and tesseract found none in its images"
                : "has no text layer, only images perhaps; with --ocr tesseract reads them"
            throw IngestError(.empty, path: path, reason: reason)
        }
        let found = Self.lines(of: pages)
        var text = SourceText(
            lines: found.lines, tables: found.tables, format: .pdf, encoding: recognised ? "UTF-8 (OCR)" : "UTF-8",
            pageCount: pages.count, setting: .unknown)
        for index in PageFurniture.lines(of: found.lines) { text.furniture[index] = .runningHead }
        text.unreadParts = pages.indices.filter { pages[$0].words.isEmpty && hasInk($0, in: folder) }
            .map { UnreadPart(page: $0 + 1, cause: .image) }
        return text
    }

    /// Whether anything is printed on a page, which is drawn small for that.
    private func hasInk(_ index: Int, in folder: URL) -> Bool {
        let page = String(index + 1)
        let outcome = runner.run(
            "pdftoppm", ["-f", page, "-l", page, "-r", "12", "-gray", "-singlefile", Self.input, "small"], in: folder)
        guard case .finished(status: 0, _) = outcome,
            let image = try? Data(contentsOf: folder.appending(path: "small.pgm"))
        else { return true }
        // Behind the head of a grey map (P5, width, height, maximum) stands a byte for each point.
        let head = image.prefix(64).split(maxSplits: 4) { $0 == 0x20 || $0 == 0x0A }
        guard head.count == 5 else { return true }
        return image[head[3].endIndex...].dropFirst().contains { $0 < 0xC0 }
    }

    /// The name of the file in the folder in which programs run.
    static let input = "input.pdf"

    static func lines(of pages: [PlacedPage]) -> LineCollector {
        var composer = PageComposer(setting: PageSetting(measuring: pages))
        var lines = SetLines()
        for (index, page) in pages.enumerated() {
            lines.add(
                composer.lines(of: page, index: index), page: index + 1, width: page.width, height: page.height)
        }
        return lines.collected()
    }

    /// The pages with the words of their text layer.
    private func pages(in folder: URL, path: String) throws(IngestError) -> [PlacedPage] {
        let output = "words.tsv"
        let outcome = runner.run("pdftotext", ["-tsv", Self.input, output], in: folder)
        if case .finished(let status, let message) = outcome, status != 0 {
            throw Self.error(status: status, message: message, path: path)
        }
        if let error = outcome.error(of: "pdftotext", package: "poppler-utils", path: path) { throw error }
        guard let table = try? Data(contentsOf: folder.appending(path: output)) else {
            throw IngestError(.malformed, path: path, reason: "is damaged: pdftotext found no pages in it")
        }
        return WordTable.pages(in: [UInt8](table))
    }

    /// What a status other than 0 means: 1, can't be opened; 3, its permissions forbid to take text out; 99, all else.
    private static func error(status: Int32, message: String, path: String) -> IngestError {
        if status == 3 {
            return IngestError(.encrypted, path: path, reason: "is locked: its permissions forbid to take text out")
        }
        if message.localizedCaseInsensitiveContains("incorrect password") {
            return IngestError(.encrypted, path: path, reason: "is encrypted and needs a password")
        }
        if message.contains("Wrong page range") {
            return IngestError(.malformed, path: path, reason: "is damaged: it has no pages")
        }
        // The last message is of the fault at which the program gave up.
        let last = message.split(whereSeparator: \.isNewline).last.map { ": \($0)" } ?? ""
        return IngestError(.malformed, path: path, reason: "is damaged, and pdftotext can't read it\(last)")
    }
}
