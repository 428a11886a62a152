import CAskWords

/// Words of the matters that questions are about.
enum MatterWords {
    /// Kinds of documents by the words for them: 工作方案 is a 方案.
    static let kinds: [String: String] = {
        var kinds: [String: String] = [:]
        for row in rows("kind") {
            for word in [row[1]] + (row.count > 2 ? LexiconTable.words(row[2]) : []) { kinds[word] = row[1] }
        }
        return kinds
    }()

    /// Words that say little of what a matter is.
    static let weak = Set(rows("weak").flatMap { LexiconTable.words($0[1]) })

    /// What is said for a word where the matter is the same.
    static let same: [String: [String]] = {
        var same: [String: [String]] = [:]
        for row in rows("same") {
            let words = LexiconTable.words(row[1])
            for word in words {
                let key = String(String.UnicodeScalarView(QuestionText(word).folded))
                same[key, default: []] += words.filter { $0 != word }
            }
        }
        return same
    }()

    /// English words and what they are in Chinese.
    static let english: [String: [String]] = {
        var english: [String: [String]] = [:]
        for row in rows("english") where row.count > 2 {
            for word in LexiconTable.words(row[1]) { english[word.lowercased()] = LexiconTable.words(row[2]) }
        }
        return english
    }()

    private static let table = LexiconTable.builtIn(ASK_WORDS)

    private static func rows(_ kind: String) -> [[String]] {
        table.rows.filter { $0.count > 1 && $0[0] == kind }
    }
}
