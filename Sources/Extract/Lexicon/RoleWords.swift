import Ingest

/// The words by which a text says what a unit has to do with a task, from the word lists.
enum RoleWords {
    typealias Role = AssignmentRecord.Role

    /// Labels that stand before a list with a colon, or at the head of a column, with their roles.
    static let labels = Dictionary(
        roles(of: "role-labels").map { (Array($0.word.unicodeScalars), $0.role) },
        uniquingKeysWith: { first, _ in first })

    /// Words before a label that leave its role as it is: 市级责任部门.
    static let labelOpeners = LexiconFile("role-label-openers").words

    /// Labels in a statement that name something other than units.
    static let otherLabels = Set(LexiconFile("other-labels").words.map { Array($0.unicodeScalars) })

    /// Verbs that end a list of units and give their role; the first that the tail holds decides.
    static let verbs = roles(of: "role-verbs")

    /// The words that the end of a part is stripped of, with the verb where they are one.
    static let tailWords: WordTable<String?> = WordTable(
        verbs.map { ($0.word, Optional($0.word)) } + LexiconFile("role-adverbs").words.map { ($0, nil) })

    /// A role in brackets behind a unit, and whether all units before it have it.
    struct Note: Sendable {
        var role: Role
        var isOfAll: Bool
    }

    /// Roles that stand in brackets behind a unit of a list: 市发展改革委（牵头）.
    static let notes = Dictionary(
        LexiconFile("role-notes").rows.map { row in
            (Array(row[0].unicodeScalars), Note(role: role(row[1]), isOfAll: row[2] == "all"))
        }, uniquingKeysWith: { first, _ in first })

    /// What may open a sentence that says who sees to what stands before it.
    static let statementOpeners = ScalarWords(file: "statement-openers")

    // MARK: Rules that hold from where they stand

    /// The place in a list that a rule gives the lead to: 「排在第一位的部门为牵头部门」.
    static let firstPlaces = ScalarWords(file: "first-places")

    /// What may stand between that place and the word for leading.
    static let firstPlaceFillers = ScalarWords(file: "first-place-fillers")

    /// What says that a task has no unit that leads it.
    static let noLeads = ScalarWords(file: "no-leads")

    /// Words for leading, as such rules use them.
    static let leads = ScalarWords(file: "leads")

    /// What says that the units behind it have to do with all tasks from here on, in a clause that begins with 以下 or
    /// goes on with 不再列出 or 下同.
    static let fromHereVerbs = ScalarWords(file: "from-here-verbs")

    /// How a part of a statement begins that says when, and names no unit.
    static let noteBegins = LexiconFile.list("note-openers")

    /// What the units that a text allots a matter to are to do: 「由发展改革委会同财政部研究提出落实意见」.
    static let predicates = ScalarWords(file: "predicates")

    private static func roles(of file: String) -> [(word: String, role: Role)] {
        LexiconFile(file).rows.map { ($0[0], role($0[1])) }
    }

    private static func role(_ word: String) -> Role {
        guard let role = Role(rawValue: word) else { preconditionFailure("no role \(word)") }
        return role
    }
}
