/// A text as it is compared: folded scalars, each with the place of the printed scalar that it comes from.
///
/// A string stands in a text exactly when its folded scalars stand in the text's folded scalars, one after the other.
/// Made by ``TextFolder``.
public struct FoldedText: Equatable, Sendable {
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

    /// Where `needle` begins in ``scalars``, overlapping places included.
    ///
    /// - Complexity: O(*n* · *m*) at worst, O(*n*) for nearly every text.
    public func offsets(of needle: [UInt32]) -> [Int] {
        guard let first = needle.first, scalars.count >= needle.count else { return [] }
        return (0...scalars.count - needle.count).filter { start in
            scalars[start] == first && scalars[start..<start + needle.count].elementsEqual(needle)
        }
    }

    /// The folded scalars as a string.
    public var string: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars.lazy.compactMap { Unicode.Scalar($0) })
        return String(view)
    }
}
