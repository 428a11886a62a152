import Ingest

/// Makes the findings on one document's text.
struct DocumentFindings {
    let document: Document
    let record: DocumentRecord
    let passages: [Passage]

    func findings() -> [Finding] {
        let texts = passages.map(\.text)
        var findings = TextFindings.findings(in: texts.map(\.printed)).map { found in
            Finding(
                found.severity, code: found.code, message: found.message, document: record.id,
                span: texts[found.paragraph].span(of: found.range).map(SpanRecord.init))
        }
        if !isAmendment { findings += NumberingFindings.findings(in: record.provisions, document: record.id) }
        findings += attachments()
        return findings
    }

    /// A decision that amends quotes the numbers of what it amends.
    private var isAmendment: Bool {
        let title = Array(record.title.unicodeScalars)
        return ["修改", "修正", "修订", "修訂"].contains { title.contains($0) }
    }

    /// 附件说明 without 附件.
    private func attachments() -> [Finding] {
        guard let note = document.blocks.firstIndex(where: { $0.element == .attachmentNote }) else { return [] }
        let isFollowed = document.blocks[note...].contains {
            $0.element == .attachmentLabel || $0.element == .attachmentTitle || $0.element == .table
        }
        guard !isFollowed else { return [] }
        let text = document.blocks[note].text
        guard !text.scalars.contains("略") else { return [] }
        return [
            Finding(
                .warning, code: "attachment-missing", message: "有附件说明而无附件：\(text.string.prefix(40))",
                document: record.id, span: text.span.map(SpanRecord.init))
        ]
    }
}
