import Ingest

/// The statement that set a rule for what follows: 「排在第一位的部门为牵头部门，下同」.
struct StandingRule {
    private let quote: String
    private let span: SpanRecord?

    /// The rule that stands at a stretch of a paragraph.
    init(at range: Range<Int>, in text: MappedText) {
        quote = text.string(range)
        span = text.span(of: range).map(SpanRecord.init)
    }

    /// Notes in a record that the rule made it what it is.
    func mark(_ record: inout AssignmentRecord, as name: String) {
        record.rule = name
        record.ruleQuote = quote
        record.ruleSpan = span
    }
}

extension AssignmentRecord {
    /// The record of a unit that a list names.
    ///
    /// - Parameters:
    ///   - quote: The stretch that says so.
    ///   - text: The text that holds it.
    init(_ unit: NamedUnit, role: Role, rule: String, quote: Range<Int>, in text: MappedText) {
        self.init(
            unit: unit.name, asWritten: unit.completion == nil ? nil : unit.written, group: unit.isGroup ? true : nil,
            role: role, quote: text.string(quote), span: text.span(of: quote).map(SpanRecord.init))
        self.rule = rule
        completion = unit.completion
    }
}
