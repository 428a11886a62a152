/// One source file, read: its lines with what became of each, and the documents found in them.
public struct Issue: Sendable {
    public var source: Source
    /// All lines of the file, in order.
    public var lines: [SourceLine]
    /// The tables of the file, which lines refer to.
    public var tables: [Table]
    /// What became of each line; as long as ``lines``.
    public var fates: [LineFate]
    /// The masthead; nil where the file has none.
    public var masthead: Masthead?
    /// The entries of the 目录.
    public var contents: [ContentsEntry]
    /// What the page declares of its document, in a block of fields such as 发文字号 and 成文日期.
    public var declared: [Declaration]
    public var documents: [Document]
    /// How its lines were told apart, for those that ask why.
    public var decisions: [LineDecision] = []
    /// What of the file could not be read, so that no line tells of it.
    public var unreadParts: [UnreadPart] = []
}

/// A part of a file that could not be read, while the rest could.
public struct UnreadPart: Hashable, Sendable {
    public enum Cause: Hashable, Sendable {
        /// A page is a picture without text.
        case image
        /// It is damaged; the reason as the reader has it.
        case damaged(String)
    }

    /// The page, from 1; nil where it is no page.
    public var page: Int?
    public var cause: Cause

    public init(page: Int?, cause: Cause) {
        self.page = page
        self.cause = cause
    }
}

/// The file that was read.
public struct Source: Hashable, Sendable {
    public var path: String
    /// The SHA-256 of its bytes, in hexadecimal.
    public var sha256: String
    public var format: String
    public var encoding: String
    /// How many pages it has; nil where it does not tell pages.
    public var pageCount: Int?

    public init(path: String, sha256: String, format: String, encoding: String, pageCount: Int?) {
        self.path = path
        self.sha256 = sha256
        self.format = format
        self.encoding = encoding
        self.pageCount = pageCount
    }
}

/// What the masthead of an issue names.
public struct Masthead: Hashable, Sendable {
    public var title: String
    public var year: Int?
    /// 期, such as 21 or 3-4.
    public var number: String?
    /// 总期.
    public var total: Int?
    public var published: CalendarDate?
}

/// An entry of the 目录.
public struct ContentsEntry: Hashable, Sendable {
    public var section: String?
    public var title: String
    public var number: DocumentNumber?
    public var page: Int?
    public var span: SourceSpan
}

/// One published instrument, as a sequence of the elements of GB/T 9704.
public struct Document: Sendable {
    public var title: MappedText
    /// 发文字号, in the form in which texts are read, with the text that is printed.
    public var number: (value: DocumentNumber, text: MappedText)?
    /// Its elements, in reading order.
    public var blocks: [Block]
    /// The lines of the file from its first to its last, as numbers from 1.
    public var lines: ClosedRange<Int>

    /// The smallest span that holds all of its blocks.
    public var span: SourceSpan? {
        var result: SourceSpan?
        for block in blocks {
            guard let span = block.span else { continue }
            result = result?.union(span) ?? span
        }
        return result
    }
}

/// An element of a document.
public struct Block: Sendable {
    public var element: Element
    public var text: MappedText
    /// The table; nil for all else.
    public var table: Table?

    public init(_ element: Element, _ text: MappedText, table: Table? = nil) {
        self.element = element
        self.text = text
        self.table = table
    }

    /// The cells of a table, by rows, spanning cells repeated; empty for all else.
    public var rows: [[MappedText]] { table?.texts ?? [] }

    /// Where it stands.
    public var span: SourceSpan? {
        guard let table else { return text.span }
        let texts = [table.caption, table.measure].compactMap(\.self) + table.texts.joined()
        let spans = texts.compactMap(\.span)
        return spans.dropFirst().reduce(spans.first) { $0?.union($1) }
    }
}

/// The elements of official documents (GB/T 9704-2012, section 7), and what gazettes add.
public enum Element: String, Hashable, Sendable {
    /// 发文字号
    case number
    /// 标题
    case title
    /// Who signs a report, or where it was given.
    case byline
    /// 主送机关
    case recipients
    /// 正文, one paragraph
    case body
    case table
    /// 附件说明
    case attachmentNote
    /// 发文机关署名
    case signature
    /// 成文日期
    case date
    /// The date or the history of adoption in brackets below a title
    case adoption
    /// 附注
    case annotation
    /// 附件 or 附件1
    case attachmentLabel
    /// The title of an attachment or of the instrument that the document issues
    case attachmentTitle
    /// 抄送机关
    case cc
    /// 印发机关和印发日期
    case printing
}
