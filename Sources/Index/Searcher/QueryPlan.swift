/// What a query asks of the index: texts analyzed, fields looked up, boosts multiplied out.
indirect enum QueryPlan: Sendable {
    /// Passages that hold a phrase.
    case phrase(Phrase, name: String, boost: Float)
    /// Passages whose text a pattern fits; they hold its phrases.
    case pattern(TextPattern, phrases: [Phrase], name: String, boost: Float)
    /// Passages that are known.
    case set(PassageSet, name: String, boost: Float)
    case all
    /// As in ``Query``.
    case boolean(must: [QueryPlan], should: [QueryPlan], mustNot: [QueryPlan])

    /// A boolean plan without needless levels.
    static func joined(must: [QueryPlan], should: [QueryPlan], mustNot: [QueryPlan]) -> QueryPlan {
        var all: (must: [QueryPlan], should: [QueryPlan], mustNot: [QueryPlan]) = ([], [], [])
        for part in must {
            if case .boolean(let inner, let optional, let excluded) = part, optional.isEmpty, !inner.isEmpty {
                all.must += inner
                all.mustNot += excluded
            } else {
                all.must.append(part)
            }
        }
        for part in should {
            if case .boolean(let inner, let optional, let excluded) = part, inner.isEmpty, excluded.isEmpty {
                all.should += optional
            } else {
                all.should.append(part)
            }
        }
        for part in mustNot {
            if case .boolean(let inner, let optional, let excluded) = part, inner.isEmpty, excluded.isEmpty {
                all.mustNot += optional
            } else {
                all.mustNot.append(part)
            }
        }
        if all.must.count + all.should.count == 1, all.mustNot.isEmpty { return (all.must + all.should)[0] }
        return .boolean(must: all.must, should: all.should, mustNot: all.mustNot)
    }
}

/// A pattern that a text is held against.
enum TextPattern: Sendable {
    case near([[UInt32]], distance: Int)
    case wildcard(Wildcard)

    /// Whether it fits somewhere in folded scalars.
    func fits(_ text: [UInt32]) -> Bool {
        switch self {
        case .near(let parts, let distance): !Nearness.places(of: parts, distance: distance, in: text).isEmpty
        case .wildcard(let wildcard): wildcard.fits(text, isWord: WordUnits.isWord)
        }
    }
}

/// Makes plans of queries.
struct QueryPlanner {
    /// The passages for which tests of fields hold, all of them for the same record where they ask for parts of one; ascending.
    typealias FieldLookup = ([(QueryField, FieldTest)]) throws -> [ScoredPassage]

    let normalizer: Normalizer
    let lookup: FieldLookup

    func plan(_ query: Query) throws -> QueryPlan { try plan(query, boost: 1) }

    private func plan(_ query: Query, boost: Float) throws -> QueryPlan {
        switch query {
        case .phrase(let text):
            .phrase(Phrase(text, normalizer: normalizer), name: text, boost: boost)
        case .near(let parts, let distance):
            pattern(
                .near(parts.map { normalizer.fold($0).scalars }, distance: distance),
                phrases: parts.map { normalizer.fold($0).scalars }, query, boost)
        case .wildcard(let text):
            wildcard(Wildcard(text) { normalizer.fold($0).scalars }, query, boost)
        case .field(let field, let test):
            try fields([(field, test)], boost: boost)
        case .all:
            .all
        case .boosted(let inner, let factor):
            try plan(inner, boost: boost * Float(factor))
        case .boolean(let must, let should, let mustNot):
            .joined(
                must: try required(must, boost: boost), should: try should.map { try plan($0, boost: boost) },
                mustNot: try mustNot.map { try plan($0, boost: 1) })
        }
    }

    private func wildcard(_ wildcard: Wildcard, _ query: Query, _ boost: Float) -> QueryPlan {
        pattern(.wildcard(wildcard), phrases: wildcard.phrases, query, boost)
    }

    private func pattern(_ pattern: TextPattern, phrases: [[UInt32]], _ query: Query, _ boost: Float) -> QueryPlan {
        .pattern(
            pattern, phrases: phrases.filter { !$0.isEmpty }.map { Phrase(scalars: $0) }, name: query.description,
            boost: boost)
    }

    /// The plans of the required parts; fields that speak of one record are asked together.
    private func required(_ must: [Query], boost: Float) throws -> [QueryPlan] {
        var plans: [QueryPlan] = []
        var groups: [RecordKind: [(QueryField, FieldTest)]] = [:]
        for part in must {
            if case .field(let field, let test) = part, let kind = RecordKind(field) {
                groups[kind, default: []].append((field, test))
            } else {
                plans.append(try plan(part, boost: boost))
            }
        }
        for kind in RecordKind.allCases {
            if let group = groups[kind] { plans.append(try fields(group, boost: boost)) }
        }
        return plans
    }

    private func fields(_ tests: [(QueryField, FieldTest)], boost: Float) throws -> QueryPlan {
        if tests.count == 1, tests[0].0 == .text, case .equals(let text) = tests[0].1 {
            return try plan(.phrase(text), boost: boost)
        }
        let name = tests.map { Query.field($0.0, $0.1).description }.joined(separator: " ")
        return .set(PassageSet(try lookup(tests)), name: name, boost: boost)
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
