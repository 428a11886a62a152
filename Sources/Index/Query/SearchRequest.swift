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
    /// How hits are counted; exactly in any case where no hits are asked for, or facets, or another order.
    public var counting = HitCounting.quick
    /// What to count all hits by.
    public var facets: [Facet] = []
    /// How many values of a facet to give.
    public var facetLimit = 20
    /// Whether to tell of each hit how many passages of its document fit.
    public var countsInDocuments = false
    /// Whether to tell how each score came about.
    public var explains = false
    /// The day on which documents are in force or not, ISO 8601.
    public var today: String

    public init(_ query: Query, today: String? = nil) {
        self.query = query
        self.today = today ?? Self.currentDay()
    }

    /// A whole day in ISO 8601; nil for what is none.
    public static func day(_ text: String) -> String? {
        guard let normalizer = try? Normalizer.shared(), let day = FieldValue.date(text, normalizer: normalizer),
            day.count == 10
        else { return nil }
        return day
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

/// The place behind a hit in a list of hits.
struct SearchCursor: Codable, Equatable {
    var generation: Int64
    var order: SearchOrder
    /// How many hits come before the place.
    var position: Int
    /// The last of them.
    var score: Float
    var id: Int64

    var text: String {
        let data = (try? JSONEncoder().encode(self)) ?? Data()
        return data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    init(generation: Int64, order: SearchOrder, position: Int, score: Float, id: Int64) {
        self.generation = generation
        self.order = order
        self.position = position
        self.score = score
        self.id = id
    }

    init(_ text: String, generation: Int64, order: SearchOrder) throws(SearchCursorError) {
        var base = text.replacing("-", with: "+").replacing("_", with: "/")
        base += String(repeating: "=", count: (4 - base.count % 4) % 4)
        guard let data = Data(base64Encoded: base),
            let cursor = try? JSONDecoder().decode(SearchCursor.self, from: data), cursor.position >= 0
        else { throw SearchCursorError(problem: .unreadable) }
        guard cursor.generation == generation else { throw SearchCursorError(problem: .outdated) }
        guard cursor.order == order else { throw SearchCursorError(problem: .otherOrder) }
        self = cursor
    }
}
