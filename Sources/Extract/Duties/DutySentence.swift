import Ingest

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
        // 并分管, 同时联系
        if let length = DutyLexicon.joints.match(text, at: cursor, before: text.count) { cursor += length }
        var capacity = DutyMatch.Capacity.own
        // 代管 is one word; 代 before 分管 is not.
        if let verb = DutyLexicon.verbs.match(text, at: cursor, before: text.count) {
            return Verb(
                relation: verb.value.relation, capacity: verb.value.capacity,
                end: afterColon(text, cursor + verb.length))
        }
        if let length = DutyLexicon.assisting.match(text, at: cursor, before: text.count) {
            capacity = .assisting
            cursor += length
        } else if let length = DutyLexicon.acting.match(text, at: cursor, before: text.count) {
            capacity = .acting
            cursor += length
        }
        if let verb = DutyLexicon.verbs.match(text, at: cursor, before: text.count) {
            return Verb(
                relation: verb.value.relation, capacity: capacity, end: afterColon(text, cursor + verb.length))
        }
        return capacity == .assisting ? Verb(relation: .charge, capacity: capacity, end: cursor) : nil
    }

    /// Steps over the colon of 分管：甲局、乙局.
    private static func afterColon(_ text: [Unicode.Scalar], _ index: Int) -> Int {
        var next = index
        for word in ["工作", "部门", "单位", "领域"] where text.has(word, at: next) {
            // 分管部门：… names the list, 分管工作部门 is of it.
            let behind = DutyGrammar.skipBlanks(text, next + word.unicodeScalars.count)
            if behind < text.count, text[behind] == "：" || text[behind] == ":" { next = behind }
        }
        next = DutyGrammar.skipBlanks(text, next)
        if next < text.count, text[next] == "：" || text[next] == ":" { return DutyGrammar.skipBlanks(text, next + 1) }
        return index
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

    /// Persons who are named inside a sentence with posts before and a verb of duty behind, other than whom the official
    /// helps: then two entries may have become one.
    static func persons(in text: [Unicode.Scalar], _ range: Range<Int>) -> [String] {
        var persons: [String] = []
        var at = range.lowerBound
        guard DutyLexicon.assisting.match(text, at: at, before: range.upperBound) == nil else { return [] }
        while let post = DutyLexicon.posts.first(text, in: at..<range.upperBound) {
            at = post.upperBound
            for count in [2, 3] where at + count < range.upperBound {
                let verb = DutyGrammar.skipBlanks(text, at + count)
                guard let person = Official.person(text, at..<at + count),
                    DutyLexicon.verbs.match(text, at: verb, before: range.upperBound) != nil
                else { continue }
                persons.append(person)
                break
            }
        }
        return persons
    }

    /// Steps over whom the official helps: 协助负责常务工作的副市长推进重大项目, 协助张某某同志负责农业.
    private static func afterSuperior(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int {
        let end = text[range].firstIndex { $0 == "、" || $0.isComma } ?? range.upperBound
        var start: Int
        if let comrade = range.prefix(8).first(where: { text.has("同志", at: $0) }), comrade + 2 < end {
            start = comrade + 2
        } else if let post = DutyLexicon.posts.last(text, in: range.lowerBound..<end), post.upperBound < end {
            start = post.upperBound
            if text.has("同志", at: start) { start += 2 }
        } else {
            return range.lowerBound
        }
        if let verb = DutyLexicon.verbs.match(text, at: start, before: text.count) { start += verb.length }
        if text.has("抓", at: start) { start += 1 }
        return start < end ? start : range.lowerBound
    }
}
