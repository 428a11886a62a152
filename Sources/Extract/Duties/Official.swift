import Ingest

/// The posts and the name that open an entry.
///
/// Posts stand before the name (市委常委、副市长张某某 负责…) or behind it (张某某（副市长）：分管…).
struct Official {
    var person: String
    var posts: [String]
    /// Where the duties begin.
    var end: Int

    private static let longestLead = 120

    /// Reads the official at the beginning of a paragraph.
    static func scan(_ text: [Unicode.Scalar]) -> Official? {
        guard let verb = firstVerb(text) else { return nil }
        var lead = DutyGrammar.skipBlanks(text, 0)..<verb
        while let last = lead.last, text[last].isBlank || text[last] == "：" || text[last] == ":" || text[last].isComma {
            lead = lead.lowerBound..<last
        }
        if lead.count > 2, text[lead.upperBound - 2..<lead.upperBound].elementsEqual("同志".unicodeScalars) {
            lead = lead.lowerBound..<lead.upperBound - 2
        }
        guard lead.count >= 4 else { return nil }
        return nameBehind(text, lead, verb) ?? nameBefore(text, lead, verb)
    }

    /// Where the first verb of duty stands, near the beginning and before any stop.
    private static func firstVerb(_ text: [Unicode.Scalar]) -> Int? {
        var depth = 0
        for index in 0..<min(text.count, longestLead) {
            if text[index] == "（" || text[index] == "(" { depth += 1 }
            if text[index] == "）" || text[index] == ")" { depth -= 1 }
            if text[index].endsSentence { return nil }
            guard depth == 0, let verb = DutySentence.scan(text, at: index) else { continue }
            // 代 and 领导 stand in names and posts; a name or a blank stands before a true verb.
            if verb.capacity == .acting || DutyLexicon.posts.match(text, at: verb.end, before: text.count) == nil {
                return index
            }
        }
        return nil
    }

    /// Reads a name behind posts: 市委常委、副市长张某某.
    private static func nameBehind(_ text: [Unicode.Scalar], _ lead: Range<Int>, _ verb: Int) -> Official? {
        guard let post = lastPost(text, lead) else { return nil }
        let name = post.upperBound..<lead.upperBound
        guard let person = person(text, name) else { return nil }
        let posts = split(text, lead.lowerBound..<post.upperBound)
        return posts.isEmpty ? nil : Official(person: person, posts: posts, end: verb)
    }

    /// Reads a name before posts: 张某某（市委常委、副市长）.
    private static func nameBefore(_ text: [Unicode.Scalar], _ lead: Range<Int>, _ verb: Int) -> Official? {
        let mark = text[lead].firstIndex { $0.isBlank || $0 == "（" || $0 == "(" || $0 == "，" || $0 == "、" || $0 == "：" }
        guard let mark, let person = person(text, lead.lowerBound..<mark) else { return nil }
        var end = lead.upperBound
        if text[end - 1] == "）" || text[end - 1] == ")" { end -= 1 }
        guard mark + 1 < end, DutyLexicon.posts.endsWith(text, in: mark + 1..<end) else { return nil }
        return Official(person: person, posts: split(text, mark + 1..<end), end: verb)
    }

    /// The post behind which only a name is left.
    private static func lastPost(_ text: [Unicode.Scalar], _ lead: Range<Int>) -> Range<Int>? {
        guard var post = DutyLexicon.posts.last(text, in: lead) else { return nil }
        if post.upperBound < lead.upperBound, text[post.upperBound] == "）" || text[post.upperBound] == ")" {
            post = post.lowerBound..<post.upperBound + 1
        }
        return post
    }

    /// Two to four Han, or a longer name with ·.
    private static func person(_ text: [Unicode.Scalar], _ range: Range<Int>) -> String? {
        let name = text[range].filter { !$0.isBlank }
        let hasDot = name.contains { $0 == "·" || $0 == "•" || $0 == "・" }
        let letters = name.filter { $0.isHan }
        guard letters.count >= 2, letters.count <= (hasDot ? 16 : 4), letters.count + (hasDot ? 4 : 0) >= name.count,
            name.allSatisfy({ $0.isHan || $0 == "·" || $0 == "•" || $0 == "・" }),
            DutyLexicon.noNames.first(name, in: 0..<name.count) == nil,
            DutyLexicon.posts.first(name, in: 0..<name.count) == nil
        else { return nil }
        return name.string
    }

    private static func split(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [String] {
        var posts: [String] = []
        var start = range.lowerBound
        for index in range.lowerBound...range.upperBound {
            let ends = index == range.upperBound
            guard ends || text[index] == "、" || text[index].isComma || text[index].isBlank else { continue }
            let post = text.compact(start..<index)
            if !post.isEmpty { posts.append(post) }
            start = index + 1
        }
        return posts.allSatisfy { $0.unicodeScalars.count <= 30 } ? posts : []
    }
}
