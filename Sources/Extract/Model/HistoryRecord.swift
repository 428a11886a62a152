/// What was done to a law on one day, as the lines below its title say: 题注, 沿革.
public struct HistoryRecord: Codable, Equatable, Sendable {
    public enum Act: String, Codable, Sendable, CaseIterable { case adopted, promulgated, amended, approved, repealed }

    public var act: Act
    /// The day, YYYY-MM-DD.
    public var date: String
    /// Who did it, as printed; nil where none is named.
    public var organ: String?
    /// The session at which it was done: 第二次会议.
    public var session: String?
    /// The number of the order or decision.
    public var number: String?
    public var quote: String
    public var span: SpanRecord

    public init(
        act: Act, date: String, organ: String?, session: String?, number: String?, quote: String, span: SpanRecord
    ) {
        self.act = act
        self.date = date
        self.organ = organ
        self.session = session
        self.number = number
        self.quote = quote
        self.span = span
    }
}
