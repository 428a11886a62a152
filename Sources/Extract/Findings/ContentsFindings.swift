import Ingest

/// Holds the 目录 against the documents that were found.
enum ContentsFindings {
    static func findings(_ issue: Issue, _ documents: [DocumentRecord]) -> [Finding] {
        guard !issue.contents.isEmpty else { return [] }
        var findings: [Finding] = []
        var listed: Set<String> = []
        for entry in issue.contents {
            let title = Array(entry.title.unicodeScalars).comparable
            let match = documents.first { document in
                if let number = entry.number, document.number?.text == number.text { return true }
                return Array(document.title.unicodeScalars).comparable == title
            }
            guard let match else {
                findings.append(
                    Finding(
                        .error, code: "contents-entry-missing", message: "目录所列「\(entry.title)」在正文中未找到",
                        span: SpanRecord(entry.span)))
                continue
            }
            listed.insert(match.id)
            if Array(match.title.unicodeScalars).comparable != title {
                findings.append(
                    Finding(
                        .warning, code: "contents-title-differs",
                        message: "目录标题「\(entry.title)」与正文标题「\(match.title)」不一致",
                        document: match.id, span: SpanRecord(entry.span)))
            }
            if let number = entry.number?.text, let printed = match.number?.text, number != printed {
                findings.append(
                    Finding(
                        .warning, code: "contents-number-differs", message: "目录文号「\(number)」与正文文号「\(printed)」不一致",
                        document: match.id, span: SpanRecord(entry.span)))
            }
        }
        for document in documents where !listed.contains(document.id) {
            findings.append(
                Finding(
                    .warning, code: "document-not-in-contents", message: "「\(document.title)」未列入目录",
                    document: document.id,
                    span: document.span))
        }
        return findings
    }
}

/// Lists the lines of which nothing could be made.
enum CoverageFindings {
    static func findings(_ issue: Issue) -> [Finding] {
        issue.fates.enumerated().compactMap { index, fate in
            guard fate == .unread else { return nil }
            let text = issue.lines[index].mapped
            return Finding(
                .warning, code: "line-unread", message: "第\(index + 1)行未能识别：「\(text.string.prefix(30))」",
                span: text.span.map(SpanRecord.init))
        }
    }
}
