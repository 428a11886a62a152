import Index

/// What a question is about besides the parts that have a form: its words, and how they stand together.
struct Matter {
    /// A word and the forms in which a text can have it.
    struct Word {
        /// As typed.
        var text: String
        var range: Range<Int>
        /// Folded, in UTF-8; the first is the word itself unless it was translated.
        var forms: [[UInt8]]
        /// How much it says: the rarer, the more.
        var weight: Double
        /// Whether the archive has it nowhere.
        var isAbsent = false
    }

    var words: [Word] = []
    /// Runs of words that stand together, as typed.
    var phrases: [String] = []

    var isEmpty: Bool { words.isEmpty }
    var weight: Double { words.reduce(0) { $0 + $1.weight } }

    /// What the words are, as typed.
    var text: String { phrases.joined(separator: " ") }

    /// Returns the words that none of the texts has.
    ///
    /// A phrase that is a short form of something in a text stands for its words: 婚检率 for 婚前医学检查率.
    func missing(in texts: [Haystack]) -> [Word] {
        words.filter { word in !texts.contains { text in word.forms.contains { text.contains($0) } } }
            .filter { word in !texts.contains { text in abbreviation(of: word).map(text.abbreviates) ?? false } }
    }

    /// The phrase around a word that the archive has nowhere.
    private func abbreviation(of word: Word) -> [Unicode.Scalar]? {
        guard word.isAbsent || words.allSatisfy({ $0.text.count < 3 }) else { return nil }
        let around = phrases.first { $0.contains(word.text) } ?? word.text
        return (3...7).contains(around.unicodeScalars.count) ? QuestionText(around).folded : nil
    }
}
