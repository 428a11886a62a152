/// Reads the text layer of PDF files through Poppler's `pdftotext`, which runs as a process of its own: a malformed file
/// costs that process and nothing more.
struct PDFReader: FormatReader {
    func recognises(_ bytes: [UInt8], path: String) -> Bool {
        bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil
    }

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        let table: [UInt8]
        do {
            table = try ChildProcess.run("pdftotext", ["-tsv"], input: bytes)
        } catch {
            throw Self.error(error, bytes, path)
        }
        let pages = PDFWords.pages(of: table)
        guard pages.contains(where: { !$0.isEmpty }) else {
            throw IngestError(
                .empty, path: path,
                reason: "a PDF without a text layer: pictures of pages, which only character recognition can read")
        }
        let pitch = PageSetter.pitch(of: pages)
        var lines: [SourceLine] = []
        for (page, words) in pages.enumerated() {
            for scalars in PageSetter.lines(of: words, pitch: pitch) {
                lines.append(SourceLine(number: lines.count + 1, scalars: scalars, page: page + 1))
            }
        }
        return SourceText(lines: lines, format: .pdf, encoding: "UTF-8", pageCount: pages.count, setting: .unknown)
    }

    private static func error(_ failure: ChildProcess.Failure, _ bytes: [UInt8], _ path: String) -> IngestError {
        let isLocked = bytes.firstRange(of: Array("/Encrypt".utf8)) != nil
        switch failure {
        case .notInstalled(let program):
            return IngestError(
                .needsTool, path: path,
                reason: "PDF files are read by \(program), which is not installed (poppler-utils)")
        case .status where isLocked:
            return IngestError(.encrypted, path: path, reason: "locked with a password, or copying is forbidden")
        case .status(let status):
            return IngestError(.malformed, path: path, reason: "a damaged PDF: pdftotext ended with status \(status)")
        case .timeout(let seconds):
            return IngestError(.malformed, path: path, reason: "not read within \(seconds) seconds")
        case .tooMuch: return IngestError(.tooLarge, path: path, reason: "gives more text than a file may have")
        case .system(let reason): return IngestError(.unreadable, path: path, reason: reason)
        }
    }
}
