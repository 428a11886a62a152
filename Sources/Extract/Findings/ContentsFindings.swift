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

/// Lists the lines of which nothing could be made, and the parts of the file that gave no lines.
enum CoverageFindings {
    static func findings(_ issue: Issue) -> [Finding] {
        issue.unreadParts.map { finding($0, issue) } + lines(issue)
    }

    private static func finding(_ part: UnreadPart, _ issue: Issue) -> Finding {
        let name = part.page.map { "第\($0)页" } ?? "文件的一部分"
        let message =
            switch part.cause {
            case .image: "\(name)是图片，没有文字层，未能读取"
            case .damaged(let reason): "\(name)已损坏，未能读取：\(reason)"
            }
        // The last line before it, or the first one behind: where the reader will miss what it held.
        let page = part.page ?? 0
        let neighbour =
            issue.lines.last { !$0.isBlank && ($0.page ?? 0) < page } ?? issue.lines.first { !$0.isBlank }
        return Finding(
            .warning, code: part.page == nil ? "part-unread" : "page-unread", message: message,
            span: neighbour?.mapped.span.map(SpanRecord.init))
    }

    private static func lines(_ issue: Issue) -> [Finding] {
        issue.fates.enumerated().compactMap { index, fate in
            guard fate == .unread else { return nil }
            let text = issue.lines[index].mapped
            return Finding(
                .warning, code: "line-unread", message: "第\(index + 1)行未能识别：「\(text.string.prefix(30))」",
                span: text.span.map(SpanRecord.init))
        }
    }
}
