import HTTPTypes

/// What a request names: the parts of its path, and its query.
///
/// Reading is strict: bytes that are no UTF-8, an unfinished escape and a name that comes twice are refused rather than
/// repaired, since a repaired request is answered with what was not asked for.
struct Target: Sendable {
    static let maximumLength = 8_192

    var path: [String] = []
    var query: [(name: String, value: String)] = []

    /// - Throws: ``Problem`` with 400 or 414.
    init(_ text: String) throws(Problem) {
        guard text.utf8.count <= Self.maximumLength else {
            throw Problem(
                .uriTooLong, "address-too-long", "The address is too long.",
                detail: "It may have \(Self.maximumLength) bytes; long queries go into the body of a POST.")
        }
        guard text.utf8.first == UInt8(ascii: "/") else {
            throw Problem(.badRequest, "address", "The address must begin with a slash.")
        }
        let parts = text.utf8.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        for part in parts[0].dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            path.append(try Self.decoded(part, isQuery: false))
        }
        if path == [""] { path = [] }
        if parts.count > 1 { query = try Self.form(Array(parts[1])) }
    }

    /// The names and values of a query or form.
    static func form(_ bytes: [UInt8]) throws(Problem) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for field in bytes.split(separator: UInt8(ascii: "&")) {
            let sides = field.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try decoded(sides[0], isQuery: true)
            let value = sides.count > 1 ? try decoded(sides[1], isQuery: true) : ""
            guard !fields.contains(where: { $0.name == name }) else {
                throw Problem.bad(name, "it is given twice")
            }
            fields.append((name, value))
        }
        return fields
    }

    private static func decoded(_ bytes: some Collection<UInt8>, isQuery: Bool) throws(Problem) -> String {
        var result: [UInt8] = []
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+") where isQuery: result.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else {
                    throw Problem(.badRequest, "escape", "A percent sign is not followed by two hexadecimal digits.")
                }
                result.append(high << 4 | low)
            default: result.append(byte)
            }
        }
        guard let text = String(validating: result, as: UTF8.self), !result.contains(0) else {
            throw Problem(.badRequest, "encoding", "The address is not UTF-8.")
        }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
