/// Folds texts and queries to the form in which they are compared.
///
/// - Letter case, compatibility forms (full width, ㈠, Ⅲ), CJK radicals and Traditional characters are folded scalar by
///   scalar, so that every folded scalar has one printed scalar and a part of a text folds to a part of its folded form.
/// - Brackets (（）〔〕［］【】〖〗) become one pair, since scans and keyboards put one in place of the other.
/// - White space that is a matter of print falls away: beside a mark or bracket, and between an ideograph and a letter or
///   digit. Between two ideographs and between two letters it parts words, and a run of it becomes one space.
///
/// ```swift
/// try Normalizer.shared().fold("瀋政發［２０２６］ 1 号").string   // "沈政发(2026)1号"
/// ```
public struct Normalizer: Sendable {
    private static let instance = Normalizer()

    /// The normalizer of this process.
    public static func shared() throws(ArchiveError) -> Normalizer { instance }

    private init() {}

    /// Folds a text.
    public func fold(_ text: String) -> NormalizedText {
        var folded = NormalizedText()
        folded.scalars.reserveCapacity(text.utf8.count / 3)
        folded.sources.reserveCapacity(text.utf8.count / 3)
        NormalizationTable.shared.fold(text) { value, source, space, spaceSource in
            if space == .parting {
                folded.scalars.append(0x20)
                folded.sources.append(spaceSource)
            }
            folded.scalars.append(value)
            folded.sources.append(source)
        }
        return folded
    }

    /// The folded form of a text, as a string.
    public func key(_ text: String) -> String { fold(text).string }

    /// What part a folded scalar has in words.
    func wordClass(of scalar: UInt32) -> WordClass { NormalizationTable.shared.wordClass(of: scalar) }
}
