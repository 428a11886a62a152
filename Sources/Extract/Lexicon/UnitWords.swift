import Ingest

/// Words of which names of public bodies are made, from the word lists.
enum UnitWords {
    /// Words for kinds of places and for what governs them, longer ones first.
    static let placeKinds = LexiconFile("place-kinds").words.map { Array($0.unicodeScalars) }
        .sorted { $0.count > $1.count }

    /// Marks of a jurisdiction that open a unit's name and are shared by the units listed behind it.
    static let jurisdictions = LexiconFile("jurisdictions").words

    /// Words that begin with the mark of a jurisdiction and are none: 市场监管局, 市政公用局.
    static let noJurisdictions = LexiconFile.list("not-jurisdictions")

    /// Nouns that end as names of places do and name none: 园区, 城市.
    static let commonPlaceEnds = WordList(commonPlaces("ends"))
    static let commonPlaceWords = WordList(commonPlaces("is"))

    private static func commonPlaces(_ kind: String) -> [String] {
        LexiconFile("common-places").rows.filter { $0[1] == kind }.map { $0[0] }
    }

    /// Beginnings of names that stand by themselves, whatever is listed before them.
    static let aloneBegins = LexiconFile.list("unit-openers")

    /// Beginnings of names that stand for many places.
    static let groupOpeners = LexiconFile("group-openers").words

    /// What may stand behind the name of a place and governs it, longer ones first.
    static let governments = LexiconFile("bare-governments").words

    /// Party organs: behind one of a committee they take the committee's name.
    static let partyOrgans = LexiconFile.list("party-organs")

    /// Words of which names of companies are made that carry no name of their own.
    static let trades = Set(LexiconFile("company-trades").words.map { Array($0.unicodeScalars)[...] })

    /// Words that no unit's name holds: text around them is a sentence.
    static let sentenceWords = LexiconFile.list("not-in-units")
}
