/// A word of the query language.
struct QueryToken: Equatable {
    enum Kind: Equatable {
        case open, close, and, or, not
        /// `name:`, directly before its value.
        case field(String)
        case text(String)
        case end
    }

    var kind: Kind
    /// Where it begins, in characters from 0.
    var offset: Int
}

/// Cuts a query into tokens. Full-width forms of the signs count as the signs.
///
/// A bracket that stands directly behind a character of a word belongs to the word when it closes before the word ends, so
/// that 县（市）政府 and 沈政发（2026）1号 are words.
struct QueryLexer {
    private let characters: [Character]
    private var position = 0
    private var tokens: [QueryToken] = []

    static func tokens(of query: String) throws(QuerySyntaxError) -> [QueryToken] {
        var lexer = QueryLexer(characters: Array(query))
        try lexer.run()
        return lexer.tokens
    }

    private init(characters: [Character]) { self.characters = characters }

    private mutating func run() throws(QuerySyntaxError) {
        while position < characters.count {
            let start = position
            let character = characters[position]
            if character.isWhitespace {
                position += 1
            } else if Self.opening.contains(character) {
                add(.open)
            } else if Self.closing.contains(character) {
                add(.close)
            } else if Self.minus.contains(character), start + 1 < characters.count, !characters[start + 1].isWhitespace {
                add(.not)
            } else if let close = Self.quotes[character] {
                try readQuoted(until: close)
            } else {
                readWord()
            }
            precondition(position > start, "the lexer stands still")
        }
        tokens.append(QueryToken(kind: .end, offset: characters.count))
    }

    private mutating func add(_ kind: QueryToken.Kind) {
        tokens.append(QueryToken(kind: kind, offset: position))
        position += 1
    }

    private mutating func readQuoted(until close: Set<Character>) throws(QuerySyntaxError) {
        let start = position
        guard let end = characters[(start + 1)...].firstIndex(where: close.contains) else {
            throw QuerySyntaxError(problem: .unclosedQuote, offset: start)
        }
        tokens.append(QueryToken(kind: .text(String(characters[start + 1..<end])), offset: start))
        position = end + 1
    }

    private mutating func readWord() {
        let start = position
        while position < characters.count {
            let character = characters[position]
            if character.isWhitespace || Self.quotes[character] != nil || Self.closing.contains(character) { break }
            if Self.opening.contains(character) {
                guard let end = bracketEnd(from: position) else { break }
                position = end + 1
                continue
            }
            if Self.colons.contains(character), isFieldName(start..<position) {
                let name = Self.narrow(String(characters[start..<position])).lowercased()
                tokens.append(QueryToken(kind: .field(name), offset: start))
                position += 1
                return
            }
            position += 1
        }
        let word = String(characters[start..<position])
        let kind: QueryToken.Kind =
            switch Self.narrow(word) {
            case "AND": .and
            case "OR": .or
            case "NOT": .not
            default: .text(word)
            }
        tokens.append(QueryToken(kind: kind, offset: start))
    }

    /// Where the bracket closes that opens at `start`; nil where white space, a quotation mark or the end comes first.
    private func bracketEnd(from start: Int) -> Int? {
        var depth = 0
        for index in start..<characters.count {
            let character = characters[index]
            if character.isWhitespace || Self.quotes[character] != nil { return nil }
            if Self.opening.contains(character) { depth += 1 }
            if Self.closing.contains(character) {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }

    private func isFieldName(_ range: Range<Int>) -> Bool {
        !range.isEmpty && Self.narrow(String(characters[range])).allSatisfy { $0.isASCII && $0.isLetter }
    }

    /// Full-width letters made ASCII.
    private static func narrow(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                }))
    }

    private static let opening: Set<Character> = ["(", "（"]
    private static let closing: Set<Character> = [")", "）"]
    private static let minus: Set<Character> = ["-", "－", "−"]
    private static let colons: Set<Character> = [":", "："]
    /// What opens a quotation, and what may close it.
    private static let quotes: [Character: Set<Character>] = [
        "\"": ["\""], "“": ["”"], "”": ["”", "“"], "＂": ["＂"],
    ]
}
