/// A passage that names a cited instrument.
public struct CitationMention: Codable, Equatable, Sendable {
    /// The article that it points to, as printed: 第三十五条第二款.
    public var article: String?
    /// In what relation this passage names it.
    public var relation: CitationRecord.Relation
    public var quote: String
    /// The provision in which it stands.
    public var provision: String?
    public var span: SpanRecord

    public init(
        article: String?, relation: CitationRecord.Relation, quote: String, provision: String?, span: SpanRecord
    ) {
        self.article = article
        self.relation = relation
        self.quote = quote
        self.provision = provision
        self.span = span
    }
}
