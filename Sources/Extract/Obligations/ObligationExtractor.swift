import Ingest

/// Makes the obligation records of a law or rule from its passages.
struct ObligationExtractor {
    let passages: [Passage]
    /// The same, as grammars read them.
    let texts: [AnalyzedText]

    /// Whether a document binds: a law or rule by its kind, or one that is made of articles.
    static func applies(to record: DocumentRecord) -> Bool {
        record.kind.map { kind in ObligationWords.kinds.contains { kind.hasSuffix($0) } } ?? false
    }

    /// - Parameter isNormative: Whether a passage belongs to an article.
    func obligations(_ record: DocumentRecord, isNormative: (Passage) -> Bool) -> [ObligationRecord] {
        let binds = Self.applies(to: record)
        var records: [ObligationRecord] = []
        var list: (provision: String, head: ObligationRecord)?
        for (passage, text) in zip(passages, texts) where binds || isNormative(passage) {
            if let open = list, passage.label != nil, passage.provision.hasPrefix(open.provision + "/"),
                let item = item(passage, of: open.head)
            {
                records.append(item)
                continue
            }
            list = nil
            let found = ObligationGrammar.obligations(in: text, from: passage.bodyStart)
                .compactMap { self.record($0, passage) }
            records += found
            if let last = found.last, announces(passage) { list = (Self.parent(of: passage), last) }
        }
        return records
    }

    /// Whether a passage ends by announcing a list of acts: 应当履行下列义务：.
    private func announces(_ passage: Passage) -> Bool {
        let text = passage.text.scalars
        guard let last = text.last(where: { !$0.isBlank }), last == "：" || last == ":" else { return false }
        return ObligationWords.lists.occurs(in: text, max(0, text.count - 24)..<text.count)
    }

    /// The provision below which the items of a passage's list stand: the article of a paragraph.
    private static func parent(of passage: Passage) -> String {
        guard passage.label == nil, let slash = passage.provision.lastIndex(of: "/") else { return passage.provision }
        return String(passage.provision[..<slash])
    }

    private func item(_ passage: Passage, of head: ObligationRecord) -> ObligationRecord? {
        let text = passage.text.scalars
        var end = text.count
        while end > passage.bodyStart, text[end - 1].isBlank || "；;。".unicodeScalars.contains(text[end - 1]) {
            end -= 1
        }
        guard end > passage.bodyStart, let span = passage.text.span(of: passage.bodyStart..<end) else { return nil }
        // 向社会公开下列信息：年度报告
        let act = "\(head.act)：\(passage.text.string(passage.bodyStart..<end).trimmedBlanks)"
        return ObligationRecord(
            subject: head.subject, force: head.force, modal: head.modal, act: act, condition: head.condition,
            rule: "item of the list", provision: passage.provision, span: SpanRecord(span))
    }

    private func record(_ match: ObligationMatch, _ passage: Passage) -> ObligationRecord? {
        let text = passage.text
        func string(_ range: Range<Int>) -> String { text.string(range).trimmedBlanks }
        guard let span = text.span(of: match.range), !string(match.act).isEmpty else { return nil }
        return ObligationRecord(
            subject: match.subject.map(string), force: match.force, modal: string(match.modal), act: string(match.act),
            condition: match.condition.map(string), consequence: match.consequence.map(string),
            rule: match.isCarried ? "subject of the clause before" : nil, provision: passage.provision,
            span: SpanRecord(span))
    }
}
