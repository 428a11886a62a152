import Ingest

/// A unit that a list names.
struct NamedUnit: Hashable, Sendable {
    /// The full name.
    var name: String
    /// The name as printed.
    var written: String
    /// Whether it stands for many.
    var isGroup: Bool
    /// Where it is printed, in the offsets of the text that holds the list.
    var range: Range<Int>
    /// How the name was completed, for `explain`; nil where it is as printed.
    var completion: String?
    /// What kind of body it is.
    var unitClass: UnitClass
    /// The role that stands in brackets behind it: 市发展改革委（牵头）.
    var role: AssignmentRecord.Role?
    /// Whether a mark such as ★ stands beside it.
    var isMarked = false
}
