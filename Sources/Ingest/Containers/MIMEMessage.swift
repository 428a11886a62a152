/// A message of Internet mail (RFC 5322 and 2045): headers and parts.
///
/// Web archives (MHT) have the same form.
struct MIMEMessage {
    /// A part that holds bytes.
    struct Part {
        /// In lower case: `text/html`.
        var type: String
        /// The name that the part gives its charset; nil for none.
        var charset: String?
        /// The name of the file that the part is; nil for a part that is none.
        var fileName: String?
        /// The bytes, decoded.
        var bytes: [UInt8]

        /// The bytes of a text, in UTF-8 where its charset is told.
        var text: [UInt8] {
            guard let charset, let text = TextDecoder.decode(bytes, charset: charset) else { return bytes }
            return Array(text.string.utf8)
        }
    }

    private(set) var parts: [Part] = []
    /// What the header says the message is about.
    private(set) var subject: [Unicode.Scalar] = []

    /// How deep parts may lie in each other, and how many there may be.
    private static let deepest = 8
    private static let most = 2_000

    init(_ bytes: [UInt8]) {
        let (headers, body) = Self.headers(bytes[...])
        subject = headers["subject"].map(Self.decodedWords) ?? []
        read(headers, body, depth: 0)
    }

    /// The part that is the text of the message: a page rather than plain text.
    var body: Part? {
        let texts = parts.filter { $0.fileName == nil || $0.type == "text/html" }
        return texts.first { $0.type == "text/html" } ?? texts.first { $0.type.hasPrefix("text/") }
    }

    /// The parts that are files.
    var files: [Part] { parts.filter { $0.fileName != nil && !$0.type.hasPrefix("image/") } }

    // MARK: Parts

    private mutating func read(_ headers: [String: String], _ body: ArraySlice<UInt8>, depth: Int) {
        guard parts.count < Self.most else { return }
        let type = HeaderValue(headers["content-type"] ?? "text/plain")
        if type.value.hasPrefix("multipart/"), let boundary = type.parameters["boundary"], depth < Self.deepest {
            for part in Self.split(body, at: boundary) {
                let (headers, body) = Self.headers(part)
                read(headers, body, depth: depth + 1)
            }
            return
        }
        let disposition = HeaderValue(headers["content-disposition"] ?? "")
        let name = disposition.parameters["filename"] ?? type.parameters["name"]
        let bytes =
            switch headers["content-transfer-encoding"]?.lowercased().trimmingXMLSpace {
            case "base64": TransferEncoding.base64(body)
            case "quoted-printable": TransferEncoding.quotedPrintable(body)
            default: Array(body)
            }
        parts.append(
            Part(
                type: type.value, charset: type.parameters["charset"],
                fileName: name.map { Self.decodedWords($0).string }, bytes: bytes))
    }

    /// The parts between lines of a boundary.
    private static func split(_ body: ArraySlice<UInt8>, at boundary: String) -> [ArraySlice<UInt8>] {
        let mark = Array("--\(boundary)".utf8)
        var parts: [ArraySlice<UInt8>] = []
        var start: Int?
        var at = body.startIndex
        while at < body.endIndex {
            let end = body[at...].firstIndex(of: 0x0A) ?? body.endIndex
            if body[at..<end].starts(with: mark) {
                if let start { parts.append(body[start..<at]) }
                let rest = body[(at + mark.count)..<end]
                if rest.starts(with: [0x2D, 0x2D]) { return parts }
                start = min(end + 1, body.endIndex)
            }
            at = end + 1
        }
        if let start, start < body.endIndex { parts.append(body[start...]) }
        return parts
    }

    // MARK: Headers

    /// The headers by their names in lower case, and what stands behind the blank line below them.
    static func headers(_ bytes: ArraySlice<UInt8>) -> ([String: String], ArraySlice<UInt8>) {
        var headers: [String: String] = [:]
        var name: String?
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex
            var line = bytes[at..<end]
            if line.last == 0x0D { line = line.dropLast() }
            at = min(end + 1, bytes.endIndex)
            if line.isEmpty { break }
            let text = String(decoding: line, as: UTF8.self)
            if line.first == 0x20 || line.first == 0x09 {
                if let name { headers[name, default: ""] += " " + text.trimmingXMLSpace }
            } else if let colon = text.firstIndex(of: ":") {
                let key = text[..<colon].lowercased()
                name = headers[key] == nil ? key : nil
                if headers[key] == nil { headers[key] = String(text[text.index(after: colon)...]).trimmingXMLSpace }
            }
        }
        return (headers, bytes[at...])
    }

    /// A header's text with its encoded words decoded: `=?utf-8?B?5YWs5paH?=`.
    static func decodedWords(_ text: String) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "=?") {
            let parts = rest[open.upperBound...].split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
            guard parts.count == 4, parts[3].hasPrefix("=") else { break }
            let before = String(rest[..<open.lowerBound])
            // White space between two encoded words is none of the text.
            if !(before.allSatisfy(\.isWhitespace) && !result.isEmpty) { result += before.unicodeScalars }
            let bytes =
                parts[1].uppercased() == "B"
                ? TransferEncoding.base64(parts[2].utf8)
                : TransferEncoding.quotedPrintable(Array(parts[2].utf8).map { $0 == 0x5F ? 0x20 : $0 })
            result +=
                TextDecoder.decode(bytes, charset: String(parts[0]))
                ?? Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
            rest = parts[3].dropFirst()
        }
        return result + Array(rest.unicodeScalars)
    }
}

/// A header's value with its parameters: `text/html; charset="utf-8"`.
struct HeaderValue {
    /// In lower case.
    var value: String
    /// By their names in lower case.
    var parameters: [String: String] = [:]

    init(_ text: String) {
        var parts: [String] = [""]
        var isQuoted = false
        for character in text {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ";", !isQuoted {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        value = parts[0].trimmingXMLSpace.lowercased()
        for part in parts.dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { continue }
            let name = String(part[..<equals]).trimmingXMLSpace.lowercased()
            parameters[name] = String(part[part.index(after: equals)...]).trimmingXMLSpace
        }
    }
}
