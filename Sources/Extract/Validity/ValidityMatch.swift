public import Ingest

/// From when to when a document holds, what it repeals and who interprets it.
public struct ValidityMatch: Equatable, Sendable {
    /// The first day on which it holds.
    public var effective: CalendarDate?
    /// The words by which it takes effect, where those name no date: 自发布之日起.
    public var effectiveEvent: String?
    /// The last day on which it holds.
    public var expires: CalendarDate?
    /// Who interprets it, as printed.
    public var interpreter: String?
    /// The sentences that say so: the position of the paragraph and the range in it.
    public var sentences: [Sentence] = []

    public struct Sentence: Equatable, Sendable {
        public var paragraph: Int
        public var range: Range<Int>
    }

    public init() {}

    /// Whether nothing was found.
    public var isEmpty: Bool { effective == nil && effectiveEvent == nil && expires == nil && interpreter == nil }
}

/// The dates of a document on which its validity may depend.
public struct ValidityContext: Sendable {
    /// 成文日期.
    public var signed: CalendarDate?
    /// 印发日期.
    public var printed: CalendarDate?

    public init(signed: CalendarDate?, printed: CalendarDate?) {
        self.signed = signed
        self.printed = printed
    }

    /// The day that 自发布之日 or 自印发之日 means: printing has its own date, all else is dated by the document's own.
    func date(of event: [Unicode.Scalar]) -> CalendarDate? {
        event.contains("印发") || event.contains("印發") || event.contains("下发") ? printed ?? signed : signed ?? printed
    }
}
