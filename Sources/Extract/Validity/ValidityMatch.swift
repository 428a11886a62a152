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
    /// For each value the sentence that gave it, and how.
    public var evidence: [Evidence] = []

    public struct Evidence: Equatable, Sendable {
        /// The key of the value in the record: effective, expires, interpreter.
        public var value: String
        /// How the sentence gave it: `day printed`, `自公布之日 is 成文日期`.
        public var rule: String
        public var sentence: Sentence
    }

    /// Notes how a value came about; of two sentences for one value the last counts.
    mutating func note(_ value: String, _ rule: String, _ sentence: Sentence) {
        evidence.removeAll { $0.value == value }
        evidence.append(Evidence(value: value, rule: rule, sentence: sentence))
    }

    public struct Sentence: Equatable, Sendable {
        public var paragraph: Int
        public var range: Range<Int>
    }

    public init() {}

    /// Whether nothing was found.
    public var isEmpty: Bool { effective == nil && effectiveEvent == nil && expires == nil && interpreter == nil }
}

/// What a document's validity may depend on: its dates, and which titles are its own.
public struct ValidityContext: Sendable {
    /// 成文日期.
    public var signed: CalendarDate?
    /// 印发日期.
    public var printed: CalendarDate?
    /// The day on which the gazette that holds it came out.
    public var published: CalendarDate?
    /// Its own titles; nil where they are not known.
    var titles: CitationContext?

    public init(signed: CalendarDate?, printed: CalendarDate?, published: CalendarDate? = nil) {
        self.signed = signed
        self.printed = printed
        self.published = published
    }

    /// The day that 自发布之日 or 自印发之日 means: printing has its own date, all else is dated by the document's own.
    ///
    /// 公佈翌日 counts from the gazette, whose day is not that of the signature.
    ///
    /// - Returns: The day and which of the document's dates it is.
    func date(of event: [Unicode.Scalar], isDayAfter: Bool = false) -> (day: CalendarDate, name: String)? {
        if isDayAfter { return published.map { ($0, "the gazette's day of publication") } }
        let isPrinting = event.contains("印发") || event.contains("印發") || event.contains("下发")
        let dates = [(signed, "成文日期"), (printed, "印发日期")]
        return (isPrinting ? dates.reversed() : dates).lazy.compactMap { date, name in date.map { ($0, name) } }.first
    }

    /// Whether a title may be the document's own, in full or in short.
    func mayBeOwn(_ title: String) -> Bool {
        guard let titles else { return true }
        return titles.mayBeOwn(title)
    }
}
