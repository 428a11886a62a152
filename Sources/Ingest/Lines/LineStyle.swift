/// How the format of a file sets a line, besides its characters: what HTML, office documents, PDF, OFD and Markdown know.
///
/// A property is nil where the format or the file does not tell it, which says nothing about the line.
public struct LineStyle: Hashable, Sendable {
    /// Where a line is set between the margins.
    public enum Alignment: String, Hashable, Sendable { case left, centred, right, justified }

    /// A rectangle of a page in shares of its width and height, from its upper left corner: 0 to 1.
    public struct Box: Hashable, Sendable {
        public var left: Double
        public var top: Double
        public var right: Double
        public var bottom: Double

        public init(left: Double, top: Double, right: Double, bottom: Double) {
            self.left = left
            self.top = top
            self.right = right
            self.bottom = bottom
        }
    }

    /// The level of a heading, from 1: `<h1>`, a Word style with an outline level, `#`.
    public var headingLevel: Int?
    public var alignment: Alignment?
    /// How far the first line is set in, in em.
    public var indent: Double?
    /// The size of its type; 1 is that of the running text of the file.
    public var relativeSize: Double?
    /// Whether all of it is bold; nil where the format does not tell.
    public var isBold: Bool?
    /// The level of a list's item, from 0.
    public var listLevel: Int?
    /// The share of its characters that are links, from 0 to 1.
    public var linkShare: Double
    /// Where it stands on its page.
    public var box: Box?
    /// The address of the file that it links to, as a page gives it: that of an attachment.
    public var file: String?

    public init(
        headingLevel: Int? = nil, alignment: Alignment? = nil, indent: Double? = nil, relativeSize: Double? = nil,
        isBold: Bool? = nil, listLevel: Int? = nil, linkShare: Double = 0, box: Box? = nil
    ) {
        self.headingLevel = headingLevel
        self.alignment = alignment
        self.indent = indent
        self.relativeSize = relativeSize
        self.isBold = isBold
        self.listLevel = listLevel
        self.linkShare = linkShare
        self.box = box
    }

    /// Whether the line is set in the middle.
    public var isCentred: Bool { alignment == .centred }
    /// Whether the line is set to the right, as signatures and dates are.
    public var isRightSet: Bool { alignment == .right }
}
