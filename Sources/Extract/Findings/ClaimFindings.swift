import Ingest

/// Holds what a 解读 says of the size of a document against what was found in it.
enum ClaimFindings {
    /// A claim, and the 解读 that makes it.
    struct Claimed {
        var document: String
        var claim: CountClaim
        var text: MappedText
    }

    static func findings(_ claims: [Claimed], _ documents: [DocumentRecord]) -> [Finding] {
        claims.compactMap { claimed in
            guard let own = documents.first(where: { $0.id == claimed.document }),
                let subject = explained(by: own, documents), let count = count(claimed.claim.subject, in: subject),
                count != claimed.claim.count
            else { return nil }
            let name =
                switch claimed.claim.subject {
                case .tasks: "项任务"
                case .units: "个单位"
                case .articles: "条"
                case .chapters: "章"
                case .aspects: "个方面"
                }
            return Finding(
                claimed.claim.subject == .units ? .info : .warning, code: "count-contradicts",
                message: "解读称\(claimed.claim.count)\(name)，\(subject.id)中识别出\(count)\(name)",
                document: claimed.document,
                span: claimed.text.span(of: claimed.claim.range).map(SpanRecord.init))
        }
    }

    /// The document of the same file whose title stands in the 解读's own.
    private static func explained(by own: DocumentRecord, _ documents: [DocumentRecord]) -> DocumentRecord? {
        let title = Array(own.title.unicodeScalars).comparable
        return documents.first { $0.id != own.id && title.contains(Array($0.title.unicodeScalars).comparable.string) }
    }

    private static func count(_ subject: CountClaim.Subject, in document: DocumentRecord) -> Int? {
        let all = flattened(document.provisions)
        switch subject {
        case .tasks: return Set(document.tasks.map { $0.label ?? $0.id }).count
        case .units:
            return Set(document.tasks.flatMap(\.assignments).filter { $0.group != true }.map(\.unit)).count
        case .articles: return all.count { $0.level == .article }
        case .chapters: return all.count { $0.level == .chapter }
        case .aspects: return nil
        }
    }

    private static func flattened(_ provisions: [Provision]) -> [Provision] {
        provisions.flatMap { [$0] + flattened($0.children) }
    }
}
