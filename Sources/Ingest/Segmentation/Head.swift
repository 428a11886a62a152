/// Where a document begins, and what its first lines are.
///
/// Positions count the significant lines of a ``LineTable``.
struct Head: Hashable {
    /// The first line that belongs to the document: letterhead, number or title.
    var start: Int
    /// The lines of its title.
    var title: ClosedRange<Int>
    /// Whether this is no document but the note on the gazette itself (公报简介).
    var isImprint = false
}
