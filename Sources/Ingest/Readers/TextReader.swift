/// Reads plain text in any of the encodings that gazettes come in.
struct TextReader: FormatReader {
    /// Any file may be text but those whose first bytes tell that they are something else; what is none fails in decoding,
    /// or by the control characters in it.
    func recognises(_ bytes: [UInt8], path: String) -> Bool { FileKind.name(of: bytes) == nil }

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        let decoded = try decode(bytes, path: path)
        try check(decoded, path: path)
        let lines = LineSplitter.lines(of: decoded.scalars)
        return SourceText(
            lines: lines, format: .text, encoding: decoded.encoding, pageCount: lines.last?.page, setting: .unknown)
    }

    /// - Throws: ``IngestError``, `notText`, where control characters show that the bytes are no text.
    private func check(_ decoded: TextDecoder.Decoded, path: String) throws(IngestError) {
        let controls = decoded.scalars.count { scalar in
            scalar.value < 0x20 && !"\t\n\r\u{0B}\u{0C}\u{1A}\u{1E}\u{1F}".unicodeScalars.contains(scalar)
        }
        guard controls * 100 > decoded.scalars.count else { return }
        throw IngestError(
            .notText, path: path, reason: "holds \(controls) control characters: this is no text file")
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
