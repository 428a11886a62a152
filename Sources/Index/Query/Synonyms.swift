import CSynonyms

/// Words that mean nearly the same in official documents: 处罚, 罚款, 责令改正.
///
/// The groups stand in Sources/CSynonyms/synonyms.tsv; a domain expert edits them.
struct Synonyms {
    /// For each word, folded, the others of its groups.
    private let others: [String: [String]]
    private let normalizer: Normalizer

    init(normalizer: Normalizer) {
        let bytes = unsafe UnsafeBufferPointer(start: synonyms_bytes(), count: synonyms_count())
        self.init(unsafe String(decoding: bytes, as: UTF8.self), normalizer: normalizer)
    }

    /// - Parameter groups: A group a line, words parted by tabs.
    init(_ groups: String, normalizer: Normalizer) {
        self.normalizer = normalizer
        var others: [String: [String]] = [:]
        for group in groups.split(separator: "\n") {
            let words = group.split(separator: "\t").map(String.init)
            for word in words {
                let key = normalizer.key(word)
                let known = others[key] ?? []
                others[key] = known + words.filter { $0 != word && !known.contains($0) }
            }
        }
        self.others = others
    }

    func others(of text: String) -> [String] { others[normalizer.key(text)] ?? [] }
}

extension Query {
    /// What a word counts that stands for another.
    private static let synonymBoost = 0.4

    /// The query with words of the field beside those that mean nearly the same; they count less.
    public func withSynonyms() throws -> Query { expanded(by: Synonyms(normalizer: try Normalizer.shared())) }

    func expanded(by synonyms: Synonyms) -> Query {
        switch self {
        case .phrase(let text):
            let others = synonyms.others(of: text).map { Query.boosted(.phrase($0), Self.synonymBoost) }
            return others.isEmpty ? self : .boolean(must: [], should: [self] + others, mustNot: [])
        case .boosted(let inner, let factor): return .boosted(inner.expanded(by: synonyms), factor)
        case .boolean(let must, let should, let mustNot):
            func all(_ parts: [Query]) -> [Query] { parts.map { $0.expanded(by: synonyms) } }
            // What must not fit is meant by its very word.
            return .boolean(must: all(must), should: all(should), mustNot: mustNot)
        case .near, .wildcard, .field, .all: return self
        }
    }
}
