/// A source format: the one way in which files of it become lines.
///
/// A backend turns the bytes of a file into ``SourceText``; all that comes after (furniture, segmentation, re-flow) is
/// the same for every format. Backends are values without state, so that files can be read in parallel.
protocol FormatReader: Sendable {
    /// Whether a file is of this format, by its bytes; the name only decides between formats that bytes can't tell apart.
    func recognises(_ bytes: [UInt8], path: String) -> Bool

    /// Reads a file.
    ///
    /// - Throws: ``IngestError`` with the path and the reason: broken, encrypted, without text, over a limit.
    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText
}

/// A source as a format's reader gives it.
struct SourceText: Sendable {
    /// Its lines in reading order, numbered from 1 without gaps: what spans count.
    ///
    /// In a text file they are the lines of the file; in other formats each paragraph, printed line or table row is one.
    var lines: [SourceLine]
    /// Its tables, which their lines refer to.
    var tables: [Table] = []
    var format: SourceFormat
    /// The encoding of its characters, as the IANA names it.
    var encoding: String
    /// How many pages it has; nil where the format does not tell pages.
    var pageCount: Int?
    /// Whether lines end where paragraphs do, or where the print did.
    var setting: Setting
    /// The indices of lines that the reader knows to be none of a document: navigation of a web page.
    var furniture: [Int: Furniture] = [:]

    /// What the file's meta data declare of its document.
    var declared: [Declaration] = []

    /// What of the file could not be read.
    var unreadParts: [UnreadPart] = []

    /// What the ends of lines say.
    enum Setting: Sendable {
        /// The format does not tell; it is measured.
        case unknown
        /// Each line is a whole paragraph or table row, as marked in the source.
        case paragraphs
    }
}

/// The formats of source files, as `source.format` names them.
enum SourceFormat: String, Sendable {
    case text, markdown, html, docx, pdf, ofd, rtf, mht, doc, xlsx, xls, odt, epub
}
