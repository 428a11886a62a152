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

/// The foldings of all scalars, asked of ICU as they are met.
struct NormalizationTable: ~Copyable {
    /// What a scalar folds to: a scalar, or one of the signs below.
    private typealias Entry = UInt32
    private static let unknown: Entry = .max
    private static let nothing: Entry = .max - 1
    private static let space: Entry = .max - 2
    /// Added to the index of a folding that has several scalars.
    private static let several: Entry = 1 << 31

    private let handle: FoldingHandle
    /// The Basic Multilingual Plane; other planes are asked scalar by scalar.
    private var plane = [Entry](repeating: unknown, count: 0x1_0000)
    private var others: [UInt32: Entry] = [:]
    private var expansions: [[UInt32]] = []
    /// Word classes of the plane; `0xFF` where not asked yet.
    private var classes = [UInt8](repeating: .max, count: 0x1_0000)

    init() throws(ArchiveError) { handle = try FoldingHandle() }

    /// Folds a text.
    ///
    /// - Parameter emit: Takes each folded scalar, the offset of the scalar of the text that it comes from, the white space
    ///   before it and the offset of that.
    mutating func fold(_ text: String, emit: (_ value: UInt32, _ source: Int32, _ space: FoldedSpace, Int32) -> Void) {
        var lastClass: WordClass?
        var spaceOffset: Int32 = -1
        var offset: Int32 = 0
        for scalar in text.unicodeScalars {
            let entry = folding(of: scalar.value)
            if entry == Self.space {
                if spaceOffset < 0 { spaceOffset = offset }
            } else if entry < Self.several {
                pass(entry, offset, &lastClass, &spaceOffset, emit)
            } else if entry != Self.nothing {
                for value in expansions[Int(entry - Self.several)] {
                    pass(value, offset, &lastClass, &spaceOffset, emit)
                }
            }
            offset += 1
        }
    }

    private mutating func pass(
        _ value: UInt32, _ offset: Int32, _ lastClass: inout WordClass?, _ spaceOffset: inout Int32,
        _ emit: (UInt32, Int32, FoldedSpace, Int32) -> Void
    ) {
        let wordClass = wordClass(of: value)
        var space = FoldedSpace.none
        if spaceOffset >= 0, let last = lastClass {
            space = WordClass.isTypographicSpace(between: last, and: wordClass) ? .typographic : .parting
        }
        emit(value, offset, space, spaceOffset)
        lastClass = wordClass
        spaceOffset = -1
    }

    mutating func wordClass(of scalar: UInt32) -> WordClass {
        guard scalar < 0x1_0000 else { return Self.ask(scalar) }
        if let known = WordClass(rawValue: classes[Int(scalar)]) { return known }
        let answer = Self.ask(scalar)
        classes[Int(scalar)] = answer.rawValue
        return answer
    }

    static func ask(_ scalar: UInt32) -> WordClass {
        WordClass(rawValue: UInt8(truncatingIfNeeded: cicu_word_class(scalar))) ?? .none
    }

    private mutating func folding(of scalar: UInt32) -> Entry {
        guard scalar < 0x1_0000 else {
            if let known = others[scalar] { return known }
            let made = entry(for: scalar)
            others[scalar] = made
            return made
        }
        let known = plane[Int(scalar)]
        if known != Self.unknown { return known }
        let made = entry(for: scalar)
        plane[Int(scalar)] = made
        return made
    }

    private mutating func entry(for scalar: UInt32) -> Entry {
        if scalar == 0 { return Self.nothing }
        if cicu_is_white_space(scalar) != 0 { return Self.space }
        let folded = handle.fold(scalar)
        switch folded.count {
        case 0: return Self.nothing
        case 1: return folded[0]
        default:
            expansions.append(folded)
            return Self.several + UInt32(expansions.count - 1)
        }
    }
}

/// Owns ICU's normalizer.
///
/// The pointer stays in this type.
@safe private struct FoldingHandle: ~Copyable {
    private let pointer: OpaquePointer

    init() throws(ArchiveError) {
        var status: Int32 = 0
        guard let opened = unsafe cicu_folder_open(&status) else {
            throw ArchiveError(.icu, cause: unsafe String(cString: cicu_status_name(status)))
        }
        unsafe pointer = opened
    }

    deinit { unsafe cicu_folder_close(pointer) }

    func fold(_ scalar: UInt32) -> [UInt32] {
        guard Unicode.Scalar(scalar) != nil else { return [scalar] }
        if let bracket = Self.brackets[scalar] { return [bracket] }
        var status: Int32 = 0
        var values = [UInt32](repeating: 0, count: 64)
        let count = unsafe cicu_folder_fold(pointer, scalar, &values, Int32(values.count), &status)
        guard status <= 0 else { return [scalar] }
        return values.prefix(Int(count)).filter { $0 != 0x20 && $0 != 0 }.map { Self.brackets[$0] ?? $0 }
    }

    private static let brackets: [UInt32: UInt32] = {
        var table: [UInt32: UInt32] = [:]
        for scalar in "([{〔【〖〘〚（［｛".unicodeScalars { table[scalar.value] = 0x28 }
        for scalar in ")]}〕】〗〙〛）］｝".unicodeScalars { table[scalar.value] = 0x29 }
        return table
    }()
}
