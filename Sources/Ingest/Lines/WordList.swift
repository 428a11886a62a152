/// A list of words that is asked whether one of them begins or ends a text, or stands in it.
///
/// Words are found by their first or last character, so that the length of the list costs nothing.
public struct WordList: Sendable {
    @usableFromInline
    let byFirst: ScalarMap<[[Unicode.Scalar]]>
    @usableFromInline
    let byLast: ScalarMap<[[Unicode.Scalar]]>

    public init(_ words: [String]) {
        var first: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
        var last: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
        for word in words.map({ Array($0.unicodeScalars) }) {
            guard let opening = word.first, let closing = word.last else { continue }
            first[opening, default: []].append(word)
            last[closing, default: []].append(word)
        }
        byFirst = ScalarMap(first)
        byLast = ScalarMap(last)
    }

    /// Whether a word ends the text.
    @inlinable
    public func ends(_ text: some RandomAccessCollection<Unicode.Scalar>) -> Bool {
        guard let last = text.last, let words = byLast[last] else { return false }
        return words.contains { $0.count <= text.count && text.suffix($0.count).elementsEqual($0) }
    }

    /// Whether a word begins the text.
    @inlinable
    public func begins(_ text: some RandomAccessCollection<Unicode.Scalar>) -> Bool {
        guard let first = text.first, let words = byFirst[first] else { return false }
        return words.contains { text.starts(with: $0) }
    }

    /// Whether the text is one of the words.
    @inlinable
    public func has(_ text: some RandomAccessCollection<Unicode.Scalar>) -> Bool {
        guard let first = text.first, let words = byFirst[first] else { return false }
        return words.contains { text.elementsEqual($0) }
    }

    /// Whether a word stands somewhere in the text.
    @inlinable
    public func occurs(in text: some RandomAccessCollection<Unicode.Scalar>) -> Bool {
        text.indices.contains { at in
            guard let words = byFirst[text[at]] else { return false }
            return words.contains { text[at...].starts(with: $0) }
        }
    }
}

extension WordList: ExpressibleByArrayLiteral {
    public init(arrayLiteral words: String...) { self.init(words) }
}
