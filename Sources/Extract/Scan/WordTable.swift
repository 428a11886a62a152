import Ingest

/// A set of words, each with a value, found by the longest match at an offset.
///
/// ```swift
/// let units = WordTable([("个", 1), ("个百分点", 2)])
/// units.match(text, at: 3)   // the longest word that begins there
/// ```
///
/// Complexity: a lookup compares only words that share their first (or last) character.
struct WordTable<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        var word: [Unicode.Scalar]
        var value: Value
    }

    private let byFirst: ScalarMap<[Entry]>
    private let byLast: ScalarMap<[Entry]>

    init(_ words: [(String, Value)]) {
        var byFirst: [Unicode.Scalar: [Entry]] = [:]
        var byLast: [Unicode.Scalar: [Entry]] = [:]
        for (word, value) in words {
            let entry = Entry(word: Array(word.unicodeScalars), value: value)
            guard let first = entry.word.first, let last = entry.word.last else { continue }
            byFirst[first, default: []].append(entry)
            byLast[last, default: []].append(entry)
        }
        self.byFirst = ScalarMap(byFirst.mapValues { $0.sorted { $0.word.count > $1.word.count } })
        self.byLast = ScalarMap(byLast.mapValues { $0.sorted { $0.word.count > $1.word.count } })
    }

    /// The longest word that begins at an offset and ends before a limit.
    func match(_ text: [Unicode.Scalar], at start: Int, before limit: Int) -> (length: Int, value: Value)? {
        guard start >= 0, start < limit, let entries = byFirst[text[start]] else { return nil }
        for entry in entries where start + entry.word.count <= limit {
            if text.holds(entry.word, at: start) { return (entry.word.count, entry.value) }
        }
        return nil
    }

    /// The longest word that ends before an offset and begins at or behind a limit.
    func match(_ text: [Unicode.Scalar], endingAt end: Int, from limit: Int) -> (length: Int, value: Value)? {
        guard end > limit, let entries = byLast[text[end - 1]] else { return nil }
        for entry in entries where end - entry.word.count >= limit {
            if text.holds(entry.word, at: end - entry.word.count) { return (entry.word.count, entry.value) }
        }
        return nil
    }

    /// The first place in a stretch at which a word begins.
    func first(in text: [Unicode.Scalar], _ range: Range<Int>) -> (range: Range<Int>, value: Value)? {
        for start in range {
            if let found = match(text, at: start, before: range.upperBound) {
                return (start..<start + found.length, found.value)
            }
        }
        return nil
    }

    /// Whether a word stands anywhere in a stretch.
    func occurs(in text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        first(in: text, range) != nil
    }
}

extension WordTable where Value == Bool {
    /// A set of words without values; the words of each line are parted by blanks.
    init(words lines: String) {
        self.init(lines.split(whereSeparator: \.isWhitespace).map { (String($0), true) })
    }

    /// A set of words and of longer words that contain one of them and mean another thing.
    init(truths: String, falsehoods: String) {
        let words = { (lines: String, value: Bool) in
            lines.split(whereSeparator: \.isWhitespace).map { (String($0), value) }
        }
        self.init(words(truths, true) + words(falsehoods, false))
    }

    /// Whether a true word stands anywhere in a stretch, the words within false ones aside.
    func holds(in text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            guard let found = match(text, at: index, before: range.upperBound) else {
                index += 1
                continue
            }
            if found.value { return true }
            index += found.length
        }
        return false
    }
}

extension [Unicode.Scalar] {
    /// Whether a word stands at an offset.
    func holds(_ word: [Unicode.Scalar], at start: Int) -> Bool {
        guard start >= 0, start + word.count <= count else { return false }
        for index in word.indices where self[start + index] != word[index] { return false }
        return true
    }

    /// Whether a word stands at an offset.
    func holds(_ word: String, at start: Int) -> Bool {
        guard start >= 0 else { return false }
        var index = start
        for scalar in word.unicodeScalars {
            guard index < count, self[index] == scalar else { return false }
            index += 1
        }
        return true
    }

    /// Whether a word ends before an offset.
    func holds(_ word: String, endingAt end: Int) -> Bool {
        holds(word, at: end - word.unicodeScalars.count)
    }

    /// The character at an offset; nil outside of the text.
    func at(_ index: Int) -> Unicode.Scalar? {
        index >= 0 && index < count ? self[index] : nil
    }
}
