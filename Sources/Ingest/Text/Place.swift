/// A place in a source text: one character, named by line and column.
///
/// Lines are counted as the file has them (`\n`, `\r\n` and `\r` each end one), columns in Unicode scalars. Both begin
/// with 1.
public struct Place: Hashable, Comparable, Sendable {
    public var line: Int32
    public var column: Int32

    public init(line: Int, column: Int) {
        self.line = Int32(clamping: line)
        self.column = Int32(clamping: column)
    }

    public static func < (left: Place, right: Place) -> Bool {
        left.line != right.line ? left.line < right.line : left.column < right.column
    }
}

/// A stretch of a source text, from its first to its last character, both included.
public struct SourceSpan: Hashable, Sendable {
    public var start: Place
    public var end: Place

    public init(start: Place, end: Place) {
        self.start = start
        self.end = end
    }

    /// The smallest span that holds both.
    public func union(_ other: SourceSpan) -> SourceSpan {
        SourceSpan(start: min(start, other.start), end: max(end, other.end))
    }
}
