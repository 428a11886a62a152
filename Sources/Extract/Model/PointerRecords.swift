/// A pointer from one provision to others of the same document: 本办法第十二条, 前款, 第三条至第五条.
public struct ReferenceRecord: Codable, Equatable, Sendable {
    /// The ids of the provisions that it points to; empty where the document has none such.
    public var targets: [String]
    public var quote: String
    /// The provision in which it stands.
    public var provision: String
    public var span: SpanRecord

    public init(targets: [String], quote: String, provision: String, span: SpanRecord) {
        self.targets = targets
        self.quote = quote
        self.provision = provision
        self.span = span
    }
}

/// What the text says that a word of it means: a meaning (是指), a short name (以下简称), days (“日”为工作日), bounds (“以上”含本数).
public struct DefinitionRecord: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case meaning, includes, days, bounds
        case shortName = "short-name"
    }

    /// What form the definition has; nil in records stored before it was kept.
    public var kind: Kind?
    /// Where it holds, as printed: 本办法, 前款; nil where the text does not say.
    public var scope: String?
    /// The short name, or the word defined.
    public var term: String
    /// The full name; 工作日; 含本数 or 不含本数 as printed.
    public var meaning: String
    public var quote: String
    /// The provision in which it stands.
    public var provision: String
    public var span: SpanRecord

    public init(
        kind: Kind? = nil, scope: String? = nil, term: String, meaning: String, quote: String, provision: String,
        span: SpanRecord
    ) {
        self.kind = kind
        self.scope = scope
        self.term = term
        self.meaning = meaning
        self.quote = quote
        self.provision = provision
        self.span = span
    }
}

/// From which characters a value was read, and by which rule.
public struct EvidenceRecord: Codable, Equatable, Sendable {
    /// The key of the value: `effective`, `expires`, `interpreter`.
    public var value: String
    /// How the characters gave it: `day printed`, `counted from 成文日期 and 30 days`.
    public var rule: String
    public var quote: String
    /// The provision in which they stand; nil for a note or the page around the text.
    public var provision: String?
    public var span: SpanRecord

    public init(value: String, rule: String, quote: String, provision: String?, span: SpanRecord) {
        self.value = value
        self.rule = rule
        self.quote = quote
        self.provision = provision
        self.span = span
    }
}

// The compiler's own decoding calls these: records that were stored before these lists came lack their keys.
extension KeyedDecodingContainer {
    func decode(_ type: [ReferenceRecord].Type, forKey key: Key) throws -> [ReferenceRecord] {
        try decodeIfPresent(type, forKey: key) ?? []
    }

    func decode(_ type: [ObligationRecord].Type, forKey key: Key) throws -> [ObligationRecord] {
        try decodeIfPresent(type, forKey: key) ?? []
    }

    func decode(_ type: [DefinitionRecord].Type, forKey key: Key) throws -> [DefinitionRecord] {
        try decodeIfPresent(type, forKey: key) ?? []
    }
}
