import Ingest

/// Reads who of the leading officials is in charge of what.
///
/// A paragraph that begins with posts and a name opens an entry; those behind it that begin with 负责, 分管, 联系, 协助 or
/// 代 continue it. Posts and name may also stand on a line of their own above such paragraphs.
public enum DutyGrammar {
    /// - Parameters:
    ///   - paragraphs: The paragraphs of the document, in reading order.
    ///   - starts: Where the text of each begins, behind its label; none of them where there are no labels.
    public static func duties(in paragraphs: [[Unicode.Scalar]], starts: [Int] = []) -> [DutyMatch] {
        var found: [DutyMatch] = []
        var isOpen = false
        for (index, text) in paragraphs.enumerated() {
            let begin = starts.indices.contains(index) ? starts[index] : 0
            var start = skipBlanks(text, begin)
            if let official = Official.scan(text, from: start) ?? heading(paragraphs, starts, index, start) {
                var match = DutyMatch(person: official.person, posts: official.posts, paragraphs: index...index)
                match.rule = official.rule
                found.append(match)
                start = official.end
                isOpen = true
            } else if !isOpen || DutySentence.scan(text, at: start) == nil {
                isOpen = isOpen && text.allSatisfy(\.isBlank)
                continue
            }
            guard var duty = found.popLast() else { continue }
            duty.paragraphs = duty.paragraphs.lowerBound...index
            duty.items += items(in: text, from: start)
            found.append(duty)
        }
        return found.filter { !$0.items.isEmpty }
    }

    /// Posts and name on a line of their own, above a paragraph that begins with a verb of duty.
    private static func heading(
        _ paragraphs: [[Unicode.Scalar]], _ starts: [Int], _ index: Int, _ start: Int
    ) -> Official? {
        guard index + 1 < paragraphs.count else { return nil }
        let next = paragraphs[index + 1]
        let begin = starts.indices.contains(index + 1) ? starts[index + 1] : 0
        guard DutySentence.scan(next, at: skipBlanks(next, begin)) != nil else { return nil }
        return Official.heading(paragraphs[index], from: start)
    }

    /// The items of every sentence from an offset on.
    private static func items(in text: [Unicode.Scalar], from start: Int) -> [DutyMatch.Item] {
        var items: [DutyMatch.Item] = []
        var begin = start
        for index in start...max(start, text.count) where index == text.count || text[index].endsSentence {
            defer { begin = index + 1 }
            guard begin < index else { continue }
            items += DutySentence.items(in: text, range: begin..<index)
        }
        return items
    }

    static func skipBlanks(_ text: [Unicode.Scalar], _ index: Int) -> Int {
        var next = index
        while next < text.count, text[next].isBlank { next += 1 }
        return next
    }
}
