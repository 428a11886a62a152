/// How names of units end, and what the ending tells.
package enum UnitEndings {
    /// An ending, as it stands at the end of a name.
    package struct Ending: Sendable {
        package var unitClass: UnitClass
        /// Its length in characters.
        package var length: Int
        /// Whether the name is whole without what follows 和: 教育局 is, 发展 isn't.
        package var isComplete: Bool
        /// Whether the name takes no mark of a jurisdiction from the list that it stands in: 大学, 管委会.
        package var isWhole: Bool
        /// Whether what stands before it is a name of its own: 某某证监局.
        package var isNamed: Bool
    }

    /// The longest ending of a name; nil where it ends as no unit does.
    package static func ending(of name: some RandomAccessCollection<Unicode.Scalar>) -> Ending? {
        guard let last = name.last, let entries = byLast[last] else { return nil }
        return entries.first { $0.word.count <= name.count && name.suffix($0.word.count).elementsEqual($0.word) }?
            .ending
    }

    private struct Entry: Sendable {
        var word: [Unicode.Scalar]
        var ending: Ending
    }

    /// The endings by their last character, longer ones first.
    private static let byLast: ScalarMap<[Entry]> = {
        var table: [Unicode.Scalar: [Entry]] = [:]
        for row in LexiconFile("unit-endings").rows {
            guard row.count == 3, let unitClass = UnitClass(rawValue: row[1]) else {
                preconditionFailure("unit-endings: \(row)")
            }
            let word = Array(row[0].unicodeScalars)
            guard let last = word.last else { continue }
            let marks = row[2].split(separator: " ")
            let ending = Ending(
                unitClass: unitClass, length: word.count, isComplete: marks.contains("complete"),
                isWhole: marks.contains("whole"), isNamed: marks.contains("named"))
            table[last, default: []].append(Entry(word: word, ending: ending))
        }
        return ScalarMap(table.mapValues { $0.sorted { $0.word.count > $1.word.count } })
    }()
}
