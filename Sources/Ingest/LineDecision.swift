/// Why lines were read as the element or the furniture that they became.
public struct LineDecision: Sendable {
    /// Something that spoke for the label, or against it.
    public struct Reason: Sendable {
        public var feature: String
        public var weight: Double
    }

    /// The lines that were read as one, by their numbers.
    public var lines: ClosedRange<Int>
    public var label: String
    /// The part of the file in which they stand: page, above, head, text, foot or imprint.
    public var zone: String
    public var score: Double
    /// The label that came next to it, and how much less it weighed; nil where no other could stand there.
    public var rival: String?
    public var margin: Double?
    public var reasons: [Reason]
}
