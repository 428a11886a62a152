/// Reads Rich Text Format, which many programs save as `.rtf` and some as `.doc`.
struct RTFReader: FormatReader {
    func recognises(_ bytes: [UInt8], path: String) -> Bool { Self.isRTF(bytes) }

    static func isRTF(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("{\\rtf".utf8)) }

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        var text = RTFText(bytes)
        var lines = text.read()
        lines.measureSizes()
        return SourceText(lines, format: .rtf, pageCount: text.page > 1 ? text.page : nil)
    }
}
