public import Ingest

/// One mention of another instrument in a paragraph.
public struct CitationMatch: Equatable, Sendable {
    public typealias Relation = CitationRecord.Relation

    /// From the first to the last character of title and number.
    public var range: Range<Int>
    public var title: String?
    public var number: DocumentNumber?
    /// The number as printed, where that differs from its canonical form.
    public var asWritten: String?
    public var relation: Relation
    /// What gave the relation, such as `根据 before` or `废止 behind`.
    public var rule: String
    /// The name by which the text goes on to call it: 条例 of （以下简称《条例》）.
    public var shortName: String?
    /// The article that it points to, as printed: 第三十五条第二款.
    public var article: String?

    public init(
        range: Range<Int>, title: String?, number: DocumentNumber?, asWritten: String? = nil, relation: Relation,
        rule: String = "named"
    ) {
        self.range = range
        self.title = title
        self.number = number
        self.asWritten = asWritten
        self.relation = relation
        self.rule = rule
    }
}

/// What the grammar has to know of the document in which a citation stands.
public struct CitationContext: Sendable {
    /// What kind of text it is, as far as relations depend on it.
    public enum Genre: Sendable { case instrument, chronicle, interpretation }

    public var genre: Genre
    /// Whether the document amends others: what it says of changing a text is the amendment itself.
    var isAmendment: Bool
    /// Whether its title says that it repeals others.
    let isRepeal: Bool
    /// Whether it sets tasks or tells of things: what it says of repealing is to come, or past.
    let isPlan: Bool
    /// Folded titles of the document itself and of what it issues.
    var ownTitles: Set<String>
    /// Canonical numbers of the document itself.
    var ownNumbers: Set<String>

    /// - Parameters:
    ///   - title: The document's 标题.
    ///   - attachments: Titles of what it issues and of its 附件.
    ///   - number: Its 发文字号.
    ///   - kind: Its 公文种类, or 大事记 or 解读.
    public init(title: String, attachments: [String] = [], number: String? = nil, kind: String? = nil) {
        genre =
            switch kind {
            case "大事记", "大事記": .chronicle
            case "解读", "解讀", "政策解读": .interpretation
            default: .instrument
            }
        isAmendment = genre == .instrument && ([title] + attachments).contains(where: CitationTitle.amends)
        let heads = ([title] + attachments).map { Array($0.unicodeScalars.filter { !$0.isBlank }) }
        isRepeal = heads.contains { RepealWords.titles.first($0, in: 0..<$0.count) != nil }
        isPlan = heads.contains { RepealWords.plans.endsWith($0, in: 0..<CitationTitle.endWithoutBrackets($0)) }
        var titles = Set(attachments.map(CitationTitle.fold))
        titles.insert(CitationTitle.fold(title))
        if genre == .instrument { titles.formUnion(CitationTitle.issued(by: title).map(CitationTitle.fold)) }
        titles.remove("")
        ownTitles = titles
        ownNumbers = Set([number].compactMap { $0.flatMap { DocumentNumber(line: $0)?.text } })
    }

    /// Whether a title names the document itself or what it issues.
    func isOwn(_ title: String) -> Bool { ownTitles.contains(CitationTitle.fold(title)) }

    /// Whether a title is the document's own, or a longer or shorter form of it: 《办法》, 《某市某办法（试行）》.
    func mayBeOwn(_ title: String) -> Bool {
        let folded = Array(CitationTitle.fold(title).utf8)
        return ownTitles.contains { own in
            let own = Array(own.utf8)
            return own.holds(folded) || folded.suffix(own.count).elementsEqual(own)
        }
    }
}
