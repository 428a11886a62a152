import Foundation
import HTTPTypes
import Extract

/// A value that an address or a body can give.
struct Parameter: Sendable {
    enum Kind: Sendable {
        case text(maximum: Int)
        case integer(ClosedRange<Int>)
        /// ISO 8601, a whole day.
        case day
        case choice([String])
    }
    var name: String
    var kind: Kind

    static func text(_ name: String, maximum: Int = 200) -> Parameter {
        Parameter(name: name, kind: .text(maximum: maximum))
    }
    static func integer(_ name: String, _ range: ClosedRange<Int>) -> Parameter {
        Parameter(name: name, kind: .integer(range))
    }
    static func day(_ name: String) -> Parameter { Parameter(name: name, kind: .day) }
    static func choice(_ name: String, _ values: [String]) -> Parameter {
        Parameter(name: name, kind: .choice(values))
    }
    static func year(_ name: String = "year") -> Parameter { integer(name, 1...9999) }
    static let limit = integer("limit", 1...200)
    static let cursor = text("after", maximum: 400)
    static let role = choice("role", ["lead", "responsible", "support", "implement"])
    static let document = text("document", maximum: 400)
    static let unit = text("unit")
    static let today = day("on")
    static let language = choice("lang", ["zh", "en"])

    /// - Throws: ``Problem`` that points at the character.
    func check(_ value: String) throws(Problem) {
        switch kind {
        case .text(let maximum):
            guard value.unicodeScalars.count <= maximum else {
                throw Problem.bad(name, "it may have \(maximum) characters", offset: maximum)
            }
        case .integer(let range):
            let wrong = value.unicodeScalars.enumerated().first { !("0"..."9").contains($0.element) }?.offset
            guard wrong == nil, let number = Int(value), range.contains(number) else {
                throw Problem.bad(
                    name, "it must be a whole number from \(range.lowerBound) to \(range.upperBound)",
                    offset: wrong ?? 0)
            }
        case .day:
            guard CalendarDays.isDay(value) else {
                throw Problem.bad(name, "it must be a day, as 2026-01-31", offset: 0)
            }
        case .choice(let values):
            guard values.contains(value) else {
                throw Problem.bad(name, "it must be one of \(values.joined(separator: ", "))", offset: 0)
            }
        }
    }
}

/// Something that can be asked: an address with its parameters, and what answers it.
struct Endpoint: Sendable {
    /// The parts of the path; `{name}` stands for any one part.
    var path: String
    /// What it can be had as; the first where the address has no ending.
    var formats: [Format]
    var parameters: [Parameter]
    /// Whether the parameters may also come in a body.
    var takesBody = false
    /// Whether the answer is the same as long as the archive and the day are.
    var isCacheable = true
    /// The greatest body that is read.
    var bodyLimit = 1 << 20
    var answer: @Sendable (Inquiry) throws -> Reply

    var methods: [HTTPRequest.Method] { takesBody ? [.get, .head, .post] : [.get, .head] }

    /// The names in the path.
    var names: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }
}

/// What is asked, with all that is needed for answering.
struct Inquiry: Sendable {
    var holdings: Holdings
    var values: [String: String]
    var language = Language.chinese
    var format = Format.html
    /// The address as the reader sees it, without the body's values.
    var address: Address
    /// The current day, ISO 8601.
    var today: String

    func text(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }
    func integer(_ name: String) -> Int? { values[name].flatMap { Int($0) } }
    func role() -> AssignmentRecord.Role? { values["role"].flatMap(AssignmentRecord.Role.init) }
    /// The day for which it is asked.
    var day: String { values["on"] ?? today }
    var limit: Int { integer("limit") ?? 20 }

    /// A value that must be given.
    func required(_ name: String) throws(Problem) -> String {
        guard let value = text(name) else { throw Problem.bad(name, "it is missing") }
        return value
    }
}

/// An answer, which can be put in several formats.
struct Reply {
    var status = HTTPResponse.Status.ok
    var json: (any Encodable)?
    var page: ((Scene) throws -> Page)?
    var table: (() throws -> Table)?
    var calendar: (() throws -> Data)?
    var feed: (() throws -> Feed)?
    /// Bytes as they are, with their type.
    var file: (type: String, bytes: [UInt8])?
}
