/// Reads queries with mistakes in them: the first mistake is mended as often as it takes.
enum QueryRepair {
    private static let attempts = 200

    static func parse(_ query: String, normalizer: Normalizer) -> Query {
        guard var tokens = tokens(of: query) else { return phrases(of: query, normalizer: normalizer) }
        for _ in 0..<attempts {
            do {
                return try QueryParser.parse(tokens, normalizer: normalizer)
            } catch {
                guard mend(&tokens, error) else { break }
            }
        }
        return phrases(of: query, normalizer: normalizer)
    }

    /// The tokens of a query in which brackets and quotation marks without an end, and signs without a number, are mended.
    private static func tokens(of query: String) -> [QueryToken]? {
        var text = query
        for _ in 0..<attempts {
            do {
                return try QueryLexer.tokens(of: text)
            } catch {
                var characters = Array(text)
                switch error.problem {
                case .unclosedQuote: characters.append("\"")
                case .missingNumber, .missingTerm, .badRange, .unclosedBracket: characters[error.offset] = " "
                default: return nil
                }
                text = String(characters)
            }
        }
        return nil
    }

    /// Takes away, or makes a text of, the token that fits nothing.
    ///
    /// - Returns: Whether anything was changed.
    private static func mend(_ tokens: inout [QueryToken], _ error: QuerySyntaxError) -> Bool {
        guard var place = tokens.firstIndex(where: { $0.offset == error.offset }) else { return false }
        switch error.problem {
        case .missingTerm, .unopenedBracket, .blankPhrase:
            // At the end it is the operator before it that is one too many.
            if tokens[place].kind == .end { place -= 1 }
            guard place >= 0 else { return false }
            tokens.remove(at: place)
        case .unclosedBracket:
            tokens.insert(QueryToken(kind: .close, offset: tokens[tokens.count - 1].offset), at: tokens.count - 1)
        case .unknownField(let name):
            tokens[place].kind = .text(name, isQuoted: true)
        case .badValue(let field, _), .noRange(let field):
            guard let name = tokens[..<place].lastIndex(where: { $0.kind == .field(field.rawValue) }) else {
                return false
            }
            switch tokens[place].kind {
            case .comparison: tokens.remove(at: place)
            case .range(let lower, let upper):
                let ends = [lower, upper].compactMap { $0?.value }
                tokens.replaceSubrange(
                    place...place,
                    with: ends.map { QueryToken(kind: .text($0, isQuoted: true), offset: tokens[place].offset) })
            default: break
            }
            tokens[name].kind = .text(field.rawValue, isQuoted: true)
        case .empty, .tooDeep, .unclosedQuote, .badRange, .missingNumber: return false
        }
        return true
    }

    private static func phrases(of query: String, normalizer: Normalizer) -> Query {
        let words = query.split { $0.isWhitespace || "\"“”()（）+-!^~<>[]{}*?\\".contains($0) }.map(String.init)
            .filter { !normalizer.key($0).isEmpty && !["AND", "OR", "NOT"].contains($0) }
        switch words.count {
        case 0: return .boolean(must: [], should: [], mustNot: [])
        case 1: return .phrase(words[0])
        default: return .boolean(must: words.map { .phrase($0) }, should: [], mustNot: [])
        }
    }
}
