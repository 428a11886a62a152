/// A phrase as it is looked for: parts that follow each other with nothing but marks and white space between them.
///
/// A text without white space is one part; in "责任单位 市发展改革委" there are two, so that 责任单位：市发展改革委 has it.
struct Phrase: Equatable, Sendable {
    /// How white space in a text is taken that is a matter of print: 2025 年 for 2025年.
    enum Spacing: Sendable {
        /// As if it were not there.
        case ignored
        /// As a mark that parts what stands before and behind it.
        case asPrinted
    }

    /// Folded, in UTF-16; none is empty.
    var parts: [[UInt16]]
    var spacing = Spacing.ignored

    /// One part.
    init(scalars: [UInt32], spacing: Spacing = .ignored) {
        parts = scalars.isEmpty ? [] : [Self.units(of: scalars)]
        self.spacing = spacing
    }

    /// The parts of a text between its white space.
    init(_ text: String, normalizer: Normalizer, spacing: Spacing = .ignored) {
        parts = NormalizedText.parts(of: text, normalizer: normalizer).map(Self.units)
        self.spacing = spacing
    }

    private static func units(of scalars: [UInt32]) -> [UInt16] {
        scalars.flatMap { scalar in Unicode.Scalar(scalar).map { Array(String($0).utf16) } ?? [] }
    }

    /// One part of units as they are indexed.
    init(units: [UInt16]) { parts = [units] }

    /// The bigrams of units that join, and the units that join none beside them; see ``WordUnits``.
    var keys: (bigrams: [(UInt16, UInt16)], singles: [UInt16]) {
        var bigrams: [(UInt16, UInt16)] = []
        var singles: [UInt16] = []
        for part in parts {
            for (index, unit) in part.enumerated() {
                if index + 1 < part.count, WordUnits.joins(unit, part[index + 1]) {
                    bigrams.append((unit, part[index + 1]))
                } else if index == 0 || !WordUnits.joins(part[index - 1], unit) {
                    singles.append(unit)
                }
            }
        }
        return (bigrams, singles)
    }

    /// Whether every occurrence counts as that of whole words, see ``Similarity``.
    var asksNoWords: Bool { parts.reduce(0) { $0 + $1.count } > 2 }

    /// Whether a posting of its one bigram says it all, so that no look at the text is needed.
    var isOneBigram: Bool {
        guard parts.count == 1, parts[0].count == 2, WordUnits.joins(parts[0][0], parts[0][1]) else { return false }
        guard spacing == .asPrinted else { return true }
        // White space between them may be a matter of print unless they are of one class.
        let classes = parts[0].map { NormalizationTable.shared.wordClass(of: UInt32($0)) }
        return classes[0] == classes[1] && classes[0] != .none
    }

    /// Whether it is a single character or mark.
    var isOneCharacter: Bool { parts.count == 1 && parts[0].count == 1 && !SpaceUnit.isSpace(parts[0][0]) }
}
