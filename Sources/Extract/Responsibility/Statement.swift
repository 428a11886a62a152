import Ingest

/// A stretch of text that ties units to what stands before it.
struct Statement: Sendable {
    /// The whole statement, brackets included, in the offsets of its paragraph.
    var range: Range<Int>
    var assignments: [Assignment] = []
    /// That the first-listed unit leads, here and from here on, where it says so.
    var firstListedRule: FirstListedRule?
    /// Whether any of its words gives a role that the first-listed rule must not override.
    var hasExplicitLead = false
    /// What it adds to every statement behind it: 「以下均需…落实，不再列出」.
    var addsFromHere: [Assignment] = []
    /// Stretches that stand where a unit should and are none that is known.
    var unread: [Range<Int>] = []
    /// Whether it is of all items above it that have none of their own: 「以上任务由…负责」.
    var coversAbove = false
    /// Whether every part of it has a word that gives a role.
    var isWorded = true

    /// One unit and its role.
    struct Assignment: Hashable, Sendable {
        var unit: NamedUnit
        var role: AssignmentRecord.Role
        /// The stretch that says so: label or verb, with the list.
        var quote: Range<Int>
        /// What gave the role, for `explain`: `label 牵头单位`, `tail 负责`, `bare list`.
        var rule: String
    }
}
