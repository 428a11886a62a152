/// All that was read from one source file: the record contract `gongbao/1`.
///
/// Encoded as JSON it is what `gongbao extract` prints and every export is made of. Absent values are left out.
public struct GazetteRecord: Codable, Equatable, Sendable {
    public var schema = "gongbao/1"
    public var source: SourceRecord
    /// The issue that the masthead names; nil where the file has none.
    public var issue: IssueRecord?
    /// The entries of the 目录.
    public var contents: [ContentsRecord] = []
    public var documents: [DocumentRecord] = []
    public var findings: [Finding] = []

    public init(source: SourceRecord) { self.source = source }
}

/// The file that was read.
public struct SourceRecord: Codable, Equatable, Sendable {
    public var path: String
    /// The SHA-256 of the bytes, in hexadecimal.
    public var sha256: String
    public var format: String
    public var encoding: String
    public var pages: Int?
    public var lines: Int
    /// How many of the lines ended as what; their sum is ``lines``.
    public var coverage: CoverageRecord

    public init(
        path: String, sha256: String, format: String, encoding: String, pages: Int?, lines: Int,
        coverage: CoverageRecord
    ) {
        self.path = path
        self.sha256 = sha256
        self.format = format
        self.encoding = encoding
        self.pages = pages
        self.lines = lines
        self.coverage = coverage
    }
}

/// What became of each source line.
public struct CoverageRecord: Codable, Equatable, Sendable {
    public var text: Int
    public var table: Int
    public var furniture: Int
    public var blank: Int
    /// The numbers of the lines that nothing could be made of.
    public var unread: [Int]

    public init(text: Int, table: Int, furniture: Int, blank: Int, unread: [Int]) {
        self.text = text
        self.table = table
        self.furniture = furniture
        self.blank = blank
        self.unread = unread
    }
}

/// The masthead of a gazette issue: year, number (期), running number (总期), date.
public struct IssueRecord: Codable, Equatable, Sendable {
    public var title: String
    public var year: Int?
    /// The number within the year, such as 21, or 3-4 for a double issue.
    public var number: String?
    /// The number since the first issue (总第497期).
    public var total: Int?
    public var published: String?

    public init(title: String, year: Int? = nil, number: String? = nil, total: Int? = nil, published: String? = nil) {
        self.title = title
        self.year = year
        self.number = number
        self.total = total
        self.published = published
    }
}

/// An entry of the 目录.
public struct ContentsRecord: Codable, Equatable, Sendable {
    public var section: String?
    public var title: String
    public var number: String?
    public var page: Int?
    public var span: SpanRecord?

    public init(section: String?, title: String, number: String?, page: Int?, span: SpanRecord?) {
        self.section = section
        self.title = title
        self.number = number
        self.page = page
        self.span = span
    }
}

/// A place in the source, as the contract has it.
public struct PlaceRecord: Codable, Hashable, Sendable {
    public var line: Int
    public var column: Int
    public var page: Int?

    public init(line: Int, column: Int, page: Int? = nil) {
        self.line = line
        self.column = column
        self.page = page
    }
}

/// A stretch of the source, both ends included.
public struct SpanRecord: Codable, Hashable, Sendable {
    public var start: PlaceRecord
    public var end: PlaceRecord

    public init(start: PlaceRecord, end: PlaceRecord) {
        self.start = start
        self.end = end
    }
}

/// What a careful editor would query.
public struct Finding: Codable, Equatable, Sendable {
    public enum Severity: String, Codable, Sendable { case error, warning, info }
    public var severity: Severity
    /// A stable name, such as `article-gap`.
    public var code: String
    /// What is wrong, in Chinese, for the reader of the gazette.
    public var message: String
    /// The id of the document; nil where the finding concerns the whole file.
    public var document: String?
    public var span: SpanRecord?

    public init(_ severity: Severity, code: String, message: String, document: String? = nil, span: SpanRecord? = nil) {
        self.severity = severity
        self.code = code
        self.message = message
        self.document = document
        self.span = span
    }
}
