/// A text as it is compared: folded scalars, each with the place of the printed scalar that it comes from.
///
/// A string stands in a text exactly when its folded scalars stand in the text's folded scalars, one after the other.
/// Made by ``Normalizer``.
public struct NormalizedText: Equatable, Sendable {
    /// The folded scalars.
    public internal(set) var scalars: [UInt32] = []
    /// For each folded scalar the offset, in Unicode scalars, of the scalar of the text that it comes from.
    public internal(set) var sources: [Int32] = []

    /// The stretch of the printed text, as offsets in Unicode scalars, that a stretch of folded scalars comes from.
    ///
    /// - Parameter range: A range of ``scalars`` that is not empty.
    public func source(of range: Range<Int>) -> Range<Int> {
        Int(sources[range.lowerBound])..<Int(sources[range.upperBound - 1]) + 1
    }

    /// The parts of a text between its white space, folded.
    static func parts(of text: String, normalizer: Normalizer) -> [[UInt32]] {
        text.split(whereSeparator: \.isWhitespace).map { normalizer.fold(String($0)).scalars }.filter { !$0.isEmpty }
    }

    /// Where parts stand one behind the other with nothing but marks and white space between them; places may overlap.
    func places(of parts: [[UInt32]]) -> [Range<Int>] {
        guard let first = parts.first else { return [] }
        return scalars.indices.compactMap { start in
            guard scalars[start] == first[0] else { return nil }
            var at = start
            for (number, part) in parts.enumerated() {
                if number > 0 {
                    while at < scalars.count, NormalizationTable.shared.wordClass(of: scalars[at]) == .none { at += 1 }
                }
                guard scalars[at...].starts(with: part) else { return nil }
                at += part.count
            }
            return start..<at
        }
    }

    /// The folded scalars as a string.
    public var string: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars.lazy.compactMap { Unicode.Scalar($0) })
        return String(view)
    }
}
