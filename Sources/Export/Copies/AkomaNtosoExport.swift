import Extract
import Foundation

/// Documents as Akoma Ntoso 3.0 (OASIS LegalDocML), a file a document.
///
/// What has articles is an `act`, all else a `doc`. Records that Akoma Ntoso has no words for stay out.
enum AkomaNtosoExport {
    static func write(
        _ selection: ExportSelection, to folder: URL
    ) throws -> (documents: Int, files: [ExportManifest.File]) {
        try OutputFolder.prepare(folder)
        var files: [ExportManifest.File] = []
        var names = FileNames()
        try selection.forEachDocument { whole, _ in
            let file = try OutputFile(folder.appending(path: names.name(of: whole.record, ending: "xml")))
            var writer = AkomaNtosoWriter(whole)
            try file.write(writer.text())
            files.append(try file.finish())
        }
        return (files.count, files)
    }
}

/// Writes one document.
struct AkomaNtosoWriter {
    private let document: ExportedDocument
    private var record: DocumentRecord { document.record }
    private var taken: Set<String> = []
    private var lines: [String] = []

    init(_ document: ExportedDocument) { self.document = document }

    mutating func text() -> String {
        let isAct = Self.hasArticle(record.provisions)
        let kind = isAct ? "act" : "doc"
        let body = isAct ? "body" : "mainBody"
        lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">",
            "<\(kind) name=\"\(XMLText.escaped(record.kind ?? "文件"))\">",
        ]
        appendMeta(kind)
        appendPreface()
        lines.append("<\(body)>")
        let provisions = record.provisions.filter { !Self.isEmpty($0) }
        if provisions.isEmpty {
            append(Provision(id: "", level: .paragraph, depth: 1, text: "", span: record.span), below: "")
        }
        for provision in provisions { append(provision, below: "") }
        lines.append("</\(body)>")
        appendConclusions()
        lines += ["</\(kind)>", "</akomaNtoso>", ""]
        return lines.joined(separator: "\n")
    }

    private static func hasArticle(_ provisions: [Provision]) -> Bool {
        provisions.contains { $0.level == .article || hasArticle($0.children) }
    }

    /// Whether a provision has nothing to print: neither words nor a table.
    private static func isEmpty(_ provision: Provision) -> Bool {
        provision.level != .table && provision.label == nil && provision.heading == nil && provision.text.isEmpty
            && provision.children.allSatisfy(isEmpty)
    }

    // MARK: Meta

    private mutating func appendMeta(_ kind: String) {
        let allowed = CharacterSet.alphanumerics
        let name = record.id.addingPercentEncoding(withAllowedCharacters: allowed) ?? "document"
        let work = "/akn/cn/\(kind)/\(record.signed?.prefix(4) ?? "0000")/\(name)"
        lines += ["<meta>", "<identification source=\"#gongbao\">"]
        for (level, suffix) in [("FRBRWork", ""), ("FRBRExpression", "/zho@"), ("FRBRManifestation", "/zho@/main.xml")]
        {
            lines += ["<\(level)>", "<FRBRthis value=\"\(work)\(suffix)\"/>", "<FRBRuri value=\"\(work)\(suffix)\"/>"]
            lines.append("<FRBRdate date=\"\(day(record.signed) ?? "0001-01-01")\" name=\"成文日期\"/>")
            lines.append("<FRBRauthor href=\"#\(record.issuers.isEmpty ? "gongbao" : "org-1")\"/>")
            switch level {
            case "FRBRWork":
                lines.append("<FRBRcountry value=\"cn\"/>")
                if let number = record.number?.text {
                    lines.append("<FRBRnumber value=\"\(XMLText.escaped(number))\"/>")
                }
            case "FRBRExpression": lines.append("<FRBRlanguage language=\"zho\"/>")
            default: lines.append("<FRBRformat value=\"application/xml\"/>")
            }
            lines.append("</\(level)>")
        }
        lines.append("</identification>")
        appendLifecycle()
        lines.append("<references source=\"#gongbao\">")
        for (number, issuer) in record.issuers.enumerated() {
            lines.append(
                "<TLCOrganization eId=\"org-\(number + 1)\" href=\"/ontology/organization/cn/\(number + 1)\" showAs=\"\(XMLText.escaped(issuer))\"/>"
            )
        }
        lines += [
            "<TLCOrganization eId=\"gongbao\" href=\"/ontology/organization/gongbao\" showAs=\"Gongbao\"/>",
            "</references>", "</meta>",
        ]
    }

    private mutating func appendLifecycle() {
        let events = [
            ("generation", day(record.signed)), ("amendment", nil), ("repeal", day(record.validity?.expires)),
        ].compactMap { type, date in date.map { (type, $0) } }
        guard !events.isEmpty else { return }
        lines.append("<lifecycle source=\"#gongbao\">")
        for (number, event) in events.enumerated() {
            lines.append(
                "<eventRef eId=\"event-\(number + 1)\" date=\"\(event.1)\" source=\"#gongbao\" type=\"\(event.0)\"/>")
        }
        lines.append("</lifecycle>")
    }

    /// A date that says year, month and day.
    private func day(_ date: String?) -> String? {
        date.flatMap { $0.count == 10 && CalendarDay(first: $0) != nil ? $0 : nil }
    }

    // MARK: Text

    private mutating func appendPreface() {
        lines.append("<preface>")
        lines.append("<p><docTitle>\(XMLText.escaped(record.title))</docTitle></p>")
        if let number = record.number?.text { lines.append("<p><docNumber>\(XMLText.escaped(number))</docNumber></p>") }
        if let recipients = record.recipients { lines.append("<p>\(XMLText.escaped(recipients))：</p>") }
        lines.append("</preface>")
    }

    private mutating func appendConclusions() {
        guard !record.issuers.isEmpty || day(record.signed) != nil else { return }
        lines.append("<conclusions>")
        for (number, issuer) in record.issuers.enumerated() {
            lines.append(
                "<p><organization refersTo=\"#org-\(number + 1)\">\(XMLText.escaped(issuer))</organization></p>")
        }
        if let signed = day(record.signed) { lines.append("<p><date date=\"\(signed)\">\(signed)</date></p>") }
        lines.append("</conclusions>")
    }

    private mutating func append(_ provision: Provision, below parent: String) {
        let (tag, short) = Self.element(provision.level)
        let id = unique(parent + (parent.isEmpty ? "" : "__") + "\(short)_\(provision.number.map(String.init) ?? "n")")
        let name = tag == "hcontainer" ? " name=\"\(provision.level.rawValue)\"" : ""
        lines.append("<\(tag)\(name) eId=\"\(id)\">")
        if let label = provision.label { lines.append("<num>\(XMLText.escaped(label))</num>") }
        if let heading = provision.heading { lines.append("<heading>\(XMLText.escaped(heading))</heading>") }
        let children = provision.children.filter { !Self.isEmpty($0) }
        let paragraph = "<p>\(XMLText.escaped(provision.text))</p>"
        if provision.level == .table {
            appendTable(of: provision)
        } else if children.isEmpty {
            lines.append("<content>\(paragraph)</content>")
        } else if !provision.text.isEmpty {
            lines.append("<intro>\(paragraph)</intro>")
        }
        for child in children { append(child, below: id) }
        lines.append("</\(tag)>")
    }

    private mutating func appendTable(of provision: Provision) {
        let table = record.tables.first {
            $0.span.start.line <= provision.span.end.line && provision.span.start.line <= $0.span.end.line
        }
        guard let table, !(table.header.isEmpty && table.rows.isEmpty) else {
            lines.append("<content><p>\(XMLText.escaped(provision.text))</p></content>")
            return
        }
        func row(_ cells: [String], _ tag: String) -> String {
            "<tr>" + cells.map { "<\(tag)><p>\(XMLText.escaped($0))</p></\(tag)>" }.joined() + "</tr>"
        }
        lines.append("<content><table>")
        if let caption = table.caption { lines.append("<caption>\(XMLText.escaped(caption))</caption>") }
        if !table.header.isEmpty { lines.append(row(table.header, "th")) }
        lines += table.rows.filter { !$0.isEmpty }.map { row($0, "td") }
        lines.append("</table></content>")
    }

    /// The element of a level, and how its ids begin.
    private static func element(_ level: Provision.Level) -> (tag: String, short: String) {
        switch level {
        case .part: ("part", "part")
        case .chapter: ("chapter", "chp")
        case .section: ("section", "sec")
        case .article: ("article", "art")
        case .paragraph: ("paragraph", "para")
        case .item: ("point", "point")
        case .subitem: ("point", "point")
        case .heading: ("hcontainer", "hcontainer")
        case .table: ("hcontainer", "table")
        }
    }

    private mutating func unique(_ id: String) -> String {
        var candidate = id
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = "\(id)-\(number)"
            number += 1
        }
        return candidate
    }
}
