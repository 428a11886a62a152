import Extract

/// Values of fields as they are written in queries.
enum FieldValue {
    /// Whether a value can be held against a field.
    static func isReadable(_ value: String, _ field: QueryField, normalizer: Normalizer) -> Bool {
        switch field.order {
        case .text: true
        case .number: number(value, normalizer: normalizer) != nil
        case .date: date(value, normalizer: normalizer) != nil
        }
    }

    /// A number, with or without a measure behind it: 95, 95.5, 95%, 1000场, 2026年.
    static func number(_ value: String, normalizer: Normalizer) -> Double? {
        let key = normalizer.key(value)
        var digits = key.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "-" }
        while digits.last == "." || digits.last == "-" { digits.removeLast() }
        return Double(digits)
    }

    /// A date or a part of one in ISO 8601: `2019`, `2019-06`, `2019-06-30`; read from 2019-6-30, 2019/6, 2019年6月底 and the like.
    static func date(_ value: String, normalizer: Normalizer) -> String? {
        let key = normalizer.key(value)
        let numbers = key.split { !($0.isASCII && $0.isNumber) }.map(String.init)
        let isDate = key.allSatisfy { $0.isASCII && $0.isNumber || "-/.年月日号底末前".contains($0) }
        guard isDate, (1...3).contains(numbers.count), numbers[0].count == 4, let year = Int(numbers[0]) else {
            return nil
        }
        let rest = numbers.dropFirst().compactMap(Int.init)
        guard rest.count == numbers.count - 1, rest.first.map({ (1...12).contains($0) }) ?? true,
            rest.dropFirst().first.map({ (1...31).contains($0) }) ?? true
        else { return nil }
        return ([padded(year, 4)] + rest.map { padded($0, 2) }).joined(separator: "-")
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// A role, by its name in records or as Chinese documents say it.
    static func role(_ key: String) -> AssignmentRecord.Role? {
        switch key {
        case "牵头", "主责", "牵头单位": .lead
        case "负责", "责任", "责任单位": .responsible
        case "配合", "协助", "参与", "支持", "配合单位": .support
        case "落实", "实施", "承办": .implement
        default: AssignmentRecord.Role(rawValue: key)
        }
    }
}

/// Patterns with `*` for any number of characters and `?` for one; a backslash takes the meaning from them.
struct Wildcard: Equatable, Sendable {
    enum Token: Equatable, Sendable {
        case text([UInt32])
        case one
        case any
    }

    var tokens: [Token]

    /// Whether a word of a query has signs of a pattern.
    static func isPattern(_ word: String) -> Bool {
        var isEscaped = false
        for character in word {
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if "*?＊？".contains(character) {
                return true
            }
        }
        return false
    }

    /// What has a meaning in patterns.
    static let signs: Set<Character> = ["*", "?", "＊", "？", "\\"]

    /// The word with the backslashes before signs taken out.
    static func unescaped(_ word: String) -> String {
        var result = ""
        var isEscaped = false
        for character in word {
            isEscaped = character == "\\" && !isEscaped
            if !isEscaped { result.append(character) }
        }
        return result
    }

    /// - Parameter fold: Folds a text to what is compared.
    init(_ pattern: String, fold: (String) -> [UInt32]) {
        tokens = []
        var text = ""
        var isEscaped = false
        func flush(_ tokens: inout [Token]) {
            let folded = fold(text)
            if !folded.isEmpty { tokens.append(.text(folded)) }
            text = ""
        }
        for character in pattern {
            if isEscaped {
                text.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if "*＊".contains(character) {
                flush(&tokens)
                if tokens.last != .any { tokens.append(.any) }
            } else if "?？".contains(character) {
                flush(&tokens)
                tokens.append(.one)
            } else {
                text.append(character)
            }
        }
        flush(&tokens)
    }

    /// The texts in it.
    var phrases: [[UInt32]] {
        tokens.compactMap { token in
            if case .text(let text) = token { return text }
            return nil
        }
    }

    /// The stretches of a text, the shortest at each place, that fit; what `*` and `?` stand for is word characters.
    ///
    /// - Parameter isWord: Whether a scalar is part of words.
    func places(in text: [UInt32], isWord: (UInt32) -> Bool) -> [Range<Int>] {
        let groups = self.groups
        return text.indices.compactMap { Self.place(of: groups, in: text, at: $0, isWord) }
    }

    /// Whether it fits somewhere in a text.
    func fits(_ text: [UInt32], isWord: (UInt32) -> Bool) -> Bool {
        let groups = self.groups
        return text.indices.contains { Self.place(of: groups, in: text, at: $0, isWord) != nil }
    }

    /// What stands between signs for any number; such signs at the ends add nothing.
    private var groups: [ArraySlice<Token>] { tokens.split(separator: .any) }

    private static func place(
        of groups: [ArraySlice<Token>], in text: [UInt32], at start: Int, _ isWord: (UInt32) -> Bool
    ) -> Range<Int>? {
        guard let first = groups.first, var end = Self.end(of: first, in: text, at: start, isWord), end > start else {
            return nil
        }
        // The first place of each group leaves the most room for the next, so that no other need be tried.
        for group in groups.dropFirst() {
            while true {
                if let next = Self.end(of: group, in: text, at: end, isWord) {
                    end = next
                    break
                }
                guard end < text.count, isWord(text[end]) else { return nil }
                end += 1
            }
        }
        return start..<end
    }

    /// Whether the whole of a text fits.
    func matches(_ text: [UInt32]) -> Bool {
        let groups = tokens.split(separator: .any, omittingEmptySubsequences: false)
        let last = groups.count - 1
        let length = groups[last].reduce(0) { $0 + $1.length }
        var end = 0
        for (number, group) in groups.enumerated() {
            var start = end
            if number > 0, number == last {
                guard text.count - length >= end else { return false }
                start = text.count - length
            }
            while true {
                if let next = Self.end(of: group, in: text, at: start, { _ in true }) {
                    end = next
                    break
                }
                guard number > 0, number < last, start < text.count else { return false }
                start += 1
            }
        }
        return end == text.count
    }

    /// Where tokens of fixed length end that begin at `start`; nil where they don't fit.
    private static func end(
        of tokens: ArraySlice<Token>, in text: [UInt32], at start: Int, _ isWord: (UInt32) -> Bool
    ) -> Int? {
        var at = start
        for token in tokens {
            guard at < text.count else { return nil }
            switch token {
            case .text(let phrase): guard text[at...].starts(with: phrase) else { return nil }
            case .one, .any: guard isWord(text[at]) else { return nil }
            }
            at += token.length
        }
        return at
    }
}

extension Wildcard.Token {
    /// How many scalars it stands for, where that is fixed.
    fileprivate var length: Int {
        switch self {
        case .text(let phrase): phrase.count
        case .one: 1
        case .any: 0
        }
    }
}

/// Parts of a text that stand near each other.
enum Nearness {
    /// The stretches in which all parts stand, in any order, with at most `distance` other characters between them.
    static func places(of parts: [[UInt32]], distance: Int, in text: [UInt32]) -> [Range<Int>] {
        guard !parts.isEmpty else { return [] }
        var occurrences: [(start: Int, part: Int)] = []
        for (number, part) in parts.enumerated() where !part.isEmpty {
            for start in text.indices where text[start] == part[0] && text[start...].starts(with: part) {
                occurrences.append((start, number))
            }
        }
        occurrences.sort { ($0.start, $0.part) < ($1.start, $1.part) }
        let length = parts.reduce(0) { $0 + $1.count }
        var places: [Range<Int>] = []
        for first in occurrences.indices {
            var seen: Set<Int> = []
            var end = 0
            var before = occurrences[first].start
            for occurrence in occurrences[first...] {
                guard occurrence.start - occurrences[first].start <= length + distance else { break }
                // Parts don't overlap.
                guard !seen.contains(occurrence.part), occurrence.start >= before else { continue }
                seen.insert(occurrence.part)
                before = occurrence.start + parts[occurrence.part].count
                end = max(end, before)
                if seen.count == parts.count { break }
            }
            if seen.count == parts.count, end - occurrences[first].start - length <= distance {
                places.append(occurrences[first].start..<end)
            }
        }
        return places
    }
}
