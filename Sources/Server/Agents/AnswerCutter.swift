/// Makes an answer short enough, and says that it did.
struct AnswerCutter {
    var maximumBytes: Int
    /// Texts longer than this are cut first.
    private static let textLengths = [1_200, 400, 120]

    /// - Parameter list: The names that lead to the list whose end may be left out, joined by points.
    func cut(_ value: JSONValue, list: String?) -> JSONValue {
        var result = value
        for length in Self.textLengths {
            result = Self.shortened(value, length)
            guard result.size + 40 > maximumBytes else { break }
        }
        if let list {
            let names = list.split(separator: ".").map(String.init)
            while result.size + 60 > maximumBytes, let shorter = Self.withoutLast(result, names[...]) {
                result = shorter
            }
        }
        guard case .object(var fields) = result else { return result }
        fields["cut"] = .text("longer than \(maximumBytes) bytes; ask for a part of it")
        let marked = JSONValue.object(fields)
        // What no cutting makes short is told by its parts.
        return marked.size <= maximumBytes
            ? marked
            : .object(["cut": fields["cut"] ?? .null, "parts": .array(fields.keys.sorted().map { .text($0) })])
    }

    private static func shortened(_ value: JSONValue, _ length: Int) -> JSONValue {
        switch value {
        case .text(let text):
            text.unicodeScalars.count <= length
                ? value : .text(String(String.UnicodeScalarView(text.unicodeScalars.prefix(length))) + "…")
        case .array(let items): .array(items.map { shortened($0, length) })
        case .object(let fields): .object(fields.mapValues { shortened($0, length) })
        default: value
        }
    }

    private static func withoutLast(_ value: JSONValue, _ names: ArraySlice<String>) -> JSONValue? {
        guard let name = names.first, case .object(var fields) = value, let inner = fields[name] else { return nil }
        if names.count > 1 {
            guard let shorter = withoutLast(inner, names.dropFirst()) else { return nil }
            fields[name] = shorter
            return .object(fields)
        }
        guard case .array(let items) = inner, !items.isEmpty else { return nil }
        fields[name] = .array(Array(items.dropLast()))
        return .object(fields)
    }
}
