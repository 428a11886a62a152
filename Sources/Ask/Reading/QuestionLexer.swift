import Ingest

/// Cuts a question into words.
///
/// At each place numbers, titles, dates and labels are tried first, then the longest word of ``QuestionWords``; what is none
/// of these is text, one token for each run of Han characters or Latin word.
struct QuestionLexer {
    private let text: QuestionText
    private let scalars: [Unicode.Scalar]
    private let dates: QuestionDates
    private let numbers: [Int: (end: Int, number: String)]
    private var tokens: [QuestionToken] = []

    /// - Parameter today: The day on which is asked, ISO 8601.
    static func tokens(of text: QuestionText, today: String) -> [QuestionToken] {
        var lexer = QuestionLexer(text, today: today)
        lexer.run()
        return lexer.tokens
    }

    private init(_ text: QuestionText, today: String) {
        self.text = text
        scalars = text.folded
        dates = QuestionDates(text.folded, today: today)
        // Numbers are looked for as printed: small letters stand in none.
        numbers = Dictionary(
            DocumentNumber.find(in: text.printed.map(HanFolding.fold)).map {
                ($0.range.lowerBound, (end: $0.range.upperBound, number: $0.number.text))
            }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func run() {
        var position = 0
        while position < scalars.count {
            let scalar = scalars[position]
            if scalar.properties.isWhitespace || Self.marks.contains(scalar) {
                position += 1
                continue
            }
            let (kind, end) = token(at: position)
            if kind == .text, let last = tokens.last, last.kind == .text, last.range.upperBound == position {
                tokens[tokens.count - 1].range = last.range.lowerBound..<end
            } else {
                tokens.append(
                    QuestionToken(
                        kind: kind, range: position..<end, form: QuestionWords.form(of: text.key(position..<end))))
            }
            position = end
        }
    }

    private func token(at start: Int) -> (QuestionToken.Kind, Int) {
        if let number = numbers[start] { return (.document(number.number), number.end) }
        if let (title, end) = enclosed(at: start, Self.titleMarks) { return (.document(title), end) }
        if let (quoted, end) = enclosed(at: start, Self.quotationMarks) { return (.quoted(quoted), end) }
        if let (dates, end) = dates.scan(at: start) { return (.dates(dates), end) }
        if let (label, end) = QuestionLabels.scan(scalars, at: start) { return (label, end) }
        if let (kind, end) = word(at: start) { return (kind, end) }
        var end = start + 1
        while text.isInsideWord(end) { end += 1 }
        return (.text, end)
    }

    /// The longest word of the lexicon at a place.
    private func word(at start: Int) -> (QuestionToken.Kind, Int)? {
        guard !text.isInsideWord(start) else { return nil }
        var key = ""
        var best: (QuestionToken.Kind, Int)?
        var end = start
        var length = 0
        while end < scalars.count, length < QuestionWords.longest {
            if scalars[end].properties.isWhitespace {
                // English words stand one space apart, however many there are.
                if key.last != " " { key.append(" ") }
            } else {
                key.unicodeScalars.append(scalars[end])
            }
            end += 1
            length += 1
            if !text.isInsideWord(end), let kind = QuestionWords.all[key] { best = (kind, end) }
        }
        return best
    }

    /// A text between marks, and the offset behind the closing one; where a mark inside is never closed, up to the last.
    private func enclosed(at start: Int, _ marks: [(open: Unicode.Scalar, close: Unicode.Scalar)]) -> (String, Int)? {
        guard let pair = marks.first(where: { $0.open == scalars[start] }) else { return nil }
        var depth = 0
        var last: Int?
        for index in start + 1..<scalars.count {
            if scalars[index] == pair.close {
                last = index
                depth -= 1
                if depth < 0 { break }
            } else if scalars[index] == pair.open {
                depth += 1
            }
        }
        guard let last, last > start + 1 else { return nil }
        return (text.text(start + 1..<last), last + 1)
    }

    private static let titleMarks: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [("《", "》"), ("〈", "〉")]
    private static let quotationMarks: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
        ("“", "”"), ("「", "」"), ("『", "』"), ("\"", "\""),
    ]
    /// What only parts words.
    private static let marks: Set<Unicode.Scalar> = [
        "?", "!", "。", ",", ";", ":", "'", "’", "、", ".", "…", "~",
    ]
}

extension QuestionWords {
    fileprivate static func form(of word: String) -> QuestionToken.Form {
        if unitEndings.contains(where: word.hasSuffix) { return .unit }
        return timeEndings.contains(where: word.hasSuffix) ? .time : .plain
    }

    /// The length of the longest word, in scalars.
    static let longest = all.keys.map(\.unicodeScalars.count).max() ?? 0
}
