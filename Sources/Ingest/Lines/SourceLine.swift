/// One line of a source, as read.
public struct SourceLine: Sendable {
    /// Its number in the file, from 1.
    public let number: Int
    /// All of its characters, without the line end, in the form in which they are read (``HanFolding``).
    public let scalars: [Unicode.Scalar]
    /// The characters as printed, where reading gave some another form.
    private let forms: [Unicode.Scalar]?
    /// The characters between its first and its last that are not blank; empty on a blank line.
    public let content: Range<Int>
    /// The page on which it stands, from 1; nil where the file does not tell pages.
    public let page: Int?
    /// How wide its content prints, in half-width columns.
    public let width: Int
    /// The content, without white space at its ends.
    public let text: [Unicode.Scalar]
    /// The content without any white space.
    public let squashed: [Unicode.Scalar]
    /// How its format sets it; nil in plain text, which has no setting but its characters.
    public var style: LineStyle?
    /// The table that it is a line of, and which part; nil for a line of no table.
    public var table: TableLine?

    init(
        number: Int, scalars: [Unicode.Scalar], page: Int?, style: LineStyle? = nil, table: TableLine? = nil
    ) {
        self.init(number: number, scalars: scalars, forms: nil, page: page)
        self.style = style
        self.table = table
    }

    /// Returns the line with its characters in another form.
    func folded(to scalars: [Unicode.Scalar]) -> SourceLine {
        var line = SourceLine(number: number, scalars: scalars, forms: forms ?? self.scalars, page: page)
        line.style = style
        line.table = table
        return line
    }

    private init(number: Int, scalars: [Unicode.Scalar], forms: [Unicode.Scalar]?, page: Int?) {
        self.forms = forms
        self.number = number
        self.scalars = scalars
        self.page = page
        if let first = scalars.firstIndex(where: { !$0.isBlank }), let last = scalars.lastIndex(where: { !$0.isBlank })
        {
            content = first..<last + 1
        } else {
            content = 0..<0
        }
        let isMarked = scalars[content].contains(Self.removed)
        width = scalars[content].reduce(0) { $0 + ($1 == Self.removed ? 0 : $1.value < 0x2000 ? 1 : 2) }
        // Most lines have no white space to leave out, and share their storage.
        text =
            isMarked
            ? scalars[content].filter { $0 != Self.removed }
            : content.count == scalars.count ? scalars : Array(scalars[content])
        squashed = text.contains(where: \.isBlank) ? text.filter { !$0.isBlank } : text
    }

    public var isBlank: Bool { content.isEmpty }

    /// A part of the line as a line by itself, at the same place.
    func part(_ range: Range<Int>) -> SourceLine {
        folded(to: scalars.indices.map { range.contains($0) ? scalars[$0] : Self.removed })
    }

    /// The content with its places.
    public var mapped: MappedText { mapped(content) }

    /// The whole line with its places, white space at its ends included.
    public var whole: MappedText { mapped(0..<scalars.count) }

    /// Stands in the place of a mark that is none of the text, so that the others keep their columns.
    ///
    /// It is of the last private-use plane, which no gazette uses.
    static let removed: Unicode.Scalar = "\u{10FFFD}"

    /// A part of the line with its places, by offsets into ``scalars``.
    func mapped(_ range: Range<Int>) -> MappedText {
        let kept = range.filter { scalars[$0] != Self.removed }
        guard kept.count == range.count else {
            return MappedText(
                scalars: kept.map { scalars[$0] }, printed: forms.map { forms in kept.map { forms[$0] } },
                places: kept.map { Place(line: number, column: $0 + 1) })
        }
        return unbroken(range)
    }

    private func unbroken(_ range: Range<Int>) -> MappedText {
        MappedText(
            scalars: range == content ? text : Array(scalars[range]), printed: forms.map { Array($0[range]) },
            places: range.map { Place(line: number, column: $0 + 1) })
    }
}

/// What became of a source line.
public enum LineFate: Hashable, Sendable {
    case blank
    /// Text of a paragraph or of one of the elements of a document.
    case text
    case tableRow
    case furniture(Furniture)
    /// Nothing could be made of it: it is listed, not dropped.
    case unread
}

/// What is printed around documents and belongs to none.
public enum Furniture: String, Hashable, Sendable, CaseIterable {
    case pageNumber, runningHead, letterhead, masthead, contents, imprint, metadata, repeatedTitle, repeatedTableHeader
    /// A line that only draws a table: `|---|---|`.
    case tableRule
    /// Menus, links and foot of a web page, as its reader tells them from the document.
    case navigation
    /// Text of somebody else on the page: news about the document, another article, a note on rights.
    case foreign
    /// A line that is nothing but marks of its format: the rule below a heading of Markdown.
    case markup
    /// What stands around documents on a page: the name of an office, links, the path of a web page.
    case pageHead
}
