public import Extract
public import Foundation

/// Small records, made by hand.
public enum SampleRecords {
    public static func span(_ line: Int, to end: Int? = nil) -> SpanRecord {
        SpanRecord(start: PlaceRecord(line: line, column: 1), end: PlaceRecord(line: end ?? line, column: 80))
    }

    public static func source(path: String, sha256: String) -> GazetteRecord {
        GazetteRecord(
            source: SourceRecord(
                path: path, sha256: sha256, format: "text", encoding: "UTF-8", pages: nil, lines: 60,
                coverage: CoverageRecord(text: 60, table: 0, furniture: 0, blank: 0, unread: [])))
    }

    /// One document with a paragraph for each text.
    public static func plain(_ texts: [String], path: String = "/data/plain.txt", sha256: String = "00")
        -> GazetteRecord
    {
        var record = source(path: path, sha256: sha256)
        var document = DocumentRecord(id: "plain-1", title: "甲", span: span(1, to: texts.count + 1))
        document.provisions = texts.enumerated().map { index, text in
            Provision(id: "plain-1/p\(index + 1)", level: .paragraph, depth: 1, text: text, span: span(index + 2))
        }
        record.documents = [document]
        return record
    }

    /// A notice with tasks, and rules with articles.
    public static func gazette(path: String = "/data/gazette.txt", sha256: String = "aa") -> GazetteRecord {
        var record = source(path: path, sha256: sha256)
        record.issue = IssueRecord(title: "某市人民政府公报", year: 2026, number: "3-4", total: 497, published: "2026-02-13")
        record.documents = [notice(), rules()].map(withElements)
        return record
    }

    /// The elements that a reader prints outside the provisions.
    private static func withElements(_ document: DocumentRecord) -> DocumentRecord {
        var result = document
        let printed: [(ElementRecord.Kind, String?)] = [
            (.title, document.title), (.number, document.number?.text), (.recipients, document.recipients),
        ]
        result.elements = printed.compactMap { kind, text in
            text.map { ElementRecord(element: kind, text: $0, span: document.span) }
        }
        return result
    }

    private static func notice() -> DocumentRecord {
        let id = "沈政发〔2026〕1号"
        var document = DocumentRecord(id: id, title: "关于印发2026年政府工作报告重点工作分工方案的通知", span: span(10, to: 30))
        document.number = NumberRecord(text: id, agency: "沈政发", year: 2026, serial: 1)
        document.kind = "通知"
        document.issuers = ["沈阳市人民政府"]
        document.signed = "2026-01-25"
        document.recipients = "各区、县（市）人民政府，市政府有关部门："
        var heading = Provision(
            id: "\(id)/h1", level: .heading, depth: 1, label: "一、", number: 1, heading: "扩大内需", span: span(12, to: 16))
        heading.children = [
            Provision(
                id: "\(id)/h1/i1", level: .item, depth: 2, label: "1.", number: 1, text: "举办促消费活动1000场，推进消费品以旧换新。",
                span: span(13)),
            Provision(
                id: "\(id)/h1/i2", level: .item, depth: 2, label: "2.", number: 2, text: "发展装配式建筑，培育企业法人。",
                span: span(15)),
            Provision(
                id: "\(id)/h1/i3", level: .item, depth: 2, label: "3.", number: 3, text: "执法人员规范执法。", span: span(16)),
        ]
        document.provisions = [heading]
        var first = task(id, 1, "举办促消费活动1000场，推进消费品以旧换新。", line: 13)
        first.assignments = [assignment("市商务局", .lead), assignment("市科技局", .support)]
        first.deadlines = [DateRecord(date: "2026-06-30", quote: "2026年6月底前")]
        var second = task(id, 2, "发展装配式建筑，培育企业法人。", line: 15)
        second.assignments = [assignment("科技局", .responsible)]
        document.tasks = [first, second]
        document.deadlines = [
            DeadlineRecord(
                kind: .by, date: "2026-06-30", certainty: .stated, quote: "2026年6月底前", provision: "\(id)/h1/i1",
                span: span(13))
        ]
        return document
    }

    private static func task(_ id: String, _ number: Int, _ text: String, line: Int) -> TaskRecord {
        TaskRecord(
            id: "\(id)#t\(number)", label: "\(number)", path: ["一、扩大内需"], text: text, assignments: [],
            provision: "\(id)/h1/i\(number)", span: span(line))
    }

    private static func assignment(_ unit: String, _ role: AssignmentRecord.Role) -> AssignmentRecord {
        AssignmentRecord(unit: unit, role: role, quote: unit)
    }

    private static func rules() -> DocumentRecord {
        let id = "某市人民政府令第8号"
        var document = DocumentRecord(id: id, title: "某市物业管理办法", span: span(31, to: 60))
        document.kind = "令"
        document.issuers = ["某市人民政府"]
        document.signed = "2025-11-02"
        var article = Provision(
            id: "\(id)/art1", level: .article, depth: 1, label: "第一条", number: 1, heading: "目的",
            text: "为了规范物业管理，制定本办法。", span: span(33))
        article.children = [
            Provision(id: "\(id)/art1/p2", level: .paragraph, depth: 2, text: "本款另有规定的除外。", span: span(34))
        ]
        document.provisions = [
            article,
            Provision(
                id: "\(id)/art12", level: .article, depth: 1, label: "第十二条", number: 12, text: "业主大会由物业管理区域内全体业主组成。",
                span: span(40)),
        ]
        return document
    }
}

/// An empty directory that is gone after the test.
public final class TemporaryDirectory {
    public let url: URL

    public init() throws {
        url = FileManager.default.temporaryDirectory.appending(
            path: "gongbao-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
