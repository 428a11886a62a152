public import Ingest

/// Extracts the records of the contract from an issue.
///
/// The same issue gives the same records: there is no I/O, no clock and no locale.
///
/// ```swift
/// let issue = try GazetteReader().read(contentsOf: url)
/// let record = Extractor.extract(issue)
/// record.documents[0].tasks.first?.assignments
/// ```
public enum Extractor {
    public static func extract(_ issue: Issue) -> GazetteRecord {
        var record = GazetteRecord(source: source(issue))
        record.issue = issue.masthead.map { masthead in
            IssueRecord(
                title: masthead.title, year: masthead.year, number: masthead.number, total: masthead.total,
                published: masthead.published?.description)
        }
        record.contents = issue.contents.map { entry in
            ContentsRecord(
                section: entry.section, title: entry.title, number: entry.number?.text, page: entry.page,
                span: SpanRecord(entry.span))
        }
        var ids: Set<String> = []
        var forms: [PrintedForms?] = []
        var claims: [ClaimFindings.Claimed] = []
        for (index, document) in issue.documents.enumerated() {
            forms.append(PrintedForms(document))
            let id = identifier(document, index, issue, forms[index], &ids)
            var builder = DocumentExtractor(document, id: id, issue: issue)
            builder.extract()
            record.documents.append(builder.record)
            record.findings += builder.findings
            claims += builder.claims.map { ClaimFindings.Claimed(document: id, claim: $0.claim, text: $0.text) }
        }
        record.findings += ClaimFindings.findings(claims, record.documents)
        record.findings += ContentsFindings.findings(issue, record.documents)
        record.findings += CoverageFindings.findings(issue)
        for index in forms.indices { forms[index]?.restore(&record.documents[index]) }
        frontForms(of: issue)?.restore(&record.issue, &record.contents)
        return record
    }

    /// The printed forms of masthead and 目录.
    private static func frontForms(of issue: Issue) -> PrintedForms? {
        let front: Set<LineFate> = [.furniture(.masthead), .furniture(.contents)]
        return PrintedForms(
            issue.lines.indices.filter { front.contains(issue.fates[$0]) }.map { issue.lines[$0].mapped })
    }

    private static func source(_ issue: Issue) -> SourceRecord {
        var coverage = CoverageRecord(text: 0, table: 0, furniture: 0, blank: 0, unread: [])
        for (index, fate) in issue.fates.enumerated() {
            switch fate {
            case .text: coverage.text += 1
            case .tableRow: coverage.table += 1
            case .furniture: coverage.furniture += 1
            case .blank: coverage.blank += 1
            case .unread: coverage.unread.append(index + 1)
            }
        }
        return SourceRecord(
            path: issue.source.path, sha256: issue.source.sha256, format: issue.source.format,
            encoding: issue.source.encoding, pages: issue.source.pageCount, lines: issue.lines.count, coverage: coverage
        )
    }

    /// The 发文字号; for a document without one, its issue (or the digest of its file) and its position.
    private static func identifier(
        _ document: Document, _ index: Int, _ issue: Issue, _ forms: PrintedForms?, _ used: inout Set<String>
    ) -> String {
        var id = document.number?.value.text ?? ""
        if let forms { id = forms.restore(id, from: document.number?.text.string) }
        if id.isEmpty {
            let origin: String
            if let masthead = issue.masthead, let number = masthead.number {
                origin = "\(masthead.title)\(masthead.year.map(String.init) ?? "")第\(number)期"
            } else {
                origin = String(issue.source.sha256.prefix(8))
            }
            id = "\(origin)#\(index + 1)"
        }
        var candidate = id
        var count = 1
        while !used.insert(candidate).inserted {
            count += 1
            candidate = "\(id)~\(count)"
        }
        return candidate
    }
}
