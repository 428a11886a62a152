import Ingest

/// Words of documents on the division of work among leading officials, from the word lists.
enum DutyLexicon {
    /// What names of posts end in.
    static let posts = ScalarWords(file: "duty-posts")

    /// What may stand before a post to tell its rank.
    static let ranks = ScalarWords(file: "duty-post-ranks")

    /// What a verb of duty says of the list behind it.
    struct Verb: Sendable {
        var relation: DutyMatch.Relation
        var capacity: DutyMatch.Capacity
    }

    /// Verbs of duty; 协助 or 代 may stand before them.
    static let verbs: WordTable<Verb> = WordTable(
        LexiconFile("duty-verbs").rows.map { row in
            guard let relation = DutyMatch.Relation(rawValue: row[1]),
                let capacity = DutyMatch.Capacity(rawValue: row[2])
            else { preconditionFailure("duty-verbs: \(row)") }
            return (row[0], Verb(relation: relation, capacity: capacity))
        })
    static let assisting = ScalarWords("协助 配合")
    /// What may join a verb of duty to the one before: 并分管.
    static let joints = ScalarWords("并 同时 以及 另 还 兼")
    /// What joins two posts of one official.
    static let concurrent = ScalarWords("兼任 兼")
    static let acting = ScalarWords("代 代为 暂时代 暂代")

    /// Names of the columns of a table of duties.
    static let personColumns = ScalarWords("姓名 领导姓名 领导")
    static let postColumns = ScalarWords("职务")
    static let unitColumns = ScalarWords("分管部门 分管单位")
    static let dutyColumns = ScalarWords("分工 分管工作 分管 负责 职责")

    /// Words that are no name, though they stand between a post and 负责.
    static let noNames = ScalarWords(file: "duty-not-names")

    /// Surnames, where nothing else shows that words are a name.
    static let surnames = ScalarWords(file: "surnames")

    /// What closes a list without being one of it.
    static let listEnds = ScalarWords(file: "duty-list-ends")

    /// Whether a stretch ends as names of units do, so that 和 behind it joins two units and is no part of one.
    static func endsAsUnit(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard let last = range.last else { return false }
        return "）)区市县组军".unicodeScalars.contains(text[last]) || UnitEndings.ending(of: text[range]) != nil
    }

    /// Whether a stretch that might be a name of a person is one of an office instead; 旗 and 州 end names of persons too.
    static func isOffice(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard let last = range.last else { return false }
        if text[last] == "组" { return true }
        guard let ending = UnitEndings.ending(of: text[range]) else { return false }
        return ending.length > 1 || (ending.unitClass != .place && !"行联协".unicodeScalars.contains(text[last]))
    }
}
