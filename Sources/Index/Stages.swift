public import Extract

/// The stages of indexing one by one, for measuring them.
@_spi(Stages) public enum IndexStages {
    /// The texts that an archive searches of a record, each with label and heading.
    public static func passages(of record: GazetteRecord) -> [String] {
        record.documents.flatMap { Passage.all(of: $0).map(\.text) }
    }

    /// How many tokens, words and the marks between them, the folded texts consist of.
    ///
    /// - Throws: ``ArchiveError`` where ICU's data is missing.
    public static func cut(_ texts: [String]) throws(ArchiveError) -> Int {
        var cutter = try Tokenizer()
        var passage = TokenizedPassage()
        var count = 0
        for text in texts {
            cutter.cut(text, emphasis: 0, into: &passage)
            count += passage.ends.count
        }
        return count
    }
}

/// TermFrequency the words of a text by ICU's dictionary: the least that a search engine has to do with it.
@_spi(Stages) @safe public struct WordCounter: ~Copyable {
    private let breaker: WordBreaker

    /// - Throws: ``ArchiveError`` where ICU's data is missing.
    public init() throws(ArchiveError) { breaker = try WordBreaker() }

    /// How many tokens, words and the marks between them, a text consists of.
    public func count(_ text: String) -> Int {
        var ends: [Int32] = []
        breaker.cut(Array(text.utf16), ends: &ends)
        return ends.count
    }
}
