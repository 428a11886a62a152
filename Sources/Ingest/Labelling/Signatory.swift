/// Who signs a document by his name.
enum Signatory {
    /// 「市长 某某」, 「总理 某某」: a post and a name with white space between.
    static func isOfficial(_ line: SourceLine) -> Bool {
        let parts = line.text.split(whereSeparator: \.isBlank)
        guard parts.count >= 2, parts.count <= 6, line.squashed.count <= 20 else { return false }
        // 「部 長 某某某」: the post is set with blanks too.
        return (1..<parts.count).contains { count in
            let post = parts[..<count].joined()
            return post.count >= 2 && post.last.map { "长理席任官记".unicodeScalars.contains($0) } ?? false
        }
    }
}

/// The words by which a page or a notice leads over to a text: 「全文如下：」, 「以下为方案全文：」.
enum LeadIn {
    static func opens(_ text: [Unicode.Scalar]) -> Bool {
        guard let last = text.last, last == "：" || last == ":" || last == "。", text.count <= 200 else { return false }
        let end = text.dropLast()
        return ["全文如下", "原文如下", "分工情况如下", "全文", "内容如下"].contains { end.ends(with: $0) }
    }
}

/// Rows of words that stand apart: the menu of a page.
enum RowOfWords {
    /// Whether a line is three or more words of two to eight characters each; names of offices that issue together are none.
    static func isRow(_ line: SourceLine) -> Bool {
        let parts = line.text.split(whereSeparator: { $0.isBlank || "|｜".unicodeScalars.contains($0) })
        guard parts.count >= 3, parts.allSatisfy({ $0.count >= 2 && $0.count <= 8 && $0.allSatisfy(\.isHan) }) else {
            return false
        }
        return !parts.allSatisfy { AgencyNames.endsLikeAgency($0) } && !Signatory.isOfficial(line)
    }

    /// Whether a line holds a Latin word with an underscore, or words of both scripts apart by blanks.
    static func mixesScripts(_ text: [Unicode.Scalar]) -> Bool {
        let parts = text.split(whereSeparator: \.isBlank)
        let latin = parts.filter { $0.count >= 3 && $0.allSatisfy { $0.isASCII } && $0.contains(where: \.isLatin) }
        return latin.contains { $0.contains("_") } || latin.count >= 2 && parts.contains { $0.contains(where: \.isHan) }
    }
}

/// How the first sentence of an official text begins.
enum SentenceWords {
    static let openings: WordList = ["为", "根据", "按照", "依据", "经", "现", "近日", "日前"]
}
