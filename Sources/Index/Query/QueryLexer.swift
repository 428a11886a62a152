/// A word of the query language.
struct QueryToken: Equatable {
    enum Kind: Equatable {
        case open, close, and, or, not, plus
        /// `name:`, directly before its value.
        case field(String)
        case text(String, isQuoted: Bool)
        /// `<`, `<=`, `>` or `>=`, directly before its value.
        case comparison(String)
        case range(lower: FieldBound?, upper: FieldBound?)
        /// `~n` behind a quotation.
        case slop(Int)
        /// `^n`.
        case boost(Double)
        case end
    }

    var kind: Kind
    /// Where it begins, in characters from 0.
    var offset: Int
}

/// Cuts a query into tokens.
///
/// Full-width forms of the signs count as the signs; a backslash takes the meaning from the sign behind it.
///
/// A bracket that stands directly behind a character of a word belongs to the word when it closes before the word ends, so
/// that 县（市）政府 and 沈政发（2026）1号 are words. A word in full-width brackets is a word with them.
struct QueryLexer {
    private let characters: [Character]
    /// The characters with full-width forms made ASCII.
    private let plain: [Character]
    private var position = 0
    private var tokens: [QueryToken] = []

    static func tokens(of query: String) throws(QuerySyntaxError) -> [QueryToken] {
        var lexer = QueryLexer(query)
        try lexer.run()
        return lexer.tokens
    }

    private init(_ query: String) {
        characters = Array(query)
        plain = characters.map(Self.narrow)
    }

    private mutating func run() throws(QuerySyntaxError) {
        while position < characters.count {
            let start = position
            switch plain[position] {
            case let character where character.isWhitespace: position += 1
            case "(" where isBracketedWord: readWord()
            case "(": add(.open)
            case ")": add(.close)
            case "-" where isBeforeTerm, "!" where isBeforeTerm: add(.not)
            case "+" where isBeforeTerm: add(.plus)
            // Alone they belong to nothing.
            case "-", "!", "+": throw QuerySyntaxError(problem: .missingTerm, offset: position)
            case "&" where follows("&&"): add(.and, length: 2)
            case "|" where follows("||"): add(.or, length: 2)
            case "\"": try readQuoted()
            case "^" where start > 0 && !plain[start - 1].isWhitespace: try readBoost()
            case "<", ">": readComparison()
            case "[" where isAfterField, "{" where isAfterField: try readRange()
            default: readWord()
            }
            precondition(position > start, "the lexer stands still")
        }
        tokens.append(QueryToken(kind: .end, offset: characters.count))
    }

    /// Whether full-width brackets open a word: （一） and （试行）办法 are texts, （煤 OR 电） is a group.
    private var isBracketedWord: Bool {
        guard characters[position] == "（", let end = bracketEnd(from: position), end > position + 1 else {
            return false
        }
        return !plain[position + 1..<end].contains { ":^()".contains($0) }
    }

    private var isBeforeTerm: Bool { position + 1 < plain.count && !plain[position + 1].isWhitespace }

    private var isAfterField: Bool {
        if case .field = tokens.last?.kind { return true }
        return false
    }

    private func follows(_ sign: String) -> Bool { plain[position...].starts(with: sign) }

    private mutating func add(_ kind: QueryToken.Kind, length: Int = 1) {
        tokens.append(QueryToken(kind: kind, offset: position))
        position += length
    }

    private mutating func readQuoted() throws(QuerySyntaxError) {
        let start = position
        var text = ""
        position += 1
        // A straight mark is closed by a straight one where there is one, so that curved ones can stand between them.
        let isStraight = "\"＂".contains(characters[start]) && characters[position...].contains { "\"＂".contains($0) }
        let closing = isStraight ? "\"＂" : "\"＂”"
        while position < characters.count, !closing.contains(characters[position]) {
            if plain[position] == "\\", position + 1 < characters.count { position += 1 }
            text.append(characters[position])
            position += 1
        }
        guard position < characters.count else { throw QuerySyntaxError(problem: .unclosedQuote, offset: start) }
        position += 1
        tokens.append(QueryToken(kind: .text(text, isQuoted: true), offset: start))
        if position < plain.count, plain[position] == "~" {
            let place = position
            position += 1
            let number = readNumber()
            guard let distance = Int(number) else { throw QuerySyntaxError(problem: .missingNumber, offset: place) }
            tokens.append(QueryToken(kind: .slop(distance), offset: place))
        }
    }

    private mutating func readBoost() throws(QuerySyntaxError) {
        let start = position
        position += 1
        let number = readNumber()
        guard let boost = Double(number), Query.boosts.contains(boost) else {
            throw QuerySyntaxError(problem: .missingNumber, offset: start)
        }
        tokens.append(QueryToken(kind: .boost(boost), offset: start))
    }

    private mutating func readNumber() -> String {
        var number = ""
        while position < plain.count, plain[position].isASCII, plain[position].isNumber || plain[position] == "." {
            number.append(plain[position])
            position += 1
        }
        return number
    }

    private mutating func readComparison() {
        let start = position
        var sign = String(plain[position])
        position += 1
        if position < plain.count, plain[position] == "=" {
            sign.append("=")
            position += 1
        }
        tokens.append(QueryToken(kind: .comparison(sign), offset: start))
    }

    /// `[a TO b]`, with braces where an end is not in; `*` for no bound.
    private mutating func readRange() throws(QuerySyntaxError) {
        let start = position
        guard let end = plain[start...].firstIndex(where: { $0 == "]" || $0 == "}" }) else {
            throw QuerySyntaxError(problem: .unclosedBracket, offset: start)
        }
        let words = String(characters[start + 1..<end]).split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == 3, words[1].map(Self.narrow) == Array("TO") else {
            throw QuerySyntaxError(problem: .badRange, offset: start)
        }
        func bound(_ word: String, isIncluded: Bool) -> FieldBound? {
            word == "*" || word == "＊" ? nil : FieldBound(word, isIncluded: isIncluded)
        }
        position = end + 1
        tokens.append(
            QueryToken(
                kind: .range(
                    lower: bound(words[0], isIncluded: plain[start] == "["),
                    upper: bound(words[2], isIncluded: plain[end] == "]")), offset: start))
    }

    private mutating func readWord() {
        let start = position
        var word = ""
        while position < characters.count {
            let character = plain[position]
            if character.isWhitespace || character == "\"" || character == ")" { break }
            if character == "\\" {
                // What was escaped keeps its backslash where patterns give it a meaning; a last one stands for itself.
                let escaped = position + 1 < characters.count ? characters[position + 1] : "\\"
                if Wildcard.signs.contains(escaped) { word.append("\\") }
                word.append(escaped)
                position = min(position + 2, characters.count)
                continue
            }
            if character == "^", position > start { break }
            if character == "(" {
                guard position > start || isBracketedWord, let end = bracketEnd(from: position) else { break }
                word.append(contentsOf: String(characters[position...end]))
                position = end + 1
                continue
            }
            if character == ":", isFieldName(start..<position) {
                tokens.append(QueryToken(kind: .field(String(plain[start..<position]).lowercased()), offset: start))
                position += 1
                return
            }
            word.append(characters[position])
            position += 1
        }
        let kind: QueryToken.Kind =
            switch String(plain[start..<position]) {
            case "AND": .and
            case "OR": .or
            case "NOT": .not
            default: .text(word, isQuoted: false)
            }
        tokens.append(QueryToken(kind: kind, offset: start))
    }

    /// Where the bracket closes that opens at `start`; nil where white space, a quotation mark or the end comes first.
    private func bracketEnd(from start: Int) -> Int? {
        var depth = 0
        for index in start..<plain.count {
            let character = plain[index]
            if character.isWhitespace || character == "\"" { return nil }
            if character == "(" { depth += 1 }
            if character == ")" {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }

    private func isFieldName(_ range: Range<Int>) -> Bool {
        !range.isEmpty && plain[range].allSatisfy { $0.isASCII && $0.isLetter }
    }

    /// Full-width forms and curved quotation marks made ASCII.
    private static func narrow(_ character: Character) -> Character {
        if "“”„＂".contains(character) { return "\"" }
        if "－−".contains(character) { return "-" }
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
            (0xFF01...0xFF5E).contains(scalar.value), let ascii = Unicode.Scalar(scalar.value - 0xFEE0)
        else { return character }
        return Character(ascii)
    }
}
