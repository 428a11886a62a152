/// A cleaned text in which every character still knows its place in the source.
///
/// Re-flow joins the lines of a paragraph and drops what lay between them; the places let each later finding be traced
/// to the file. Offsets are indices into ``scalars``.
///
/// Characters are in the form in which texts are read (``HanFolding``); ``string`` is as printed.
///
/// ```swift
/// let text = MappedText("牵头单位：市科技局", line: 7, column: 1)
/// text.span(of: 5..<9)   // line 7, columns 6 to 9
/// ```
public struct MappedText: Hashable, Sendable {
    public private(set) var scalars: [Unicode.Scalar]
    public private(set) var places: [Place]
    /// The characters as printed, where reading gave some another form.
    private var forms: [Unicode.Scalar]?

    public init() {
        scalars = []
        places = []
    }

    /// A text that stands on one line of the source, unbroken.
    public init(_ text: String, line: Int = 1, column: Int = 1) {
        scalars = Array(text.unicodeScalars)
        places = scalars.indices.map { Place(line: line, column: column + $0) }
    }

    /// - Parameters:
    ///   - scalars: The characters in the form in which they are read.
    ///   - printed: The characters as printed; nil where they are the same.
    ///   - places: The place of each.
    public init(scalars: [Unicode.Scalar], printed: [Unicode.Scalar]? = nil, places: [Place]) {
        precondition(scalars.count == places.count, "every character has one place")
        precondition(printed.map { $0.count == scalars.count } ?? true, "every character has one form")
        self.scalars = scalars
        self.places = places
        forms = printed
    }

    /// The characters as printed.
    public var printed: [Unicode.Scalar] { forms ?? scalars }

    /// Whether some characters were printed in another form than they are read in.
    public var isFolded: Bool { forms != nil }

    public var count: Int { scalars.count }
    public var isEmpty: Bool { scalars.isEmpty }

    /// The text as printed.
    public var string: String { printed[...].string }

    /// The text between two offsets, as printed.
    public func string(_ range: Range<Int>) -> String { printed[range].string }

    /// Where a stretch stands in the source; nil when it is empty.
    public func span(of range: Range<Int>) -> SourceSpan? {
        guard !range.isEmpty else { return nil }
        return SourceSpan(start: places[range.lowerBound], end: places[range.upperBound - 1])
    }

    /// Where the whole text stands; nil when it is empty.
    public var span: SourceSpan? { span(of: 0..<count) }

    /// A part of the text, with its places.
    public subscript(range: Range<Int>) -> MappedText {
        MappedText(
            scalars: Array(scalars[range]), printed: forms.map { Array($0[range]) }, places: Array(places[range]))
    }

    public mutating func append(_ scalar: Unicode.Scalar, at place: Place) {
        scalars.append(scalar)
        forms?.append(scalar)
        places.append(place)
    }

    public mutating func append(_ other: MappedText) {
        if forms != nil || other.forms != nil {
            if forms == nil { forms = scalars }
            forms?.append(contentsOf: other.printed)
        }
        scalars += other.scalars
        places += other.places
    }

    /// The text without white space at its ends.
    public func trimmed() -> MappedText {
        guard let first = scalars.firstIndex(where: { !$0.isBlank }),
            let last = scalars.lastIndex(where: { !$0.isBlank })
        else { return MappedText() }
        return self[first..<last + 1]
    }
}

extension Sequence<Unicode.Scalar> {
    /// The scalars as a string.
    @inlinable
    public var string: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(underestimatedCount * 3)
        for scalar in self { bytes.append(utf8: scalar.value) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Appends the UTF-8 of a scalar value; much quicker than a string grows by scalars.
    @inlinable
    mutating func append(utf8 value: UInt32) {
        if value < 0x80 {
            append(UInt8(value))
            return
        }
        if value < 0x800 {
            append(0xC0 | UInt8(value >> 6))
        } else {
            if value < 0x10000 {
                append(0xE0 | UInt8(value >> 12))
            } else {
                append(0xF0 | UInt8(value >> 18))
                append(0x80 | UInt8(value >> 12 & 0x3F))
            }
            append(0x80 | UInt8(value >> 6 & 0x3F))
        }
        append(0x80 | UInt8(value & 0x3F))
    }
}

extension Unicode.Scalar {
    /// White space of any width, and the marks without width that editors leave behind.
    @inlinable
    public var isBlank: Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200D, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000,
            0xFEFF, 0x10FFFD:
            true
        default: false
        }
    }

    /// A Han character, radicals and the ideographic zero included.
    @inlinable
    public var isHan: Bool {
        switch value {
        case 0x2E80...0x2FD5, 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
        default: false
        }
    }

    /// A Latin letter, half or full width.
    @inlinable
    public var isLatin: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        default: false
        }
    }

    /// The value of a decimal digit, half or full width; nil for anything else.
    @inlinable
    public var decimalDigit: Int? {
        switch value {
        case 0x30...0x39: Int(value) - 0x30
        case 0xFF10...0xFF19: Int(value) - 0xFF10
        default: nil
        }
    }
}
