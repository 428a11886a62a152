public import Foundation

/// Texts that an index is made of.
public protocol PassageTexts: Sendable {
    /// The highest id.
    var lastPassage: Int64 { get }
    /// Up to `limit` passages with ids above `id` and up to `last`, ascending; asked from several threads at once.
    func passages(after id: Int64, upTo last: Int64, limit: Int) throws(ArchiveError) -> [(id: Int64, text: String)]
}

/// The full-text index by itself, without records: passages in, ids out.
///
/// An ``Archive`` has one within it; this is for those who keep their texts elsewhere, and for measuring.
public struct PassageIndex: Sendable {
    /// How a clause takes part.
    public enum Occurrence: Sendable { case must, should, mustNot }

    /// A phrase, and how it takes part.
    public struct Clause: Sendable {
        public var occurrence: Occurrence
        /// White space in it stands for any run of marks and white space, or for nothing.
        public var text: String

        public init(_ occurrence: Occurrence, _ text: String) {
            self.occurrence = occurrence
            self.text = text
        }
    }

    private let snapshot: Searcher
    private let normalizer: Normalizer
    private let spacing: Phrase.Spacing

    /// Opens an index.
    ///
    /// - Parameters:
    ///   - url: The normalizer that it was made in.
    ///   - ignoresSpacing: Whether 2025 年 in a text is as good as 2025年.
    /// - Throws: ``ArchiveError``: `notAnArchive` where there is no index, or a damaged one.
    public init(opening url: URL, ignoresSpacing: Bool = true) throws(ArchiveError) {
        guard let snapshot = IndexDirectory(url: url).load() else {
            throw ArchiveError(.notAnArchive, path: url.path(percentEncoded: false))
        }
        self.snapshot = snapshot
        normalizer = try Normalizer.shared()
        spacing = ignoresSpacing ? .ignored : .asPrinted
    }

    /// Makes an index in a normalizer; one that is there is caught up with ids above its last.
    ///
    /// - Parameter cores: How many threads work.
    public static func make(
        of texts: some PassageTexts, in url: URL, cores: Int = ProcessInfo.processInfo.activeProcessorCount
    ) throws(ArchiveError) {
        let normalizer = IndexDirectory(url: url)
        var update = IndexWriter(records: IndexedPassages(texts: texts), store: normalizer)
        update.cores = cores
        try normalizer.publish(try update.run(from: normalizer.load()?.manifest ?? IndexManifest()))
    }

    /// The best passages, best first, and how many fit.
    public func search(
        _ clauses: [Clause], limit: Int, counting: HitCounting = .quick
    ) -> (best: [(id: Int64, score: Float)], count: HitCount) {
        let hits = snapshot.search(plan(clauses), limit: limit, counting: counting)
        return (hits.best.map { ($0.passage, $0.score) }, hits.count)
    }

    /// All passages that fit, ascending.
    public func all(_ clauses: [Clause]) -> [Int64] { snapshot.allMatches(plan(clauses)) }

    private func plan(_ clauses: [Clause]) -> PreparedPlan {
        func parts(_ occurrence: Occurrence) -> [QueryPlan] {
            clauses.filter { $0.occurrence == occurrence }.map { clause in
                .phrase(
                    Phrase(clause.text, normalizer: normalizer, spacing: spacing), name: clause.text, boost: 1)
            }
        }
        return snapshot.prepare(.joined(must: parts(.must), should: parts(.should), mustNot: parts(.mustNot)))
    }
}

private struct IndexedPassages<Texts: PassageTexts>: IndexedRecords {
    let texts: Texts

    func generation() throws(ArchiveError) -> Int64 { 1 }
    func lastPassage() throws(ArchiveError) -> Int64 { texts.lastPassage }
    func removed(after generation: Int64) throws(ArchiveError) -> [IndexManifest.Run] { [] }

    func passages(after id: Int64, upTo last: Int64, limit: Int) throws(ArchiveError) -> [IndexedText] {
        try texts.passages(after: id, upTo: last, limit: limit).map { IndexedText(id: $0.id, text: $0.text) }
    }
}
