extension Query: CustomStringConvertible {
    /// The query in the query language; reading it gives the same query.
    public var description: String {
        switch self {
        case .phrase(let text): Self.quoted(text)
        case .near(let parts, let distance): "\"\(Self.escaped(parts.joined(separator: " ")))\"~\(distance)"
        case .wildcard(let pattern): Self.word(pattern)
        case .field(let field, let test): "\(field.rawValue):\(test.description)"
        case .all: "*"
        case .boosted(let inner, let factor): "\(inner.grouped)^\(factor)"
        case .boolean(let must, let should, let mustNot): Self.clauses(must, should, mustNot)
        }
    }

    private static func clauses(_ must: [Query], _ should: [Query], _ mustNot: [Query]) -> String {
        if must.isEmpty, mustNot.isEmpty { return should.map(\.grouped).joined(separator: " OR ") }
        let sign = should.isEmpty ? "" : "+"
        // Beside what must not fit alone, what should fit stands in a group of its own.
        let optional =
            must.isEmpty && should.count > 1
            ? ["(\(should.map(\.grouped).joined(separator: " OR ")))"] : should.map(\.grouped)
        return (must.map { sign + $0.grouped } + optional + mustNot.map { "-" + $0.grouped }).joined(separator: " ")
    }

    private var grouped: String {
        if case .boolean = self { return "(\(description))" }
        return description
    }

    static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

    private static func escaped(_ text: String) -> String {
        text.map { "\\\"＂".contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    /// A pattern as a word: signs other than its own lose their meaning.
    static func word(_ pattern: String) -> String {
        var word = ""
        var isEscaped = false
        for character in pattern {
            let needsEscape =
                "()（）:：^＾\"“”„＂".contains(character) || character.isWhitespace
                || word.isEmpty && "+-!<>[{&|＋－−！＜＞［｛＆｜".contains(character)
            if needsEscape, !isEscaped { word.append("\\") }
            word.append(character)
            isEscaped = character == "\\" && !isEscaped
        }
        return word
    }
}

extension FieldTest: CustomStringConvertible {
    public var description: String {
        switch self {
        case .equals(let value): Query.quoted(value)
        case .pattern(let pattern): Query.word(pattern)
        case .range(let lower?, nil): "\(lower.isIncluded ? ">=" : ">")\(Self.end(lower))"
        case .range(nil, let upper?): "\(upper.isIncluded ? "<=" : "<")\(Self.end(upper))"
        case .range(let lower, let upper):
            (lower?.isIncluded ?? true ? "[" : "{") + "\(lower?.value ?? "*") TO \(upper?.value ?? "*")"
                + (upper?.isIncluded ?? true ? "]" : "}")
        }
    }

    private static func end(_ bound: FieldBound) -> String {
        let isPlain = bound.value.allSatisfy { $0.isLetter || $0.isNumber || "-./%％".contains($0) }
        return isPlain && bound.value.first?.isNumber == true ? bound.value : Query.quoted(bound.value)
    }
}
