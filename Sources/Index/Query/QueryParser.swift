/// Reads the query language: terms side by side must all fit, `OR` binds looser, `-` and `NOT` take one term.
///
///     query  = both ("OR" both)*
///     both   = unary ("AND"? unary)*
///     unary  = ("-" | "NOT") unary | field ":" unary | "(" query ")" | text
struct QueryParser {
    static let maximumDepth = 100

    private let tokens: [QueryToken]
    private let folder: TextFolder
    private var position = 0
    private var depth = 0

    static func parse(_ query: String, folder: TextFolder) throws(QuerySyntaxError) -> Query {
        var parser = QueryParser(tokens: try QueryLexer.tokens(of: query), folder: folder)
        guard parser.tokens.count > 1 else { throw QuerySyntaxError(problem: .empty, offset: 0) }
        let result = try parser.either(field: nil)
        if parser.token.kind == .close { throw QuerySyntaxError(problem: .unopenedBracket, offset: parser.token.offset) }
        return result
    }

    private init(tokens: [QueryToken], folder: TextFolder) {
        self.tokens = tokens
        self.folder = folder
    }

    private var token: QueryToken { tokens[min(position, tokens.count - 1)] }

    private mutating func either(field: QueryField?) throws(QuerySyntaxError) -> Query {
        var parts = [try both(field: field)]
        while token.kind == .or {
            position += 1
            parts.append(try both(field: field))
        }
        return parts.count == 1 ? parts[0] : .or(parts)
    }

    private mutating func both(field: QueryField?) throws(QuerySyntaxError) -> Query {
        var parts = [try unary(field: field)]
        while true {
            switch token.kind {
            case .or, .close, .end: return parts.count == 1 ? parts[0] : .and(parts)
            case .and: position += 1
            default: break
            }
            parts.append(try unary(field: field))
        }
    }

    private mutating func unary(field: QueryField?) throws(QuerySyntaxError) -> Query {
        let start = token
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else { throw QuerySyntaxError(problem: .tooDeep, offset: start.offset) }
        position += 1
        switch start.kind {
        case .not:
            return .not(try unary(field: field))
        case .open:
            let inner = try either(field: field)
            guard token.kind == .close else { throw QuerySyntaxError(problem: .unclosedBracket, offset: start.offset) }
            position += 1
            return inner
        case .field(let name):
            guard let named = QueryField(rawValue: name) else {
                throw QuerySyntaxError(problem: .unknownField(name), offset: start.offset)
            }
            return try unary(field: named)
        case .text(let text):
            return try leaf(text, field: field, offset: start.offset)
        case .close, .end, .and, .or:
            throw QuerySyntaxError(problem: .missingTerm, offset: start.offset)
        }
    }

    private func leaf(_ text: String, field: QueryField?, offset: Int) throws(QuerySyntaxError) -> Query {
        let key = folder.key(text)
        guard !key.isEmpty else { throw QuerySyntaxError(problem: .blankLiteral, offset: offset) }
        guard let field else { return .literal(text) }
        let isGood =
            switch field {
            case .year: Int(key) != nil
            case .type: PassageType(rawValue: key) != nil
            default: true
            }
        guard isGood else { throw QuerySyntaxError(problem: .badValue(field, text), offset: offset) }
        return .field(field, text)
    }
}

extension Query {
    /// Reads a query.
    ///
    /// - Throws: ``QuerySyntaxError`` with the offset of the character that fits nothing.
    public init(parsing text: String) throws {
        self = try QueryParser.parse(text, folder: try TextFolder.shared())
    }
}
