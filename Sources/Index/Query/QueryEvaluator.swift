/// A passage that fits a query, and how well.
struct ScoredPassage: Equatable {
    var id: Int64
    var score: Double
}

/// Finds the passages that fit a query and scores them.
///
/// The scores of literals are those of ``Relevance``.
struct QueryEvaluator {
    /// The passages to which a field gives a value, ascending, with a weight: 1 for the exact name, less for a part.
    typealias FieldLookup = (QueryField, String) throws -> [ScoredPassage]

    let index: any LiteralIndex
    let folder: TextFolder
    let lookup: FieldLookup

    /// The passages in ascending order of ids.
    func evaluate(_ query: Query) throws -> [ScoredPassage] {
        switch query {
        case .literal(let text):
            return score(Literal(text, folder: folder))
        case .field(let field, let value):
            return try lookup(field, value)
        case .or(let parts):
            return try parts.map(evaluate).reduce([], Self.union)
        case .not(let part):
            let excluded = try evaluate(part)
            return Self.subtract(excluded, from: index.allPassages().map { ScoredPassage(id: $0, score: 0) })
        case .and(let parts):
            return try intersect(parts)
        }
    }

    /// The passages, best first; those of equal score by their ids.
    func ranked(_ query: Query) throws -> [ScoredPassage] {
        try evaluate(query).sorted { $0.score != $1.score ? $0.score > $1.score : $0.id < $1.id }
    }

    private func intersect(_ parts: [Query]) throws -> [ScoredPassage] {
        var wanted: [ScoredPassage]?
        var excluded: [Query] = []
        for part in parts {
            if case .not(let inner) = part {
                excluded.append(inner)
                continue
            }
            let next = try evaluate(part)
            wanted = wanted.map { Self.intersect($0, next) } ?? next
            if wanted?.isEmpty == true { return [] }
        }
        var result = wanted ?? index.allPassages().map { ScoredPassage(id: $0, score: 0) }
        for inner in excluded { result = Self.subtract(try evaluate(inner), from: result) }
        return result
    }

    private func score(_ literal: Literal) -> [ScoredPassage] {
        let rarity = index.rarity(of: literal)
        return index.matches(of: literal).map {
            ScoredPassage(id: $0.passage, score: Double($0.share * rarity))
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

    static func subtract(_ excluded: [ScoredPassage], from all: [ScoredPassage]) -> [ScoredPassage] {
        var j = 0
        return all.filter { passage in
            while j < excluded.count, excluded[j].id < passage.id { j += 1 }
            return j == excluded.count || excluded[j].id != passage.id
        }
    }
}
