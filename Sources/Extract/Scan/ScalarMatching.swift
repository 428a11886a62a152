import Ingest

/// A list of words as scalars, kept by first character so that a text is read once whatever the number of words.
struct ScalarWords: Sendable {
    private let byFirst: ScalarMap<[[Unicode.Scalar]]>

    /// - Parameter list: The words, separated by blanks.
    init(_ list: String) {
        var table: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
        for word in list.split(whereSeparator: \.isWhitespace) {
            let scalars = Array(word.unicodeScalars)
            if let first = scalars.first { table[first, default: []].append(scalars) }
        }
        byFirst = ScalarMap(table.mapValues { $0.sorted { $0.count > $1.count } })
    }

    /// The length of the longest word that begins at an offset.
    func match(_ text: [Unicode.Scalar], at index: Int, before end: Int) -> Int? {
        guard index < end, let words = byFirst[text[index]] else { return nil }
        return words.first { index + $0.count <= end && text[index..<index + $0.count].elementsEqual($0) }?.count
    }

    /// The first word within a range.
    func first(_ text: [Unicode.Scalar], in range: Range<Int>) -> Range<Int>? {
        for index in range {
            if let length = match(text, at: index, before: range.upperBound) { return index..<index + length }
        }
        return nil
    }

    /// The word that begins last within a range.
    func last(_ text: [Unicode.Scalar], in range: Range<Int>) -> Range<Int>? {
        for index in range.reversed() {
            if let length = match(text, at: index, before: range.upperBound) { return index..<index + length }
        }
        return nil
    }

    /// Whether a word ends exactly at the end of a range.
    func endsWith(_ text: [Unicode.Scalar], in range: Range<Int>, longest: Int = 12) -> Bool {
        for index in max(range.lowerBound, range.upperBound - longest)..<range.upperBound {
            if match(text, at: index, before: range.upperBound) == range.upperBound - index { return true }
        }
        return false
    }
}

extension [Unicode.Scalar] {
    /// Whether a word stands at an offset.
    func has(_ word: String, at index: Int) -> Bool {
        var place = index
        for scalar in word.unicodeScalars {
            guard place < count, self[place] == scalar else { return false }
            place += 1
        }
        return true
    }

    /// The text of a range, blanks left out except between Latin words.
    func compact(_ range: Range<Int>) -> String {
        var result: [Unicode.Scalar] = []
        for index in range {
            if self[index].isBlank {
                guard let last = result.last, last.isLatin, index + 1 < range.upperBound, self[index + 1].isLatin else {
                    continue
                }
            }
            result.append(self[index])
        }
        return result.string
    }
}

extension Unicode.Scalar {
    /// A full stop, semicolon, exclamation or question mark: a clause of its own ends here.
    var endsSentence: Bool {
        switch self {
        case "。", "；", ";", "！", "？", "\n": true
        default: false
        }
    }

    var isComma: Bool { self == "，" || self == "," }
}
