import Ingest

/// What a text says of the size of a document: 共178项工作任务, 涉及55个部门.
///
/// A 解读 whose counts differ from what was found is worth an editor's look; the caller compares.
public struct CountClaim: Equatable, Sendable {
    public enum Subject: Sendable { case tasks, units, articles, chapters, aspects }
    public var subject: Subject
    public var count: Int
    public var range: Range<Int>
}

public enum CountClaims {
    private static let nouns: [(words: ScalarWords, subject: CountClaim.Subject)] = [
        (ScalarWords("项工作任务 项重点任务 项重点工作 项具体任务 项任务 项任务措施 条工作任务 条任务 项重点工作任务"), .tasks),
        (ScalarWords("个部门和单位 个部门 个责任单位 家单位 个单位 家责任单位"), .units),
        (ScalarWords("条。 条， 条； 个条款"), .articles),
        (ScalarWords("章"), .chapters),
        (ScalarWords("个方面 个部分"), .aspects),
    ]
    /// What shows that a count is of the document and not of things of which it speaks.
    private static let wholes = ScalarWords("共 分 分为 包括 涉及 提出 明确 包含 确定 形成 梳理")

    /// The claims of a paragraph.
    ///
    /// Read 解读 and cover notices only: plans count other things in the same words.
    public static func claims(in text: [Unicode.Scalar]) -> [CountClaim] {
        var claims: [CountClaim] = []
        var index = 0
        while index < text.count {
            guard let number = Numeral.scan(text, at: index) else {
                index += 1
                continue
            }
            var end = number.end
            while end < text.count, text[end].isBlank { end += 1 }
            for (words, subject) in nouns {
                guard let length = words.match(text, at: end, before: text.count) else { continue }
                let lead = max(0, index - 40)..<index
                let start = text[lead].lastIndex { $0 == "。" || $0 == "；" } ?? lead.lowerBound
                if wholes.last(text, in: start..<index) != nil {
                    claims.append(CountClaim(subject: subject, count: number.value, range: index..<end + length))
                }
                break
            }
            index = number.end
        }
        return claims
    }
}
