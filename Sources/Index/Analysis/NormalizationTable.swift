import CICUShims

/// What part a scalar has in words.
enum WordClass: UInt8 {
    /// Punctuation, symbols, white space.
    case none
    /// A letter of a script that is written without white space between words.
    case ideograph
    /// Any other letter, or a digit.
    case letter

    /// Whether white space between two scalars is a matter of print, not of text: it stands beside a mark, or between an
    /// ideograph and a letter or digit, as in 沈政发〔2026〕 1 号.
    static func isTypographicSpace(between left: WordClass, and right: WordClass) -> Bool {
        left == .none || right == .none || left != right
    }
}

/// White space before a folded scalar.
enum FoldedSpace {
    case none
    /// White space that parts words.
    case parting
    /// White space that is a matter of print.
    case typographic
}

/// The foldings and word classes of all scalars.
///
/// They are ICU's, made beforehand: asking ICU takes longer than a search. Tools/folding-table.c makes the table, which is a
/// constant of the program and never changes.
@safe struct NormalizationTable: @unchecked Sendable {
    static let shared = NormalizationTable()

    // What stands in place of a folding of the Basic Multilingual Plane: surrogates are none.
    private static let nothing: UInt16 = 0xD800
    private static let space: UInt16 = 0xD801
    private static let listed: UInt16 = 0xD802
    private static let planeSize = 0x1_0000

    private let plane: UnsafePointer<UInt8>
    private let classes: UnsafePointer<UInt8>
    private let entries: UnsafePointer<UInt8>
    private let values: UnsafePointer<UInt8>
    private let entryCount: Int

    private init() {
        let base = unsafe cicu_folding_table()
        entryCount = unsafe Int(Self.number(base, 0))
        unsafe plane = base + 8
        unsafe classes = plane + Self.planeSize * 2
        unsafe entries = classes + Self.planeSize / 4
        unsafe values = entries + entryCount * 8
    }

    private static func number(_ base: UnsafePointer<UInt8>, _ index: Int) -> UInt32 {
        UInt32(
            littleEndian: unsafe UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
    }

    /// Folds a text.
    ///
    /// - Parameter emit: Takes each folded scalar, the offset of the scalar of the text that it comes from, the white space
    ///   before it and the offset of that.
    @inline(__always)
    func fold(_ text: String, emit: (_ value: UInt32, _ source: Int32, _ space: FoldedSpace, Int32) -> Void) {
        var lastClass: WordClass?
        var spaceOffset: Int32 = -1
        var offset: Int32 = 0
        func pass(_ value: UInt32) {
            let wordClass = wordClass(of: value)
            var space = FoldedSpace.none
            if spaceOffset >= 0, let last = lastClass {
                space = WordClass.isTypographicSpace(between: last, and: wordClass) ? .typographic : .parting
            }
            emit(value, offset, space, spaceOffset)
            lastClass = wordClass
            spaceOffset = -1
        }
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value < Self.planeSize {
                let target = target(of: value)
                switch target {
                case Self.nothing: break
                case Self.space: if spaceOffset < 0 { spaceOffset = offset }
                case Self.listed: forEachListed(value, pass)
                default:
                    if Self.hangul.contains(value) { forEachJamo(of: value, pass) } else { pass(UInt32(target)) }
                }
            } else {
                forEachListed(value, pass)
            }
            offset += 1
        }
    }

    private func target(of scalar: UInt32) -> UInt16 {
        UInt16(
            littleEndian: unsafe UnsafeRawPointer(plane).loadUnaligned(
                fromByteOffset: Int(scalar) * 2, as: UInt16.self))
    }

    func wordClass(of scalar: UInt32) -> WordClass {
        guard scalar < Self.planeSize else {
            return WordClass(rawValue: UInt8(truncatingIfNeeded: cicu_word_class(scalar))) ?? .none
        }
        let four = unsafe classes[Int(scalar) / 4]
        return WordClass(rawValue: four >> UInt8(scalar % 4 * 2) & 3) ?? .none
    }

    /// Gives the values of a scalar that has an entry; a scalar that has none is its own.
    private func forEachListed(_ scalar: UInt32, _ body: (UInt32) -> Void) {
        var (low, high) = (0, entryCount)
        while low < high {
            let middle = (low + high) / 2
            if unsafe Self.number(entries, middle * 2) < scalar { low = middle + 1 } else { high = middle }
        }
        guard low < entryCount, unsafe Self.number(entries, low * 2) == scalar else { return body(scalar) }
        let place = unsafe Self.number(entries, low * 2 + 1)
        for index in 0..<Int(place >> 24) { body(unsafe Self.number(values, Int(place & 0xFF_FFFF) + index)) }
    }

    /// Syllables of Hangul, which are taken apart by a sum (The Unicode Standard, 3.12).
    private static let hangul: ClosedRange<UInt32> = 0xAC00...0xD7A3

    private func forEachJamo(of syllable: UInt32, _ body: (UInt32) -> Void) {
        let index = syllable - Self.hangul.lowerBound
        body(0x1100 + index / 588)
        body(0x1161 + index % 588 / 28)
        if index % 28 > 0 { body(0x11A7 + index % 28) }
    }
}
