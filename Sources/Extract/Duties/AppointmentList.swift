import Ingest

/// The persons and posts of an appointment.
struct AppointmentList {
    let text: [Unicode.Scalar]
    /// Whether the document is one of 任免, so that posts which the word list lacks are taken too.
    let isTitled: Bool
    /// Whether a name may be told from a post by its length alone.
    let isGuessing: Bool

    private static let longestPost = 40
    private static let longestPersons = 60

    /// 「张某、李某为县图书馆馆长」.
    func appointment(_ rest: Range<Int>) -> (persons: [Range<Int>], posts: [Range<Int>])? {
        for word in ["担任", "兼任", "为", "任"] {
            for index in rest.dropFirst(2).prefix(Self.longestPersons) where text.has(word, at: index) {
                guard let persons = persons(rest.lowerBound..<index),
                    let posts = posts(index + word.unicodeScalars.count..<rest.upperBound)
                else { continue }
                return (persons, posts)
            }
        }
        return nil
    }

    /// 「李某的县图书馆馆长职务」, 「李某同志县图书馆馆长职务」, 「其县图书馆馆长职务」.
    func removal(
        _ rest: Range<Int>, of last: Range<Int>?, isResignation: Bool
    ) -> (persons: [Range<Int>], posts: [Range<Int>])? {
        guard let first = rest.first else { return nil }
        if text[first] == "其", let last { return posts(first + 1..<rest.upperBound).map { ([last], $0) } }
        let links = isResignation ? ["辞去"] : ["同志的", "同志", "的", "担任的", "原任"]
        for link in links {
            guard let found = text[rest].firstRange(of: link),
                let persons = persons(rest.lowerBound..<found.lowerBound),
                let posts = posts(found.upperBound..<rest.upperBound)
            else { continue }
            return (persons, posts)
        }
        guard !isResignation, isGuessing else { return nil }
        // Without a word between: where a body begins whose mark shows it, else behind three characters, then two.
        let ends = [3, 2, 4].filter { rest.count > $0 + 1 }.map { first + $0 }
        let marked = ends.first { end in
            UnitWords.jurisdictions.contains { text[end...].begins(with: $0) } && persons(first..<end) != nil
        }
        for end in (marked.map { [$0] } ?? []) + ends {
            if hasSurname(first..<end), let persons = persons(first..<end), let posts = posts(end..<rest.upperBound) {
                return (persons, posts)
            }
        }
        return nil
    }

    /// Names parted by 、, 和 or blanks.
    func persons(_ range: Range<Int>) -> [Range<Int>]? {
        var range = range
        while let last = range.last, text[last].isBlank { range = range.lowerBound..<last }
        if text[range].ends(with: "同志") { range = range.lowerBound..<range.upperBound - 2 }
        var persons: [Range<Int>] = []
        var start = range.lowerBound
        for index in range.lowerBound...range.upperBound {
            let isEnd = index == range.upperBound
            let isInside = !isEnd && text[index].isBlank && index - start < 2
            guard isEnd || text[index] == "、" || text[index] == "和" || (text[index].isBlank && !isInside) else {
                continue
            }
            if start < index {
                guard let person = person(start..<index) else { return nil }
                persons.append(person)
            }
            start = index + 1
        }
        return persons.isEmpty ? nil : persons
    }

    /// A name, a bracket behind it (女) aside.
    private func person(_ range: Range<Int>) -> Range<Int>? {
        var range = DutyGrammar.skipBlanks(text, range.lowerBound)..<range.upperBound
        guard !range.isEmpty else { return nil }
        if let last = range.last, text[last] == "）" || text[last] == ")",
            let open = text[range].lastIndex(where: { $0 == "（" || $0 == "(" })
        {
            range = range.lowerBound..<open
        }
        if text[range].ends(with: "同志") { range = range.lowerBound..<range.upperBound - 2 }
        guard !range.isEmpty, isTitled || hasSurname(range), Official.person(text, range) != nil,
            !DutyLexicon.isOffice(text, range),
            UnitWords.sentenceWords.occurs(in: text[range]) == false,
            !"由为任和其".unicodeScalars.contains(text[range.lowerBound])
        else { return nil }
        return range
    }

    /// Whether words begin as names do, or are parted as names of other peoples are.
    private func hasSurname(_ range: Range<Int>) -> Bool {
        DutyLexicon.surnames.match(text, at: range.lowerBound, before: range.upperBound) != nil
            || text[range].contains { $0 == "·" || $0 == "•" || $0 == "・" }
    }

    /// Posts parted by 、 and 兼 where what stands before is a post; 职务, 的请求 and a bracket behind them aside.
    func posts(_ range: Range<Int>) -> [Range<Int>]? {
        var range = DutyGrammar.skipBlanks(text, range.lowerBound)..<range.upperBound
        guard range.lowerBound < range.upperBound else { return nil }
        for end in ["的请求", "一职", "的职务", "职务"] {
            while let last = range.last, text[last].isBlank { range = range.lowerBound..<last }
            if text[range].ends(with: end) { range = range.lowerBound..<range.upperBound - end.unicodeScalars.count }
        }
        if let open = text[range].firstRange(of: "（试用") ?? text[range].firstRange(of: "(试用") {
            range = range.lowerBound..<open.lowerBound
        }
        while let last = range.last, text[last].isBlank { range = range.lowerBound..<last }
        var posts: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where text[index] == "、" || text[index] == "兼" || text[index] == "和" {
            guard start < index, isPost(start..<index), index + 1 < range.upperBound else { continue }
            posts.append(start..<index)
            start = index + (text.has("兼任", at: index) ? 2 : 1)
        }
        guard start < range.upperBound, range.upperBound - start <= Self.longestPost,
            isPost(start..<range.upperBound) || (isTitled && !text[start..<range.upperBound].contains("的"))
        else { return nil }
        return posts + [start..<range.upperBound]
    }

    private func isPost(_ range: Range<Int>) -> Bool { !range.isEmpty && Official.endsAsPost(text, range) }

    /// Whether a post names no body: 主任, 副主任.
    func isBare(_ post: Range<Int>) -> Bool {
        var at = post.lowerBound
        while let length = DutyLexicon.ranks.match(text, at: at, before: post.upperBound) { at += length }
        return DutyLexicon.posts.match(text, at: at, before: post.upperBound) == post.upperBound - at
    }
}
