/// Reads plain text in any of the encodings that gazettes come in.
struct TextReader: FormatReader {
    /// Any file may be text; what is none fails in decoding.
    func recognises(_ bytes: [UInt8], path: String) -> Bool { true }

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        let decoded = try decode(bytes, path: path)
        let lines = LineSplitter.lines(of: decoded.scalars)
        return SourceText(
            lines: lines, format: .text, encoding: decoded.encoding, pageCount: lines.last?.page, setting: .unknown)
    }

    func decode(_ bytes: [UInt8], path: String) throws(IngestError) -> TextDecoder.Decoded {
        do {
            return try TextDecoder.decode(bytes)
        } catch {
            let line = bytes.prefix(error.byteOffset).count { $0 == 0x0A } + 1
            throw IngestError(
                error.isBinary ? .notText : .undecodable, path: path, byteOffset: error.byteOffset, line: line,
                reason: error.reason)
        }
    }
}
