/// Reads web archives (`.mht`, `.mhtml`) and messages (`.eml`): the page or the text that they carry.
///
/// The files of a message are files of their own (``Bundle``).
struct MIMEReader: FormatReader {
    func recognises(_ bytes: [UInt8], path: String) -> Bool { Self.isMessage(bytes) }

    /// Whether bytes begin with headers, two of which are of messages.
    static func isMessage(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(16_384).drop {
            $0 == 0x0A || $0 == 0x0D || $0 == 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF
        }
        guard let first = start.first, (0x41...0x7A).contains(first) else { return false }
        let (headers, _) = MIMEMessage.headers(start)
        let names = [
            "mime-version", "content-type", "from", "subject", "date", "message-id", "received", "return-path",
        ]
        return names.count { headers[$0] != nil } >= 2 && (headers["content-type"] != nil || headers["from"] != nil)
    }

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        let message = MIMEMessage(
            Array(bytes.drop { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }))
        guard let body = message.body else {
            throw IngestError(.empty, path: path, reason: "a message without a text")
        }
        var text =
            HTMLReader().recognises(body.text, path: "a.html") || body.type == "text/html"
            ? try HTMLReader().read(body.text, path: path) : try TextReader().read(body.text, path: path)
        text.format = .mht
        return text
    }
}
