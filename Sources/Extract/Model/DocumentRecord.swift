/// One published instrument: its metadata by the elements of GB/T 9704, its text, and what was extracted from it.
public struct DocumentRecord: Codable, Equatable, Sendable {
    /// The 发文字号; else a stable name made of source and position.
    public var id: String
    public var number: NumberRecord?
    /// 标题, white space taken out between Han characters.
    public var title: String
    /// 公文种类, or what else the document is: 通知, 意见, 令, 大事记, 解读.
    public var kind: String?
    /// 发文机关署名.
    public var issuers: [String] = []
    /// The ids of ``issuers``, position by position; null where there is none.
    ///
    /// Nil where none has any.
    public var issuerIDs: [String?]?
    /// 主送机关 as printed, without the closing colon.
    public var recipients: String?
    /// 成文日期.
    public var signed: String?
    /// 印发机关.
    public var printer: String?
    /// 印发日期.
    public var printed: String?
    /// Whether the 附注 says 此件公开发布; nil where it says nothing of it.
    public var `public`: Bool?
    /// 抄送机关 as printed.
    public var cc: String?
    public var attachments: [AttachmentRecord] = []
    /// The elements that stand outside the provisions, as printed: title, number, addressees, signature, dates.
    public var elements: [ElementRecord] = []
    public var provisions: [Provision] = []
    public var tasks: [TaskRecord] = []
    public var targets: [TargetRecord] = []
    public var deadlines: [DeadlineRecord] = []
    public var tables: [TableRecord] = []
    public var citations: [CitationRecord] = []
    /// References inside the document.
    public var references: [ReferenceRecord] = []
    /// What the text says that its own words mean.
    public var definitions: [DefinitionRecord] = []
    /// What a law or rule obliges, forbids or allows.
    public var obligations: [ObligationRecord] = []
    public var validity: ValidityRecord?
    /// What was done to a law since it was adopted, as the lines below its title say; nil where they say nothing.
    public var history: [HistoryRecord]?
    public var duties: [DutyRecord] = []
    /// 任免; nil where there are none.
    public var appointments: [AppointmentRecord]?
    public var events: [EventRecord] = []
    public var span: SpanRecord

    enum CodingKeys: String, CodingKey {
        case id, number, title, kind, issuers, issuerIDs = "issuer_ids", recipients, signed, printer, printed
        case `public`, cc, attachments, elements, provisions, tasks, targets, deadlines, tables, citations, references
        case definitions, obligations, validity, history, duties, appointments, events, span
    }

    public init(id: String, title: String, span: SpanRecord) {
        self.id = id
        self.title = title
        self.span = span
    }
}

/// 发文字号: agency code (机关代字), year, serial number (顺序号).
public struct NumberRecord: Codable, Equatable, Sendable {
    public var text: String
    public var agency: String?
    public var year: Int?
    public var serial: Int?

    public init(text: String, agency: String?, year: Int?, serial: Int?) {
        self.text = text
        self.agency = agency
        self.year = year
        self.serial = serial
    }
}

/// What a document issues (印发), or one of its 附件.
public struct AttachmentRecord: Codable, Equatable, Sendable {
    public var title: String

    public init(title: String) { self.title = title }
}

/// An element of a document outside its provisions (GB/T 9704-2012, section 7), as printed.
public struct ElementRecord: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case number, title, byline, recipients, signature, date, adoption, annotation, cc, printing
    }
    public var element: Kind
    public var text: String
    public var span: SpanRecord

    public init(element: Kind, text: String, span: SpanRecord) {
        self.element = element
        self.text = text
        self.span = span
    }
}

/// A unit of text in the tree of a document, by the levels of 立法法 (编 章 节 条 款 项 目) or of GB/T 9704 (一、（一）1.（1）).
public struct Provision: Codable, Equatable, Sendable {
    public enum Level: String, Codable, Sendable {
        case part, chapter, section, article, heading, paragraph, item, subitem, table
    }
    /// A stable path, unique in the document.
    public var id: String
    public var level: Level
    /// How deep it stands in its document or attachment, from 1.
    public var depth: Int
    /// As printed, with its mark: 第十二条, 一、, （一）, 53．.
    public var label: String?
    public var number: Int?
    /// Its heading as printed, the stop behind it included.
    public var heading: String?
    /// Its own text, without label, heading and children.
    public var text: String
    public var children: [Provision] = []
    public var span: SpanRecord

    public init(
        id: String, level: Level, depth: Int, label: String? = nil, number: Int? = nil, heading: String? = nil,
        text: String = "", children: [Provision] = [], span: SpanRecord
    ) {
        self.id = id
        self.level = level
        self.depth = depth
        self.label = label
        self.number = number
        self.heading = heading
        self.text = text
        self.children = children
        self.span = span
    }
}

/// 废止, 施行, 有效期, 解释机关 of a document.
public struct ValidityRecord: Codable, Equatable, Sendable {
    public var effective: String?
    public var expires: String?
    /// What the text says of its own end: 废止, 失效, 停止执行; nil where it says nothing of it.
    public var status: String?
    /// Numbers, or titles where no number is printed, of the instruments that it repeals.
    public var repeals: [String] = []
    public var interpreter: String?
    public var quote: String?
    public var span: SpanRecord?
    /// How effective, expires and interpreter came about, one each; nil in records stored before it was kept.
    public var evidence: [EvidenceRecord]?

    public init() {}
}
