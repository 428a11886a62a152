import Ingest

/// The posts and the name that open an entry.
///
/// Posts stand before the name (市委常委、副市长张某某 负责…) or behind it (张某某（副市长）：分管…, 张某某副市长：分管…); a name
/// with 同志 or a colon behind it may stand without any.
struct Official {
    var person: String
    var posts: [String]
    /// Where the duties begin.
    var end: Int
    /// How posts and name were told apart: `posts before the name`, `name before the posts`, `name alone`.
    var rule: String

    private static let longestLead = 120
    private static let longestHeading = 80

    /// Reads the official with whom a paragraph begins, up to the first verb of duty.
    static func scan(_ text: [Unicode.Scalar], from start: Int = 0) -> Official? {
        guard let verb = firstVerb(text, from: start) else { return nil }
        return read(text, start..<verb, end: verb)
    }

    /// Reads a paragraph that holds posts and a name and nothing else: 张某某　市委常委、副市长.
    static func heading(_ text: [Unicode.Scalar], from start: Int) -> Official? {
        let line = start..<text.count
        guard line.count <= longestHeading, !text[line].contains(where: \.endsSentence) else { return nil }
        guard var official = read(text, line, end: text.count) else { return nil }
        official.rule += ", on a line of its own"
        return official
    }

    private static func read(_ text: [Unicode.Scalar], _ range: Range<Int>, end: Int) -> Official? {
        var lead = DutyGrammar.skipBlanks(text, range.lowerBound)..<range.upperBound
        guard lead.lowerBound < lead.upperBound else { return nil }
        var isMarked = false
        while let last = lead.last, text[last].isBlank || text[last] == "：" || text[last] == ":" || text[last].isComma {
            isMarked = isMarked || text[last] == "：" || text[last] == ":"
            lead = lead.lowerBound..<last
        }
        if lead.count > 2, text[lead.upperBound - 2..<lead.upperBound].elementsEqual("同志".unicodeScalars) {
            lead = lead.lowerBound..<lead.upperBound - 2
            isMarked = true
        }
        guard lead.count >= 2 else { return nil }
        return nameBehind(text, lead, end) ?? nameBefore(text, lead, end) ?? nameAlone(text, lead, end, isMarked)
    }

    /// Where the first verb of duty stands, near the beginning and before any stop.
    private static func firstVerb(_ text: [Unicode.Scalar], from start: Int) -> Int? {
        var depth = 0
        for index in start..<max(start, min(text.count, start + longestLead)) {
            if text[index] == "（" || text[index] == "(" { depth += 1 }
            if text[index] == "）" || text[index] == ")" { depth -= 1 }
            if text[index].endsSentence { return nil }
            guard depth == 0, let verb = DutySentence.scan(text, at: index) else { continue }
            // 代 and 领导 stand in names and posts; a name or a blank stands before a true verb.
            if verb.capacity != .own || DutyLexicon.posts.match(text, at: verb.end, before: text.count) == nil {
                return index
            }
        }
        return nil
    }

    /// Reads a name behind posts: 市委常委、副市长张某某.
    private static func nameBehind(_ text: [Unicode.Scalar], _ lead: Range<Int>, _ end: Int) -> Official? {
        guard let post = lastPost(text, lead) else { return nil }
        let name = post.upperBound..<lead.upperBound
        guard let person = person(text, name) else { return nil }
        let posts = split(text, lead.lowerBound..<post.upperBound)
        guard !posts.isEmpty, posts.allSatisfy(isPost) else { return nil }
        return Official(person: person, posts: posts, end: end, rule: "posts before the name")
    }

    /// Reads a name before posts: 张某某（市委常委、副市长）, 张　某　副市长, 张某某副市长.
    private static func nameBefore(_ text: [Unicode.Scalar], _ lead: Range<Int>, _ end: Int) -> Official? {
        for split in nameEnds(text, lead) {
            guard let person = person(text, lead.lowerBound..<split.name) else { continue }
            if split.name == split.posts {
                // 副 of 高某副区长 is of the post.
                let isOffice = endsAsUnit(text, lead.lowerBound..<split.name)
                guard !isOffice, !"副代常第党".unicodeScalars.contains(text[split.name - 1]),
                    isPlainPost(text, split.posts..<lead.upperBound)
                else { continue }
            }
            var stop = lead.upperBound
            if text[stop - 1] == "）" || text[stop - 1] == ")", text[split.name] == "（" || text[split.name] == "(" {
                stop -= 1
            }
            guard split.posts < stop, endsAsPost(text, split.posts..<stop) else { continue }
            let posts = Self.split(text, split.posts..<stop)
            guard !posts.isEmpty, posts.allSatisfy(isPost) else { continue }
            return Official(person: person, posts: posts, end: end, rule: "name before the posts")
        }
        return nil
    }

    /// Where the name may end and the posts begin: at a blank, a bracket or a comma; else behind two or three characters.
    private static func nameEnds(_ text: [Unicode.Scalar], _ lead: Range<Int>) -> [(name: Int, posts: Int)] {
        var ends: [(name: Int, posts: Int)] = []
        for index in lead where text[index].isBlank || "（(，,、：:".unicodeScalars.contains(text[index]) {
            ends.append((index, index + 1))
            // The blank of 郑　浩 stands inside the name.
            guard text[index].isBlank, index - lead.lowerBound <= 1 else { break }
        }
        for count in [3, 2] where lead.count > count + 1 && text[lead.prefix(count)].allSatisfy(\.isHan) {
            ends.append((lead.lowerBound + count, lead.lowerBound + count))
        }
        return ends
    }

    /// A name alone, where 同志 or a colon shows that it is one.
    private static func nameAlone(
        _ text: [Unicode.Scalar], _ lead: Range<Int>, _ end: Int, _ isMarked: Bool
    ) -> Official? {
        guard isMarked, lead.count <= 5, !endsAsUnit(text, lead), let person = person(text, lead) else { return nil }
        return Official(person: person, posts: [], end: end, rule: "name alone")
    }

    /// 财政局局长 and 综合组： name an office and no person.
    private static func endsAsUnit(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        DutyLexicon.isOffice(text, range)
    }

    /// 副市长, 常务副县长: a post that names no office.
    private static func isPlainPost(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound, let length = DutyLexicon.ranks.match(text, at: index, before: range.upperBound)
        {
            index += length
        }
        return DutyLexicon.posts.match(text, at: index, before: range.upperBound) != nil
    }

    /// Whether words are a post; 根据分工 before 副市长 is none.
    private static func isPost(_ words: String) -> Bool {
        let text = Array(words.unicodeScalars)
        return endsAsPost(text, text.indices)
    }

    /// Posts that an official holds besides, at the begin of a paragraph below the name: 兼市公安局局长，负责公安工作.
    static func concurrentPosts(_ text: [Unicode.Scalar], at start: Int) -> (posts: [String], end: Int)? {
        guard let length = DutyLexicon.concurrent.match(text, at: start, before: text.count) else { return nil }
        let from = start + length
        let end = text[from...].firstIndex { $0.isComma || $0.endsSentence } ?? text.count
        guard from < end, end - from <= longestHeading, endsAsPost(text, from..<end) else { return nil }
        return (split(text, from..<end), end < text.count ? end + 1 : end)
    }

    /// Whether a stretch ends in a post, a bracket behind it aside: 副市长（挂职）.
    static func endsAsPost(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        var end = range.upperBound
        if text[end - 1] == "）" || text[end - 1] == ")",
            let open = text[range].lastIndex(where: { $0 == "（" || $0 == "(" }), open > range.lowerBound
        {
            end = open
        }
        return DutyLexicon.posts.endsWith(text, in: range.lowerBound..<end)
    }

    /// The post behind which only a name is left.
    private static func lastPost(_ text: [Unicode.Scalar], _ lead: Range<Int>) -> Range<Int>? {
        guard var post = DutyLexicon.posts.last(text, in: lead) else { return nil }
        let end = post.upperBound
        if end < lead.upperBound, text[end] == "）" || text[end] == ")" {
            post = post.lowerBound..<end + 1
        } else if end < lead.upperBound, text[end] == "（" || text[end] == "(",
            let close = text[end..<lead.upperBound].firstIndex(where: { $0 == "）" || $0 == ")" })
        {
            post = post.lowerBound..<close + 1
        }
        return post
    }

    /// Two to four Han, or a longer name with ·.
    static func person(_ text: [Unicode.Scalar], _ range: Range<Int>) -> String? {
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

    /// The posts of a stretch: 、 and blanks part them, and 兼 joins two.
    static func split(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [String] {
        var posts: [String] = []
        var start = range.lowerBound
        for index in range.lowerBound...range.upperBound where index >= start {
            let ends = index == range.upperBound
            let joint = ends ? nil : concurrent(text, index, start, before: range.upperBound)
            guard
                ends || joint != nil || text[index] == "、" || text[index].isComma || text[index] == "；"
                    || text[index].isBlank
            else { continue }
            let post = text.compact(start..<index)
            if !post.isEmpty { posts.append(post) }
            start = index + (joint ?? 1)
        }
        return posts.allSatisfy { $0.unicodeScalars.count <= 30 } ? posts : []
    }

    /// 副市长兼公安局局长: the length of the word that joins two posts.
    private static func concurrent(_ text: [Unicode.Scalar], _ index: Int, _ start: Int, before end: Int) -> Int? {
        guard let length = DutyLexicon.concurrent.match(text, at: index, before: end), index > start,
            DutyLexicon.posts.endsWith(text, in: start..<index)
        else { return nil }
        return length
    }
}
