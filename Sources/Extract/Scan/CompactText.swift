import Ingest

/// A paragraph as the grammars read it: without white space and with one width for digits, letters and punctuation.
///
/// Printed texts put blanks between digits and Han characters (到 2025 年) and mix widths (２０２５年, 5％, 5%). The
/// grammars need to know of neither. Offsets into this text lead back to the paragraph through ``original(_:)``.
struct CompactText: Sendable {
    /// The characters to read, unified in width.
    let scalars: [Unicode.Scalar]
    /// For each of them, its offset in the paragraph.
    private let offsets: [Int]
    /// The paragraph itself.
    private let source: [Unicode.Scalar]

    init(_ source: [Unicode.Scalar]) {
        var scalars: [Unicode.Scalar] = []
        var offsets: [Int] = []
        scalars.reserveCapacity(source.count)
        offsets.reserveCapacity(source.count)
        for (offset, scalar) in source.enumerated() where !scalar.isBlank {
            scalars.append(Self.unified(scalar))
            offsets.append(offset)
        }
        Self.unifyCommas(&scalars)
        self.scalars = scalars
        self.offsets = offsets
        self.source = source
    }

    var count: Int { scalars.count }

    /// The stretch of the paragraph that a stretch of this text stands for.
    func original(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        return offsets[range.lowerBound]..<offsets[range.upperBound - 1] + 1
    }

    /// The text of a stretch as printed, white space left out.
    func printed(_ range: Range<Int>) -> String {
        range.lazy.map { source[offsets[$0]] }.string
    }

    /// Half-width digits, letters, signs of arithmetic and percent; full-width commas, stops and brackets.
    private static func unified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "(": "（"
        case ")": "）"
        case ";": "；"
        case ":": "："
        case "?": "？"
        case "!": "！"
        case "％", "﹪": "%"
        case "．": "."
        case "／": "/"
        case "＋": "+"
        case "－", "−", "–", "─", "―", "‐", "‑": "-"
        case "～", "〜", "∼": "~"
        case "［": "["
        case "］": "]"
        default: narrowed(scalar)
        }
    }

    private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
            Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        default: scalar
        }
    }

    /// A half-width comma ends a clause, unless it groups the digits of a number (1,000).
    private static func unifyCommas(_ scalars: inout [Unicode.Scalar]) {
        for index in scalars.indices where scalars[index] == "," {
            let follows = index > 0 && scalars[index - 1].decimalDigit != nil
            let group = scalars[(index + 1)...].prefix(4).prefix { $0.decimalDigit != nil }
            if !(follows && group.count == 3) { scalars[index] = "，" }
        }
    }
}
