/// A quantified goal that a paragraph or a table row sets, with its place.
struct TargetMatch: Equatable, Sendable {
    /// What is measured, with the verb that belongs to it: 新培育绿色工厂, 地区生产总值增长.
    var indicator: String
    /// Where the indicator is printed, if it stands in one piece in the paragraph.
    var indicatorRange: Range<Int>?
    /// `>=`, `>`, `=`, `<`, `<=`, `~` or `range`.
    var comparator: String
    /// The number as printed: 10 of 10万人.
    var value: Double
    /// The upper end of a range.
    var upper: Double?
    /// The unit as printed, magnitude included: 万人, 亿元, %.
    var unit: String?
    var year: Int?
    var baseline: TargetRecord.Baseline?
    /// 约束性 or 预期性, where the text says which.
    var nature: String?
    /// The stretch of the paragraph that says so.
    var range: Range<Int>
}

/// What a paragraph itself does not say about its goals.
struct TargetContext: Equatable, Sendable {
    /// The year for goals that print none: that of a plan of one year, the last of a five-year plan.
    var defaultYear: Int?
    /// The year of the document.
    ///
    /// What is told of an earlier year is no goal.
    var documentYear: Int?
    /// Whether the section tells what was done (工作回顾, 成效).
    var isRetrospective: Bool
    /// Whether the paragraph is an article of rules (第十二条), whose numbers are conditions unless a year is set.
    var isNormative: Bool

    init(
        defaultYear: Int? = nil, documentYear: Int? = nil, isRetrospective: Bool = false, isNormative: Bool = false
    ) {
        self.defaultYear = defaultYear
        self.documentYear = documentYear
        self.isRetrospective = isRetrospective
        self.isNormative = isNormative
    }
}
