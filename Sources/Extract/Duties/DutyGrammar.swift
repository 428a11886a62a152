import Ingest

/// Reads who of the leading officials is in charge of what.
///
/// Posts and a name open an entry, at the begin of a paragraph or of a sentence, since texts set anew can have made one
/// paragraph of two. What begins with 负责, 分管, 联系, 协助, 代 or 兼 continues it. Posts and name may also stand on a line
/// of their own above such paragraphs.
public enum DutyGrammar {
    /// - Parameters:
    ///   - paragraphs: The paragraphs of the document, in reading order.
    ///   - starts: Where the text of each begins, behind its label; none of them where there are no labels.
    public static func duties(in paragraphs: [[Unicode.Scalar]], starts: [Int] = []) -> [DutyMatch] {
        var reader = Reader(paragraphs: paragraphs, starts: starts)
        for index in paragraphs.indices { reader.read(index) }
        return reader.found.filter { !$0.items.isEmpty }
    }

    private struct Reader {
        let paragraphs: [[Unicode.Scalar]]
        let starts: [Int]
        var found: [DutyMatch] = []
        /// Whether what follows may belong to the last entry.
        var isOpen = false

        mutating func read(_ index: Int) {
            let text = paragraphs[index]
            let start = begin(of: index)
            if let official = Official.scan(text, from: start) ?? heading(index, start) {
                open(official, at: start, in: index)
                add(text, from: official.end, in: index)
            } else if isOpen, let more = Official.concurrentPosts(text, at: start) {
                found[found.count - 1].posts += more.posts
                add(text, from: more.end, in: index)
            } else if isOpen, DutySentence.scan(text, at: start) != nil {
                add(text, from: start, in: index)
            } else {
                isOpen = isOpen && text.allSatisfy(\.isBlank)
            }
        }

        private mutating func open(_ official: Official, at start: Int, in index: Int) {
            var match = DutyMatch(person: official.person, posts: official.posts, paragraphs: index...index)
            match.rule = official.rule
            match.start = start
            found.append(match)
            isOpen = true
        }

        /// Adds the items of every sentence from an offset on to the last entry, or to one that a sentence opens.
        private mutating func add(_ text: [Unicode.Scalar], from start: Int, in index: Int) {
            found[found.count - 1].paragraphs = found[found.count - 1].paragraphs.lowerBound...index
            var begin = start
            for end in start...max(start, text.count) where end == text.count || text[end].endsSentence {
                let sentence = DutyGrammar.skipBlanks(text, begin)
                defer { begin = end + 1 }
                guard sentence < end else { continue }
                var from = sentence
                if begin > start, let official = Official.scan(text, from: sentence), !official.posts.isEmpty {
                    found[found.count - 1].end = sentence
                    open(official, at: sentence, in: index)
                    from = official.end
                }
                let last = found.count - 1
                found[last].items += DutySentence.items(in: text, range: from..<end)
                found[last].others += DutySentence.persons(in: text, from..<end)
            }
        }

        private func begin(of index: Int) -> Int {
            DutyGrammar.skipBlanks(paragraphs[index], starts.indices.contains(index) ? starts[index] : 0)
        }

        /// Posts and name on a line of their own, above a paragraph that begins with a verb of duty or with a further post.
        private func heading(_ index: Int, _ start: Int) -> Official? {
            guard index + 1 < paragraphs.count, case let next = begin(of: index + 1),
                DutySentence.scan(paragraphs[index + 1], at: next) != nil
                    || Official.concurrentPosts(paragraphs[index + 1], at: next) != nil
            else { return nil }
            return Official.heading(paragraphs[index], from: start)
        }
    }

    static func skipBlanks(_ text: [Unicode.Scalar], _ index: Int) -> Int {
        var next = index
        while next < text.count, text[next].isBlank { next += 1 }
        return next
    }
}
