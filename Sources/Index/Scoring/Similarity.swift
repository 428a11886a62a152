import Foundation

/// How well a phrase fits a passage.
///
/// It is BM25 (Robertson and Zaragoza, "The probabilistic similarity framework", 2009). A phrase that stands in a passage as a
/// whole word, or as a run of whole words, weighs four times what one does that begins or ends inside a word, and a passage
/// with no whole word gets half. Only of a phrase of one or two characters the words are asked; what is longer says enough by
/// itself, and each occurrence counts as whole.
@safe final class Similarity: @unchecked Sendable {
    static let saturation: Float = 1.2
    static let lengthWeight: Float = 0.75
    /// What an occurrence inside a word counts, beside 1 for a whole word.
    static let partWeight: Float = 0.25
    /// The part of its share that a passage gets in which the phrase is never a whole word.
    static let noWordFactor: Float = 0.5

    /// For each ``TermFrequency/code`` the shares of all classes of lengths; never changed after `init`.
    private let shares: UnsafeMutablePointer<Float>
    /// The same for each code with its occurrences as whole words.
    private let wholeShares: UnsafeMutablePointer<Float>
    private let meanLength: Float

    private static let fieldNormes = Int(UInt8.max) + 1

    /// For each code the code of as many whole words.
    private static let wholes: [UInt8] = (0...UInt8.max).map { code in
        let counts = TermFrequency(code: code)
        return TermFrequency(whole: counts.whole + counts.part).code
    }

    /// - Parameter meanLength: The mean length of a passage, in UTF-16 units.
    init(meanLength: Float) {
        self.meanLength = max(meanLength, 1)
        let mean = self.meanLength
        let norms = (0...UInt8.max).map { fieldNorm in
            let length = Float(FieldNorm.length(of: fieldNorm))
            return Self.saturation * (1 - Self.lengthWeight + Self.lengthWeight * length / mean)
        }
        let size = Self.wholes.count * Self.fieldNormes
        unsafe shares = .allocate(capacity: size)
        unsafe wholeShares = .allocate(capacity: size)
        for code in 0...UInt8.max {
            let counts = TermFrequency(code: code)
            let weight = Float(counts.whole) + Self.partWeight * Float(counts.part)
            let factor = counts.whole > 0 ? 1 : Self.noWordFactor
            let row = Int(code) * Self.fieldNormes
            for (fieldNorm, norm) in norms.enumerated() {
                unsafe (shares + row + fieldNorm).initialize(to: factor * weight / (weight + norm))
            }
        }
        for (code, whole) in Self.wholes.enumerated() {
            unsafe (wholeShares + code * Self.fieldNormes).initialize(
                from: shares + Int(whole) * Self.fieldNormes, count: Self.fieldNormes)
        }
    }

    deinit {
        unsafe shares.deallocate()
        unsafe wholeShares.deallocate()
    }

    /// How well a passage fits, from 0 to 1, before the phrase's rarity.
    ///
    /// - Parameter asksNoWords: Whether every occurrence counts as whole.
    @inline(__always)
    func share(code: UInt8, fieldNorm: UInt8, asksNoWords: Bool = false) -> Float {
        let place = Int(code) * Self.fieldNormes + Int(fieldNorm)
        return unsafe asksNoWords ? wholeShares[place] : shares[place]
    }

    /// The highest share of a passage that has a character inside words alone.
    var highestInside: Float { share(code: TermFrequency(part: 1).code, fieldNorm: 1) }

    /// The rarity of a phrase: BM25's inverse document frequency.
    static func rarity(passages: Int, found: Int) -> Float {
        Float(log(1 + (Double(max(passages - found, 0)) + 0.5) / (Double(found) + 0.5)))
    }

    // MARK: Bounds

    private static let boundSteps: Float = 64_000

    /// The highest share of a block, rounded up to two bytes.
    static func bound(_ share: Float) -> UInt16 { UInt16(min((share * boundSteps).rounded(.up), Float(UInt16.max))) }

    /// The lowest stored bound that allows a share above another.
    func bound(above share: Float, storedMeanLength: Float) -> UInt16 {
        var (low, high) = (0, Int(UInt16.max))
        while low < high {
            let middle = (low + high) / 2
            if self.share(bound: UInt16(middle), storedMeanLength: storedMeanLength) > share {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return UInt16(low)
    }

    /// The highest share that a stored bound allows, where passages had another mean length when it was stored.
    func share(bound: UInt16, storedMeanLength: Float) -> Float {
        let stored = Float(bound) / Self.boundSteps
        guard meanLength > storedMeanLength else { return stored }
        // What holds for whole words holds for half of less.
        guard stored > 0, stored < 1 else { return stored }
        return 1 / (1 + (1 / stored - 1) * storedMeanLength / meanLength)
    }
}

/// Lengths of passages in one byte: exact below 64, then eight classes to a doubling.
enum FieldNorm {
    static func of(_ length: Int) -> UInt8 {
        guard length >= 64 else { return UInt8(max(length, 0)) }
        let exponent = Int.bitWidth - 1 - length.leadingZeroBitCount
        let step = length >> (exponent - 3) & 7
        return UInt8(min(64 + (exponent - 6) * 8 + step, 255))
    }

    /// The least length of a class.
    static func length(of fieldNorm: UInt8) -> Int {
        guard fieldNorm >= 64 else { return Int(fieldNorm) }
        let index = Int(fieldNorm) - 64
        return (8 + index % 8) << (index / 8 + 3)
    }
}
