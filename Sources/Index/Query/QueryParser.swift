/// Reads the query language: terms side by side must all fit, `OR` binds looser.
///
///     query    = both ("OR" both)*
///     both     = clause ("AND"? clause)*
///     clause   = ("+" | "-" | "NOT")? term ("^" number)?
///     term     = field ":" value | "(" query ")" | value
///     value    = text | quotation ("~" number)? | ("<" | "<=" | ">" | ">=") text | "[" bound "TO" bound "]"
///
/// Beside a clause with `+`, a clause without a sign need not fit, but is the better for it.
struct QueryParser {
    static let maximumDepth = 100

    private let tokens: [QueryToken]
    private let normalizer: Normalizer
    private var position = 0
    private var depth = 0

    static func parse(_ query: String, normalizer: Normalizer) throws(QuerySyntaxError) -> Query {
        try parse(try QueryLexer.tokens(of: query), normalizer: normalizer)
    }

    static func parse(_ tokens: [QueryToken], normalizer: Normalizer) throws(QuerySyntaxError) -> Query {
        var parser = QueryParser(tokens: tokens, normalizer: normalizer)
        guard parser.tokens.count > 1 else { throw QuerySyntaxError(problem: .empty, offset: 0) }
        let result = try parser.either(field: nil)
        if parser.token.kind == .close {
            throw QuerySyntaxError(problem: .unopenedBracket, offset: parser.token.offset)
        }
        return result
    }

    private init(tokens: [QueryToken], normalizer: Normalizer) {
        self.tokens = tokens
        self.normalizer = normalizer
    }

    private var token: QueryToken { tokens[min(position, tokens.count - 1)] }

    private mutating func either(field: QueryField?) throws(QuerySyntaxError) -> Query {
        var parts = [try both(field: field)]
        while token.kind == .or {
            position += 1
            parts.append(try both(field: field))
        }
        return parts.count == 1 ? parts[0] : .boolean(must: [], should: parts, mustNot: [])
    }

    private mutating func both(field: QueryField?) throws(QuerySyntaxError) -> Query {
        var required: [Query] = []
        var plain: [Query] = []
        var excluded: [Query] = []
        var isFirst = true
        clauses: while true {
            switch token.kind {
            case .or, .close, .end: if !isFirst { break clauses }
            case .and where !isFirst: position += 1
            default: break
            }
            isFirst = false
            switch token.kind {
            case .plus:
                position += 1
                required.append(try term(field: field))
            case .not:
                position += 1
                // A double negation is none.
                if token.kind == .not {
                    position += 1
                    plain.append(try term(field: field))
                } else {
                    excluded.append(try term(field: field))
                }
            default:
                plain.append(try term(field: field))
            }
        }
        if required.isEmpty { (required, plain) = (plain, []) }
        if required.count == 1, plain.isEmpty, excluded.isEmpty { return required[0] }
        return .boolean(must: required, should: plain, mustNot: excluded)
    }

    private mutating func term(field: QueryField?) throws(QuerySyntaxError) -> Query {
        let start = token
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else { throw QuerySyntaxError(problem: .tooDeep, offset: start.offset) }
        position += 1
        var result: Query
        switch start.kind {
        case .open:
            result = try either(field: field)
            guard token.kind == .close else { throw QuerySyntaxError(problem: .unclosedBracket, offset: start.offset) }
            position += 1
        case .field(let name):
            guard let named = QueryField(rawValue: name) else {
                throw QuerySyntaxError(problem: .unknownField(name), offset: start.offset)
            }
            result = try term(field: named)
        case .text(let text, let isQuoted):
            result = try leaf(text, isQuoted: isQuoted, field: field, offset: start.offset)
        case .comparison(let sign):
            guard case .text(let value, _) = token.kind else {
                throw QuerySyntaxError(problem: .missingTerm, offset: token.offset)
            }
            position += 1
            let bound = FieldBound(value, isIncluded: sign.hasSuffix("="))
            result = try range(
                field, lower: sign.hasPrefix(">") ? bound : nil, upper: sign.hasPrefix("<") ? bound : nil,
                offset: start.offset)
        case .range(let lower, let upper):
            result = try range(field, lower: lower, upper: upper, offset: start.offset)
        case .close, .end, .and, .or, .not, .plus, .slop, .boost:
            throw QuerySyntaxError(problem: .missingTerm, offset: start.offset)
        }
        if case .boost(let factor) = token.kind {
            position += 1
            result = .boosted(result, factor)
        }
        return result
    }

    private mutating func leaf(
        _ text: String, isQuoted: Bool, field: QueryField?, offset: Int
    ) throws(QuerySyntaxError) -> Query {
        if text == "*", !isQuoted, field == nil { return .all }
        guard !normalizer.key(text).isEmpty else { throw QuerySyntaxError(problem: .blankPhrase, offset: offset) }
        if case .slop(let distance) = token.kind {
            position += 1
            let parts = text.split(whereSeparator: \.isWhitespace).map(String.init).filter {
                !normalizer.key($0).isEmpty
            }
            if field == nil || field == .text { return .near(parts, distance: distance) }
        }
        let isPattern = !isQuoted && Wildcard.isPattern(text)
        let plain = isQuoted ? text : Wildcard.unescaped(text)
        guard let field else { return isPattern ? .wildcard(text) : .phrase(plain) }
        if field == .text { return isPattern ? .wildcard(text) : .phrase(plain) }
        let isGood =
            switch field {
            case .type: PassageType(rawValue: normalizer.key(text)) != nil
            case .role: FieldValue.role(normalizer.key(text)) != nil
            case .status: DocumentStatus(normalizer.key(text)) != nil
            default: isPattern && field.order == .text || FieldValue.isReadable(plain, field, normalizer: normalizer)
            }
        guard isGood else { throw QuerySyntaxError(problem: .badValue(field, text), offset: offset) }
        return .field(field, isPattern ? .pattern(text) : .equals(plain))
    }

    private func range(
        _ field: QueryField?, lower: FieldBound?, upper: FieldBound?, offset: Int
    ) throws(QuerySyntaxError) -> Query {
        guard let field else { throw QuerySyntaxError(problem: .missingTerm, offset: offset) }
        guard field.order != .text else { throw QuerySyntaxError(problem: .noRange(field), offset: offset) }
        for bound in [lower, upper].compactMap(\.self)
        where !FieldValue.isReadable(bound.value, field, normalizer: normalizer) {
            throw QuerySyntaxError(problem: .badValue(field, bound.value), offset: offset)
        }
        return .field(field, .range(lower: lower, upper: upper))
    }
}

extension Query {
    /// Reads a query.
    ///
    /// - Throws: ``QuerySyntaxError`` with the offset of the character that fits nothing.
    public init(parsing text: String) throws {
        self = try QueryParser.parse(text, normalizer: try Normalizer.shared())
    }

    /// Reads a query as well as it can be read: what has no meaning is left out or looked for as it stands.
    ///
    /// - Throws: Only ``ArchiveError`` where ICU's data is missing.
    public init(lenient text: String) throws {
        self = QueryRepair.parse(text, normalizer: try Normalizer.shared())
    }
}
