/// A time limit or period that a paragraph sets, with its place in it.
struct TimeLimit: Equatable, Sendable {
    /// Where it stands in the paragraph.
    var range: Range<Int>
    var kind: DeadlineRecord.Kind
    /// ISO 8601; `--11-10` for each year's 10 November; nil where the limit depends on an event.
    var date: String?
    /// The first day of a period.
    var start: String?
    /// ISO 8601 duration: `P90D`, `P15WD` for working days.
    var duration: String?
    /// What the limit is counted from, as printed (印发之日).
    var event: String?
    var certainty: DeadlineRecord.Certainty
}

/// What a paragraph itself does not say about its dates.
struct TimeContext: Equatable, Sendable {
    /// The year of the document, from its 成文日期 or number: 年底前 is the end of this year.
    var year: Int?
    /// 成文日期 in ISO 8601.
    ///
    /// What lies before it is no limit, but the past.
    var signed: String?
    /// Whether the paragraph tells what was done (工作回顾, 大事记).
    var isRetrospective: Bool
    /// Whether the whole text is the content of a 完成时限, such as a cell of that column.
    var isLabelled: Bool

    init(year: Int? = nil, signed: String? = nil, isRetrospective: Bool = false, isLabelled: Bool = false) {
        self.year = year ?? signed.flatMap { Int($0.prefix(4)) }
        self.signed = signed
        self.isRetrospective = isRetrospective
        self.isLabelled = isLabelled
    }
}
