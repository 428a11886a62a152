/// A passage that fits a query, and how well.
struct ScoredPassage: Equatable {
    var id: Int64
    var score: Double
}

/// What a part of a query adds to the score of a passage.
public struct ScorePart: Codable, Equatable, Sendable {
    /// The part of the query.
    public var part: String
    /// How often its text stands there as whole words, and inside words.
    public var whole: Int?
    public var inside: Int?
    /// BM25's share of the occurrences, plus 1 where the text stands as whole words.
    public var share: Double?
    /// The rarity by which the share is multiplied.
    public var rarity: Double?
    /// The boosts by which it is multiplied.
    public var boost: Double
    public var score: Double
}

/// Finds the passages that fit a query and scores them.
///
/// The scores of texts are those of ``Similarity``; fields score nothing, but for units, whose very name is worth more than a
/// name with an area before it.
final class QueryEvaluator {
    /// The passages for which tests of fields hold, all of them for the same record where they ask for parts of one; ascending.
    typealias FieldLookup = ([(QueryField, FieldTest)]) throws -> [ScoredPassage]
    /// The folded text of a passage.
    typealias TextLookup = (Int64) throws -> NormalizedText?

    private let index: any PhraseIndex
    private let normalizer: Normalizer
    private let lookup: FieldLookup
    private let text: TextLookup
    /// The passage whose score is told apart; nil for none.
    private var explained: Int64?
    private var parts: [ScorePart] = []

    init(index: any PhraseIndex, normalizer: Normalizer, lookup: @escaping FieldLookup, text: @escaping TextLookup) {
        self.index = index
        self.normalizer = normalizer
        self.lookup = lookup
        self.text = text
    }

    /// The passages in ascending order of ids.
    func evaluate(_ query: Query) throws -> [ScoredPassage] { try evaluate(query, boost: 1) }

    /// What makes up the score of a passage.
    func explanation(of passage: Int64, _ query: Query) throws -> [ScorePart] {
        explained = passage
        parts = []
        defer { explained = nil }
        _ = try evaluate(query)
        return parts
    }

    private func evaluate(_ query: Query, boost: Double) throws -> [ScoredPassage] {
        switch query {
        case .phrase(let text):
            return scored(text, matches(of: text), boost: boost)
        case .near, .wildcard:
            return try pattern(query, boost: boost)
        case .field(let field, let test):
            return try fields([(field, test)], boost: boost)
        case .all:
            return index.allPassages().map { ScoredPassage(id: $0, score: 0) }
        case .boosted(let inner, let factor):
            return try evaluate(inner, boost: boost * factor)
        case .boolean(let must, let should, let mustNot):
            return try boolean(must, should, mustNot, boost: boost)
        }
    }

    private func boolean(
        _ must: [Query], _ should: [Query], _ mustNot: [Query], boost: Double
    ) throws -> [ScoredPassage] {
        var result: [ScoredPassage]?
        for part in try required(must, boost: boost) {
            result = result.map { Self.intersect($0, part) } ?? part
            if result?.isEmpty == true { return [] }
        }
        var optional: [ScoredPassage] = []
        for part in should { optional = Self.union(optional, try evaluate(part, boost: boost)) }
        if let required = result {
            result = Self.adding(optional, to: required)
        } else if !should.isEmpty {
            result = optional
        } else {
            result = mustNot.isEmpty ? [] : index.allPassages().map { ScoredPassage(id: $0, score: 0) }
        }
        for part in mustNot {
            let saved = explained
            explained = nil
            result = Self.subtract(try evaluate(part, boost: 1), from: result ?? [])
            explained = saved
        }
        return result ?? []
    }

    /// The results of each required part; fields that speak of one record are asked together.
    private func required(_ must: [Query], boost: Double) throws -> [[ScoredPassage]] {
        var results: [[ScoredPassage]] = []
        var groups: [RecordKind: [(QueryField, FieldTest)]] = [:]
        for part in must {
            if case .field(let field, let test) = part, let kind = RecordKind(field) {
                groups[kind, default: []].append((field, test))
            } else {
                results.append(try evaluate(part, boost: boost))
            }
        }
        for kind in RecordKind.allCases {
            if let group = groups[kind] { results.append(try fields(group, boost: boost)) }
        }
        return results
    }

    private func fields(_ tests: [(QueryField, FieldTest)], boost: Double) throws -> [ScoredPassage] {
        if tests.count == 1, tests[0].0 == .text, case .equals(let text) = tests[0].1 {
            return try evaluate(.phrase(text), boost: boost)
        }
        return try lookup(tests).map { passage in
            let score = passage.score * boost
            if passage.id == explained, score > 0 {
                let name = tests.map { Query.field($0.0, $0.1).description }.joined(separator: " ")
                parts.append(ScorePart(part: name, boost: boost, score: score))
            }
            return ScoredPassage(id: passage.id, score: score)
        }
    }

    private func matches(of text: String) -> (matches: [PhraseMatch], rarity: Float) {
        let phrase = Phrase(text, normalizer: normalizer)
        return (index.matches(of: phrase), index.rarity(of: phrase))
    }

    private func scored(
        _ name: String, _ found: (matches: [PhraseMatch], rarity: Float), boost: Double
    ) -> [ScoredPassage] {
        found.matches.map { match in
            let score = Double(match.share) * Double(found.rarity) * boost
            if match.passage == explained {
                parts.append(
                    ScorePart(
                        part: name, whole: match.counts.whole, inside: match.counts.part, share: Double(match.share),
                        rarity: Double(found.rarity), boost: boost, score: score))
            }
            return ScoredPassage(id: match.passage, score: score)
        }
    }

    /// The passages with the texts of a pattern, held against the pattern one by one.
    private func pattern(_ query: Query, boost: Double) throws -> [ScoredPassage] {
        let phrases: [[UInt32]] =
            switch query {
            case .near(let parts, _): parts.map { normalizer.fold($0).scalars }
            case .wildcard(let pattern): Wildcard(pattern) { normalizer.fold($0).scalars }.phrases
            default: []
            }
        var candidates: [ScoredPassage]?
        for phrase in phrases where !phrase.isEmpty {
            let phrase = Phrase(scalars: phrase)
            let rarity = Double(index.rarity(of: phrase)) * boost
            let found = index.matches(of: phrase).map {
                ScoredPassage(id: $0.passage, score: Double($0.share) * rarity)
            }
            candidates = candidates.map { Self.intersect($0, found) } ?? found
        }
        let all = candidates ?? index.allPassages().map { ScoredPassage(id: $0, score: 0) }
        return try all.filter { candidate in
            guard let text = try text(candidate.id) else { return false }
            let fits = !Highlights.places(of: query, in: text, normalizer: normalizer).isEmpty
            if fits, candidate.id == explained {
                parts.append(ScorePart(part: query.description, boost: boost, score: candidate.score))
            }
            return fits
        }
    }

    // MARK: Sets in ascending order

    static func intersect(_ left: [ScoredPassage], _ right: [ScoredPassage]) -> [ScoredPassage] {
        var result: [ScoredPassage] = []
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            if left[i].id < right[j].id {
                i += 1
            } else if left[i].id > right[j].id {
                j += 1
            } else {
                result.append(ScoredPassage(id: left[i].id, score: left[i].score + right[j].score))
                (i, j) = (i + 1, j + 1)
            }
        }
        return result
    }

    static func union(_ left: [ScoredPassage], _ right: [ScoredPassage]) -> [ScoredPassage] {
        var result: [ScoredPassage] = []
        result.reserveCapacity(left.count + right.count)
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            if left[i].id == right[j].id {
                result.append(ScoredPassage(id: left[i].id, score: left[i].score + right[j].score))
                (i, j) = (i + 1, j + 1)
            } else if left[i].id < right[j].id {
                result.append(left[i])
                i += 1
            } else {
                result.append(right[j])
                j += 1
            }
        }
        return result + left[i...] + right[j...]
    }

    /// The passages of `base`, with the scores that others give them.
    static func adding(_ others: [ScoredPassage], to base: [ScoredPassage]) -> [ScoredPassage] {
        var j = 0
        return base.map { passage in
            while j < others.count, others[j].id < passage.id { j += 1 }
            guard j < others.count, others[j].id == passage.id else { return passage }
            return ScoredPassage(id: passage.id, score: passage.score + others[j].score)
        }
    }

    static func subtract(_ excluded: [ScoredPassage], from all: [ScoredPassage]) -> [ScoredPassage] {
        var j = 0
        return all.filter { passage in
            while j < excluded.count, excluded[j].id < passage.id { j += 1 }
            return j == excluded.count || excluded[j].id != passage.id
        }
    }
}

/// Records of which several fields speak.
enum RecordKind: CaseIterable {
    case assignment, target

    init?(_ field: QueryField) {
        switch field {
        case .unit, .role, .lead: self = .assignment
        case .indicator, .value: self = .target
        default: return nil
        }
    }
}
