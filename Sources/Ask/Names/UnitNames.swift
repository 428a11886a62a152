/// What a name in a question stands for among the units of an archive.
protocol UnitNames: Sendable {
    /// Returns the folded names of units that a name means, the area whose documents are meant, and none where it means no unit.
    func meaning(of name: String) -> UnitMeaning?
    /// Returns the folded names of units whose names, the mark of an area aside, begin with a full form: 财政 for 市财政局.
    func keys(withCore core: String) -> [String]
    /// The characters with which names of units end.
    var lastCharacters: Set<Unicode.Scalar> { get }
    /// Returns the names of units that come near one that means none.
    func like(_ name: String) -> [String]
}

/// The units that a name means.
struct UnitMeaning: Equatable, Sendable {
    /// The folded names under which records have them.
    var keys: [String]
    /// The area that the name begins with, where records leave it out: 甲市 of 甲市科技局, recorded as 市科技局.
    var area: String?
}
