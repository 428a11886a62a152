public import Ingest

/// An entry of a 大事记.
public struct EventMatch: Equatable, Sendable {
    /// The day, or the first day; nil where the entry names a month or a third of one.
    public var date: CalendarDate?
    /// The last day of several.
    public var end: CalendarDate?
    /// The month and day, `--01-03`, where no year is known.
    var yearless: String?
    /// What gave the day.
    public var rule = ""
    /// Where its text begins in its first paragraph, behind the date.
    public var textStart: Int
    /// The positions of its paragraphs.
    public var paragraphs: ClosedRange<Int>

    public init(
        date: CalendarDate?, end: CalendarDate?, rule: String = "", textStart: Int, paragraphs: ClosedRange<Int>
    ) {
        self.rule = rule
        self.date = date
        self.end = end
        self.textStart = textStart
        self.paragraphs = paragraphs
    }
}
