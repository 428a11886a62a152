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
        findings += NumberingFindings.findings(
            in: record.provisions, document: record.id, quoted: quoted, isAmendment: isAmendment)
        findings += attachments()
        return findings
    }

    /// The provisions that begin within a quotation which an earlier paragraph, or the paragraph itself, opens.
    private var quoted: Set<String> {
        var ids: Set<String> = []
        var isOpen = false
        for passage in passages {
            let text = passage.text.scalars
            let first = text.firstIndex { !$0.isBlank } ?? 0
            if isOpen || first < text.count && text[first] == "“" && passage.label != nil {
                ids.insert(passage.provision)
            }
            // Each paragraph of a long quotation may open anew: only the last mark tells.
            switch text.last(where: { $0 == "“" || $0 == "”" }) {
            case "“": isOpen = opensQuotation(text)
            case "”": isOpen = false
            default: break
            }
        }
        return ids
    }

    /// 修改为：“…: the last mark of a paragraph opens what the next ones go on with.
    private func opensQuotation(_ text: [Unicode.Scalar]) -> Bool {
        guard let mark = text.lastIndex(of: "“") else { return false }
        let first = text.firstIndex { !$0.isBlank } ?? 0
        return mark == first || text[mark - 1] == "：" || text[mark - 1] == ":"
    }

    /// A decision that amends prints the numbers of what it amends.
    private var isAmendment: Bool {
        ([record.title] + record.attachments.map(\.title)).contains(where: CitationTitle.amends)
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
