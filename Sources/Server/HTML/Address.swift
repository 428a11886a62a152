/// The address of something this service has: a path and a query, never another host.
struct Address: Equatable, Sendable {
    var path: [String]
    /// What the last part of the path ends in: `.json`.
    var ending = ""
    var query: [(name: String, value: String)] = []
    /// The place on the page.
    var place: String?

    init(_ path: String...) { self.path = path }
    init(path: [String]) { self.path = path }

    static func == (left: Address, right: Address) -> Bool { left.text == right.text }

    /// The address with a value in its query; without it where the value is nil or empty.
    func with(_ name: String, _ value: String?) -> Address {
        var result = self
        result.query.removeAll { $0.name == name }
        if let value, !value.isEmpty { result.query.append((name, value)) }
        return result
    }

    /// The address of the same thing in another format.
    func ending(_ format: Format) -> Address {
        var result = self
        result.ending = format == .html ? "" : "." + format.rawValue
        return result
    }

    func at(_ place: String) -> Address {
        var result = self
        result.place = place
        return result
    }

    /// The address as it stands in a link.
    var text: String {
        var result = "/" + path.map(Self.encoded).joined(separator: "/") + ending
        if !query.isEmpty {
            result +=
                "?" + query.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
        }
        if let place { result += "#" + Self.encoded(place) }
        return result
    }

    /// A text with all but the unreserved characters (RFC 3986, 2.3) percent-encoded.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The formats in which a thing is given.
enum Format: String, CaseIterable, Sendable {
    case html, json, csv, ics, atom

    var contentType: String {
        switch self {
        case .html: "text/html; charset=utf-8"
        case .json: "application/json"
        case .csv: "text/csv; charset=utf-8"
        case .ics: "text/calendar; charset=utf-8"
        case .atom: "application/atom+xml; charset=utf-8"
        }
    }
}
