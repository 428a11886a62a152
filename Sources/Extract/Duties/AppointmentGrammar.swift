import Ingest

/// Reads who gets a post and who loses one.
///
///     sentence := clause {("，" | "；" | "。") clause}
///     clause   := [lead] verb ["："] persons ("为" | "任" | "担任") posts     任命张某为县图书馆馆长
///               | [lead] removal ["："] persons ["的" | "同志"] posts ["职务"]   免去李某的县图书馆馆长职务
///               | [body "由"] person ["同志"] ("任" | "兼任" | "担任") posts     某办公室由张某同志任主任
///               | person "不再担任" posts
///     persons  := person {("、" | " ") person} ["同志"]
///
/// A verb with a colon goes on over the entries below it.
struct AppointmentGrammar {
    /// Whether the document is one of 任免, so that 「张某任某局局长」 needs no 同志.
    let isTitled: Bool
    /// The act of a verb with a colon, for the paragraphs below it.
    private var act: (act: AppointmentRecord.Act, text: Int)?
    private var paragraph = 0

    init(isTitled: Bool) { self.isTitled = isTitled }

    /// The appointments of a paragraph.
    ///
    /// - Parameter start: Where its text begins, behind its label.
    mutating func read(_ text: [Unicode.Scalar], from start: Int = 0) -> [AppointmentMatch] {
        paragraph += 1
        var found: [AppointmentMatch] = []
        var body: Range<Int>?
        for clause in Self.clauses(text, from: start) {
            if clause.opensSentence { body = nil }
            let range = clause.range
            if let reader = verb(text, range) {
                found += entries(text, range, reader, last: found.last)
            } else if let reader = service(text, range) {
                body = reader.body ?? body
                found += served(text, range, reader, body)
            } else if let act, act.text < paragraph || !found.isEmpty {
                found += entries(
                    text, range, Verb(act: act.act, range: range.lowerBound..<range.lowerBound), last: found.last)
            } else if let trial = Self.trial(text, range), !found.isEmpty {
                for index in found.indices where found[index].trial == nil { found[index].trial = trial }
            }
        }
        if found.isEmpty, !endsInColon(text) { act = isTitled && !text.isEmpty && act?.text == paragraph ? act : nil }
        return found
    }

    private func endsInColon(_ text: [Unicode.Scalar]) -> Bool {
        guard let last = text.last(where: { !$0.isBlank }) else { return true }
        return last == "：" || last == ":"
    }

    // MARK: Verbs

    private struct Verb {
        var act: AppointmentRecord.Act
        var range: Range<Int>
    }

    private static let verbs: WordTable<AppointmentRecord.Act> = WordTable(
        LexiconFile("appointment-verbs").rows.map { row in
            guard let act = AppointmentRecord.Act(rawValue: row[1]) else {
                preconditionFailure("appointment-verbs: \(row)")
            }
            return (row[0], act)
        })

    /// The first verb of a clause behind which persons stand, or which a colon closes.
    private mutating func verb(_ text: [Unicode.Scalar], _ clause: Range<Int>) -> Verb? {
        var at = clause.lowerBound
        while let found = Self.verbs.first(in: text, at..<clause.upperBound) {
            at = found.range.upperBound
            let verb = Verb(act: found.value, range: found.range)
            var next = DutyGrammar.skipBlanks(text, at)
            if next >= clause.upperBound { continue }
            if text[next] == "：" || text[next] == ":" {
                next = DutyGrammar.skipBlanks(text, next + 1)
                act = (verb.act, paragraph)
                if next >= clause.upperBound { return verb }
            }
            if !entries(text, clause, verb, last: nil).isEmpty || text[next] == "其" { return verb }
        }
        return nil
    }

    // MARK: Entries

    private func entries(
        _ text: [Unicode.Scalar], _ clause: Range<Int>, _ verb: Verb, last: AppointmentMatch?
    ) -> [AppointmentMatch] {
        var start = DutyGrammar.skipBlanks(text, verb.range.upperBound)
        if start < clause.upperBound, text[start] == "：" || text[start] == ":" {
            start = DutyGrammar.skipBlanks(text, start + 1)
        }
        let rest = start..<max(start, clause.upperBound)
        // Below a verb of its own line, what ends as no post is another sentence.
        let list = AppointmentList(text: text, isTitled: isTitled && !verb.range.isEmpty, isGuessing: isTitled)
        let read: (persons: [Range<Int>], posts: [Range<Int>])?
        switch verb.act {
        case .remove, .resign: read = list.removal(rest, of: last?.person, isResignation: verb.act == .resign)
        default: read = list.appointment(rest)
        }
        guard let read else { return [] }
        return matches(text, clause, verb, read, body: nil)
    }

    private func matches(
        _ text: [Unicode.Scalar], _ clause: Range<Int>, _ verb: Verb,
        _ read: (persons: [Range<Int>], posts: [Range<Int>]), body: Range<Int>?
    ) -> [AppointmentMatch] {
        read.persons.flatMap { person in
            read.posts.map { post in
                AppointmentMatch(
                    person: person, post: (body.map { [$0] } ?? []) + [post], act: verb.act, verb: verb.range,
                    trial: Self.trial(text, clause), date: Self.date(text, clause), range: clause)
            }
        }
    }

    // MARK: 任, 担任

    private struct Service {
        var body: Range<Int>?
        var persons: [Range<Int>]
        var verb: Verb
    }

    private static let serving = ScalarWords("任 兼任 担任 挂任 挂职任 不再担任 不再兼任")

    /// 「某办公室由张某同志任主任」, 「张某同志任某局局长」, 「张某不再担任某局局长」.
    private func service(_ text: [Unicode.Scalar], _ clause: Range<Int>) -> Service? {
        var at = clause.lowerBound
        let list = AppointmentList(text: text, isTitled: isTitled, isGuessing: isTitled)
        while let verb = Self.serving.first(text, in: at..<clause.upperBound) {
            at = verb.upperBound
            let by = text[clause.lowerBound..<verb.lowerBound].lastIndex(of: "由")
            let names = (by.map { $0 + 1 } ?? clause.lowerBound)..<verb.lowerBound
            guard verb.upperBound < clause.upperBound, let persons = list.persons(names) else { continue }
            let isNamed = isTitled || (text[names].ends(with: "同志"))
            guard isNamed, list.posts(verb.upperBound..<clause.upperBound) != nil else { continue }
            let act: AppointmentRecord.Act = text[verb].begins(with: "不再") ? .remove : .appoint
            return Service(
                body: by.flatMap { $0 > clause.lowerBound ? clause.lowerBound..<$0 : nil }, persons: persons,
                verb: Verb(act: act, range: verb))
        }
        return nil
    }

    private func served(
        _ text: [Unicode.Scalar], _ clause: Range<Int>, _ service: Service, _ body: Range<Int>?
    ) -> [AppointmentMatch] {
        let list = AppointmentList(text: text, isTitled: isTitled, isGuessing: isTitled)
        guard let posts = list.posts(service.verb.range.upperBound..<clause.upperBound) else { return [] }
        // Only a post that names no body of its own is of the one before 由.
        let isBare = posts.allSatisfy { list.isBare($0) }
        return matches(text, clause, service.verb, (service.persons, posts), body: isBare ? body : nil)
    }

    // MARK: Clauses and what stands beside

    /// The clauses of a paragraph: cut at stops, and at commas outside brackets.
    private static func clauses(_ text: [Unicode.Scalar], from start: Int) -> [(range: Range<Int>, opensSentence: Bool)]
    {
        var clauses: [(range: Range<Int>, opensSentence: Bool)] = []
        var begin = start
        var opensSentence = true
        var depth = 0
        for index in start...max(start, text.count) {
            let isEnd = index >= text.count
            if !isEnd, text[index] == "（" || text[index] == "(" { depth += 1 }
            if !isEnd, text[index] == "）" || text[index] == ")" { depth = max(0, depth - 1) }
            guard isEnd || (depth == 0 && (text[index].endsSentence || text[index].isComma)) else { continue }
            let from = DutyGrammar.skipBlanks(text, begin)
            if from < index { clauses.append((from..<index, opensSentence)) }
            opensSentence = !isEnd && text[index].endsSentence && text[index] != "；" && text[index] != ";"
            begin = index + 1
        }
        return clauses
    }

    private static func trial(_ text: [Unicode.Scalar], _ clause: Range<Int>) -> Range<Int>? {
        guard let word = text[clause].firstRange(of: "试用期") else { return nil }
        let end = text[word.upperBound..<clause.upperBound].firstIndex { "）)，,".unicodeScalars.contains($0) }
        return word.lowerBound..<(end ?? clause.upperBound)
    }

    /// 「自2016年6月1日起」, 「于2012年7月1日就职」.
    private static func date(_ text: [Unicode.Scalar], _ clause: Range<Int>) -> CalendarDate? {
        let end = text[clause.upperBound...].firstIndex { $0 == "。" || $0 == "；" } ?? text.count
        for at in clause.lowerBound..<end where text[at].decimalDigit != nil {
            guard let found = CalendarDate.scan(text, at: at) else { continue }
            let behind = text[found.end..<min(text.count, found.end + 2)]
            if behind.first == "起" || behind.begins(with: "就职") || behind.begins(with: "任职") { return found.date }
        }
        return nil
    }
}
