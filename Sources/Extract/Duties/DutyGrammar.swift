import Ingest

/// Reads who of the leading officials is in charge of what.
///
/// A paragraph that begins with posts and a name opens an entry; those behind it that begin with 负责, 分管, 联系, 协助 or
/// 代 continue it.
public enum DutyGrammar {
    public static func duties(in paragraphs: [[Unicode.Scalar]]) -> [DutyMatch] {
        var found: [DutyMatch] = []
        var isOpen = false
        for (index, text) in paragraphs.enumerated() {
            var start = 0
            if let official = Official.scan(text) {
                found.append(DutyMatch(person: official.person, posts: official.posts, paragraphs: index...index))
                start = official.end
                isOpen = true
            } else if !isOpen || DutySentence.scan(text, at: skipBlanks(text, 0)) == nil {
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

    /// The items of every sentence from an offset on.
    private static func items(in text: [Unicode.Scalar], from start: Int) -> [DutyMatch.Item] {
        var items: [DutyMatch.Item] = []
        var begin = start
        for index in start...text.count where index == text.count || text[index].endsSentence {
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

/// One sentence of an official's duties: [协助|代] 负责|分管|联系 and a list.
enum DutySentence {
    struct Verb {
        var relation: DutyMatch.Relation
        var capacity: DutyMatch.Capacity
        var end: Int
    }

    /// Reads the verb that begins at an offset.
    static func scan(_ text: [Unicode.Scalar], at start: Int) -> Verb? {
        var cursor = start
        var capacity = DutyMatch.Capacity.own
        if let length = DutyLexicon.assisting.match(text, at: cursor, before: text.count) {
            capacity = .assisting
            cursor += length
        } else if let length = DutyLexicon.acting.match(text, at: cursor, before: text.count) {
            capacity = .acting
            cursor += length
        }
        if let (relation, length) = relation(text, at: cursor) {
            return Verb(relation: relation, capacity: capacity, end: cursor + length)
        }
        return capacity == .assisting ? Verb(relation: .charge, capacity: capacity, end: cursor) : nil
    }

    private static func relation(_ text: [Unicode.Scalar], at index: Int) -> (DutyMatch.Relation, Int)? {
        if let length = DutyLexicon.charge.match(text, at: index, before: text.count) { return (.charge, length) }
        if let length = DutyLexicon.oversees.match(text, at: index, before: text.count) { return (.oversees, length) }
        if let length = DutyLexicon.liaises.match(text, at: index, before: text.count) { return (.liaises, length) }
        return nil
    }

    /// The items of a sentence; a verb behind a comma opens a further list.
    static func items(in text: [Unicode.Scalar], range: Range<Int>) -> [DutyMatch.Item] {
        var items: [DutyMatch.Item] = []
        guard var verb = scan(text, at: DutyGrammar.skipBlanks(text, range.lowerBound)) else { return [] }
        var listStart = verb.end
        for index in verb.end...max(verb.end, range.upperBound) {
            let next = index < range.upperBound && text[index].isComma ? scan(text, at: index + 1) : nil
            guard index >= range.upperBound || next != nil else { continue }
            items += list(text, listStart..<min(index, range.upperBound), verb)
            guard let next else { break }
            verb = next
            listStart = next.end
        }
        return items
    }

    private static func list(_ text: [Unicode.Scalar], _ range: Range<Int>, _ verb: Verb) -> [DutyMatch.Item] {
        guard range.lowerBound < range.upperBound else { return [] }
        let start = verb.capacity == .assisting ? afterSuperior(text, range) : range.lowerBound
        return DutyList(text: text, relation: verb.relation).names(in: start..<range.upperBound).map {
            DutyMatch.Item(relation: verb.relation, capacity: verb.capacity, name: $0)
        }
    }

    /// Steps over whom the official helps: 协助负责常务工作的副市长推进重大项目.
    private static func afterSuperior(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int {
        let end = text[range].firstIndex { $0 == "、" || $0.isComma } ?? range.upperBound
        guard let post = DutyLexicon.posts.last(text, in: range.lowerBound..<end), post.upperBound < end else {
            return range.lowerBound
        }
        var start = post.upperBound
        if text.has("同志", at: start) { start += 2 }
        if let (_, length) = relation(text, at: start) { start += length }
        if text.has("抓", at: start) { start += 1 }
        return start < end ? start : range.lowerBound
    }
}
