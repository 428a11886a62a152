/// What a line of a file is: an element of a document, or what is printed around documents.
enum LineLabel: Int, Hashable, Sendable, CaseIterable {
    // Around documents.
    /// Menus, links, addresses, times and names of a page.
    case navigation
    /// 索引号：…, 发布日期：…
    case siteField
    /// The title again, or a part of it, as pages print it above the document.
    case repeatedTitle
    /// The note of a gazette on itself (公报简介).
    case imprint
    /// Text of somebody else before or behind the document: the news about it, another article, a note on rights.
    case foreign
    // Elements.
    case letterhead, number, title, adoption, annotation, date, byline, recipients
    case body, table, attachmentNote, signature, cc, printing, attachmentLabel, attachmentTitle

    /// The name by which the table of weights calls it.
    var name: String { "\(self)" }

    static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

    /// What a line with this label ends as.
    var mark: LineMark {
        switch self {
        case .navigation: .furniture(.pageHead)
        case .siteField: .furniture(.metadata)
        case .repeatedTitle: .furniture(.repeatedTitle)
        case .imprint: .furniture(.imprint)
        case .foreign: .furniture(.foreign)
        case .letterhead: .furniture(.letterhead)
        case .number: .element(.number)
        case .title: .element(.title)
        case .adoption: .element(.adoption)
        case .annotation: .element(.annotation)
        case .date: .element(.date)
        case .byline: .element(.byline)
        case .recipients: .element(.recipients)
        case .body: .element(.body)
        case .table: .element(.table)
        case .attachmentNote: .element(.attachmentNote)
        case .signature: .element(.signature)
        case .cc: .element(.cc)
        case .printing: .element(.printing)
        case .attachmentLabel: .element(.attachmentLabel)
        case .attachmentTitle: .element(.attachmentTitle)
        }
    }
}

/// What a line ends as: an element of a document, or furniture.
enum LineMark: Hashable {
    case element(Element)
    case furniture(Furniture)
}

/// The part of a file in which a line stands, by what has been read before it.
enum LineZone: Int, Hashable, Sendable, CaseIterable {
    /// Before the first document.
    case page
    /// The lines of a document above its title.
    case above
    /// The title and what stands between it and the text.
    case head
    /// The text, what closes it and what is attached.
    case text
    /// Behind a document.
    case foot
    /// The note of the gazette on itself.
    case imprint
}
