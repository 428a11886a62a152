import CAskWords

/// What a word can say of what is asked for: `who`, `lead`, `filler`; see `cues.tsv`.
typealias Feature = String

/// The words that say what is asked for.
enum Cues {
    /// The features of each word, folded; a word of two rows has those of both.
    static let all: [String: Set<Feature>] = read(.builtIn(ASK_CUES))
    /// The length of the longest word, in scalars.
    static let longest = all.keys.map(\.unicodeScalars.count).max() ?? 0

    static func read(_ table: LexiconTable) -> [String: Set<Feature>] {
        var cues: [String: Set<Feature>] = [:]
        for row in table.rows where row.count == 2 {
            let features = Set(row[0].split(separator: ",").map(String.init))
            for word in LexiconTable.words(row[1]) {
                cues[String(String.UnicodeScalarView(QuestionText(word).folded)), default: []].formUnion(features)
            }
        }
        return cues
    }
}
