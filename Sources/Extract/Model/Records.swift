/// A passage to which the text ties at least one responsible unit.
public struct TaskRecord: Codable, Equatable, Sendable {
    public var id: String
    public var label: String?
    /// The headings above it, outermost first.
    public var path: [String]
    public var text: String
    public var assignments: [AssignmentRecord]
    public var deadlines: [DateRecord] = []
    /// The provision in which it stands.
    public var provision: String
    public var span: SpanRecord

    public init(
        id: String, label: String?, path: [String], text: String, assignments: [AssignmentRecord], provision: String,
        span: SpanRecord
    ) {
        self.id = id
        self.label = label
        self.path = path
        self.text = text
        self.assignments = assignments
        self.provision = provision
        self.span = span
    }
}

/// A date at which a task falls due.
public struct DateRecord: Codable, Equatable, Sendable {
    public var date: String?
    public var quote: String?

    public init(date: String?, quote: String?) {
        self.date = date
        self.quote = quote
    }
}

/// One unit and what it has to do with a task.
public struct AssignmentRecord: Codable, Equatable, Sendable {
    public enum Role: String, Codable, Sendable, CaseIterable { case lead, responsible, support, implement }
    /// The full name: 市财政局 for 「市发展改革委、财政局」.
    public var unit: String
    /// The place and the department, the same for every name of the unit: `某市/human-resources`; nil for groups, and where
    /// the document doesn't say the place.
    public var unitID: String?
    /// The name as printed, where it was completed.
    public var asWritten: String?
    /// Whether the name stands for many (各区、县（市）政府, 有关部门).
    public var group: Bool?
    public var role: Role
    /// Whether a standing rule of the text adds it.
    public var inherited: Bool
    /// The full name that the text itself gives for a short one (以下简称).
    public var fullName: String?
    /// How the name was completed, such as 共用前缀 市.
    public var completion: String?
    /// The rule that gave the role: `label 牵头单位`, `tail 负责`, `joint 会同`, `bare list`, `first-listed rule`,
    /// `from-here rule`, `table column 责任单位`.
    public var rule: String?
    /// The statement that set a first-listed or from-here rule, and where it stands.
    public var ruleQuote: String?
    public var ruleSpan: SpanRecord?
    public var quote: String
    public var span: SpanRecord?

    enum CodingKeys: String, CodingKey {
        case unit, unitID = "unit_id", asWritten = "as_written", group, role, inherited, fullName = "full_name",
            completion, rule
        case ruleQuote = "rule_quote", ruleSpan = "rule_span", quote, span
    }

    public init(
        unit: String, asWritten: String? = nil, group: Bool? = nil, role: Role, inherited: Bool = false, quote: String,
        span: SpanRecord? = nil
    ) {
        self.unit = unit
        self.asWritten = asWritten
        self.group = group
        self.role = role
        self.inherited = inherited
        self.quote = quote
        self.span = span
    }
}

/// A quantified goal for the future.
public struct TargetRecord: Codable, Equatable, Sendable {
    public struct Baseline: Codable, Equatable, Sendable {
        public var value: Double
        public var year: Int?

        public init(value: Double, year: Int?) {
            self.value = value
            self.year = year
        }
    }
    public var indicator: String
    /// One of `>=` `>` `=` `<` `<=` `~` (左右, 约) `range`.
    public var comparator: String
    public var value: Double
    public var upper: Double?
    public var unit: String?
    public var year: Int?
    public var baseline: Baseline?
    /// What gave the goal: `sentence`, `indicator table` or `table cell`.
    public var rule: String?
    /// 约束性 (binding) or 预期性 (expected), where the text says which.
    public var nature: String?
    public var quote: String
    public var task: String?
    public var provision: String?
    public var span: SpanRecord

    public init(
        indicator: String, comparator: String, value: Double, upper: Double? = nil, unit: String?, year: Int?,
        baseline: Baseline? = nil, quote: String, task: String? = nil, provision: String? = nil, span: SpanRecord,
        rule: String? = nil, nature: String? = nil
    ) {
        self.nature = nature
        self.indicator = indicator
        self.comparator = comparator
        self.value = value
        self.upper = upper
        self.unit = unit
        self.year = year
        self.baseline = baseline
        self.quote = quote
        self.task = task
        self.provision = provision
        self.span = span
        self.rule = rule
    }
}

/// A time limit or period set for doing something.
public struct DeadlineRecord: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable { case by, during, recurring, within }
    public enum Certainty: String, Codable, Sendable {
        case stated, computed
        case needsEvent = "needs-event"
    }
    public var kind: Kind
    /// ISO 8601; `--11-10` for each year's 10 November; nil where the limit depends on an event.
    public var date: String?
    public var start: String?
    /// ISO 8601 duration: `P90D`, `P15WD` (working days).
    public var duration: String?
    /// What the limit is counted from, as printed (自印发之日).
    public var event: String?
    public var certainty: Certainty
    /// What gave the value, where it is not the words alone: `working-day rule`.
    public var rule: String?
    public var quote: String
    public var task: String?
    public var provision: String?
    public var span: SpanRecord

    public init(
        kind: Kind, date: String?, start: String? = nil, duration: String? = nil, event: String? = nil,
        certainty: Certainty, quote: String, task: String? = nil, provision: String? = nil, span: SpanRecord
    ) {
        self.kind = kind
        self.date = date
        self.start = start
        self.duration = duration
        self.event = event
        self.certainty = certainty
        self.quote = quote
        self.task = task
        self.provision = provision
        self.span = span
    }
}

/// A table; a cell that spans rows or columns is repeated in each.
public struct TableRecord: Codable, Equatable, Sendable {
    public var caption: String?
    /// The unit of measure that stands above it (单位：万元/亩).
    public var measure: String?
    public var header: [String]
    public var rows: [[String]]
    public var span: SpanRecord

    public init(caption: String?, measure: String?, header: [String], rows: [[String]], span: SpanRecord) {
        self.caption = caption
        self.measure = measure
        self.header = header
        self.rows = rows
        self.span = span
    }
}

/// A mention of another instrument.
public struct CitationRecord: Codable, Equatable, Sendable {
    public enum Relation: String, Codable, Sendable { case basis, repeals, amends, forwards, mention }
    public var title: String?
    /// With 〔〕 and without white space.
    public var number: String?
    /// The number as printed, where it differs.
    public var asWritten: String?
    public var relation: Relation
    /// The words that gave the relation, such as `根据 before`, `废止 behind`, `listed below the announcement`.
    public var rule: String?
    /// The name by which the text goes on to call the instrument (以下简称).
    public var shortName: String?
    /// Every passage that names it, in reading order, where there are several or one points to an article.
    public var mentions: [CitationMention]?
    public var quote: String
    public var provision: String?
    public var span: SpanRecord

    enum CodingKeys: String, CodingKey {
        case title, number, asWritten = "as_written", relation, rule, shortName = "short_name", mentions, quote
        case provision, span
    }

    public init(
        title: String?, number: String?, asWritten: String? = nil, relation: Relation, rule: String? = nil,
        shortName: String? = nil, quote: String, provision: String? = nil, span: SpanRecord
    ) {
        self.title = title
        self.number = number
        self.asWritten = asWritten
        self.relation = relation
        self.rule = rule
        self.shortName = shortName
        self.quote = quote
        self.provision = provision
        self.span = span
    }
}

/// What an official is in charge of.
public struct DutyRecord: Codable, Equatable, Sendable {
    public var person: String
    public var posts: [String]
    /// 负责: fields of work.
    public var charge: [String]
    /// 分管: units.
    public var oversees: [String]
    /// The ids of ``oversees``, position by position; null where there is none.
    ///
    /// Nil where none has any.
    public var overseesIDs: [String?]?
    /// 联系: units.
    public var liaises: [String]
    /// The ids of ``liaises``.
    public var liaisesIDs: [String?]?
    /// 协助负责, 协助分管, 协助联系.
    public var assists: [String]?
    /// 代负责, 代分管, 代联系.
    public var acting: [String]?
    /// Where the record is of an appointment, what it does with the posts: `remove` takes them away.
    public var act: AppointmentRecord.Act?
    /// How posts and name were told apart, such as `posts before the name`; `appointment`.
    public var rule: String?
    public var quote: String
    public var span: SpanRecord

    enum CodingKeys: String, CodingKey {
        case person, posts, charge, oversees, overseesIDs = "oversees_ids", liaises, liaisesIDs = "liaises_ids", assists
        case acting, act, rule, quote, span
    }

    public init(
        person: String, posts: [String], charge: [String], oversees: [String], liaises: [String],
        assists: [String]? = nil, acting: [String]? = nil, rule: String? = nil, quote: String, span: SpanRecord
    ) {
        self.person = person
        self.posts = posts
        self.charge = charge
        self.oversees = oversees
        self.liaises = liaises
        self.assists = assists
        self.acting = acting
        self.rule = rule
        self.quote = quote
        self.span = span
    }
}

/// An entry of a 大事记.
public struct EventRecord: Codable, Equatable, Sendable {
    public var date: String?
    public var end: String?
    public var text: String
    /// What gave the day, such as `day printed; month from above; year from the title`.
    public var rule: String?
    public var span: SpanRecord

    public init(date: String?, end: String?, text: String, rule: String? = nil, span: SpanRecord) {
        self.date = date
        self.end = end
        self.text = text
        self.rule = rule
        self.span = span
    }
}
