import Foundation

/// What to give of the passages that fit a query, and in what order.
public struct SearchRequest: Sendable {
    public var query: Query
    /// How many hits to give at most.
    public var limit = 20
    /// How many of the first to leave out.
    public var offset = 0
    /// Goes on behind the page that gave this cursor.
    public var after: String?
    public var order = SearchOrder.relevance
    /// What to count all hits by.
    public var facets: [Facet] = []
    /// How many values of a facet to give.
    public var facetLimit = 20
    /// Whether to tell how each score came about.
    public var explains = false
    /// The day on which documents are in force or not, ISO 8601.
    public var today: String

    public init(_ query: Query, today: String? = nil) {
        self.query = query
        self.today = today ?? Self.currentDay()
    }

    /// The day today where the program runs, ISO 8601.
    static func currentDay() -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .current
        let parts = calendar.dateComponents([.year, .month, .day], from: Date())
        func padded(_ value: Int?, _ width: Int) -> String {
            let digits = String(value ?? 0)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
    }
}

/// A cursor that can't be gone on from.
public struct SearchCursorError: Error, Equatable, Sendable {
    public enum Problem: Equatable, Sendable {
        /// It was not given by this program.
        case unreadable
        /// The archive has changed since.
        case outdated
        /// It was given for another order.
        case otherOrder
    }
    public var problem: Problem
}

/// The place behind a hit in a sorted list.
struct SearchCursor: Codable, Equatable {
    var generation: Int64
    var order: SearchOrder
    /// What the hit was sorted by; nil where it has no such value.
    var key: String?
    var score: Double
    var id: Int64

    var text: String {
        let data = (try? JSONEncoder().encode(self)) ?? Data()
        return data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    init(generation: Int64, order: SearchOrder, key: String?, score: Double, id: Int64) {
        self.generation = generation
        self.order = order
        self.key = key
        self.score = score
        self.id = id
    }

    init(_ text: String, generation: Int64, order: SearchOrder) throws(SearchCursorError) {
        var base = text.replacing("-", with: "+").replacing("_", with: "/")
        base += String(repeating: "=", count: (4 - base.count % 4) % 4)
        guard let data = Data(base64Encoded: base),
            let cursor = try? JSONDecoder().decode(SearchCursor.self, from: data)
        else { throw SearchCursorError(problem: .unreadable) }
        guard cursor.generation == generation else { throw SearchCursorError(problem: .outdated) }
        guard cursor.order == order else { throw SearchCursorError(problem: .otherOrder) }
        self = cursor
    }
}

/// Passages in the order that was asked for.
struct SortedPassages {
    let order: SearchOrder
    let keys: [Int64: String]
    private(set) var passages: [ScoredPassage]

    init(_ passages: [ScoredPassage], order: SearchOrder, keys: [Int64: String]) {
        self.order = order
        self.keys = keys
        self.passages = passages
        self.passages.sort(by: isBefore)
    }

    /// Whether a passage comes before another; passages without a key come last, and ids decide at the end.
    func isBefore(_ left: ScoredPassage, _ right: ScoredPassage) -> Bool {
        isBefore((left.id, left.score, keys[left.id]), (right.id, right.score, keys[right.id]))
    }

    /// The passages behind a cursor.
    func passages(after cursor: SearchCursor) -> ArraySlice<ScoredPassage> {
        let place = (cursor.id, cursor.score, cursor.key)
        return passages.drop { passage in !isBefore(place, (passage.id, passage.score, keys[passage.id])) }
    }

    private func isBefore(_ left: (Int64, Double, String?), _ right: (Int64, Double, String?)) -> Bool {
        switch order {
        case .relevance:
            return left.1 != right.1 ? left.1 > right.1 : left.0 < right.0
        case .date, .due:
            guard left.2 != right.2 else { return left.0 < right.0 }
            guard let first = left.2 else { return false }
            guard let second = right.2 else { return true }
            return order == .date ? first > second : first < second
        }
    }
}
