/// One value of a row, with the type that formats of tables tell apart.
public enum CellValue: Equatable, Sendable {
    case null
    case text(String)
    case integer(Int)
    case real(Double)
    case boolean(Bool)

    init(_ text: String?) { self = text.map(CellValue.text) ?? .null }
    init(_ number: Int?) { self = number.map(CellValue.integer) ?? .null }
    init(_ number: Double?) { self = number.map(CellValue.real) ?? .null }
    init(_ flag: Bool?) { self = flag.map(CellValue.boolean) ?? .null }

    /// Joins a list into one cell, a value a line; no value holds a line break.
    init(lines values: [String]?) {
        let values = (values ?? []).filter { !$0.isEmpty }
        self = values.isEmpty ? .null : .text(values.map { $0.replacing("\n", with: " ") }.joined(separator: "\n"))
    }

    /// The value as text formats print it: whole numbers without a point, `true` and `false`; nothing for null.
    public var plain: String {
        switch self {
        case .null: ""
        case .text(let text): text
        case .integer(let number): String(number)
        case .real(let number): Self.plain(number)
        case .boolean(let flag): flag ? "true" : "false"
        }
    }

    private static func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }
}
