public import Ingest

extension PlaceRecord {
    /// A place of the source; its page is filled in where the source tells pages.
    public init(_ place: Place) { self.init(line: Int(place.line), column: Int(place.column)) }
}

extension SpanRecord {
    /// A stretch of the source.
    public init(_ span: SourceSpan) { self.init(start: PlaceRecord(span.start), end: PlaceRecord(span.end)) }
}
