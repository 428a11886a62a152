/// How the open paragraph of RTF is set.
struct RTFParagraph {
    var isInTable = false
    private var alignment: LineStyle.Alignment?
    /// In twentieths of a point.
    private var firstIndent = 0
    private var outlineLevel: Int?
    private var sizes: [Double: Int] = [:]
    private var inkCount = 0
    private var boldCount = 0

    /// Whether its first line is set in by half a character and more.
    var isSetIn: Bool { firstIndent >= 200 }

    mutating func reset() {
        (isInTable, alignment, firstIndent, outlineLevel) = (false, nil, 0, nil)
    }

    mutating func set(_ name: String, _ number: Int?) {
        switch name {
        case "qc": alignment = .centred
        case "qr": alignment = .right
        case "ql": alignment = .left
        case "qj", "qd": alignment = .justified
        case "fi": firstIndent = number ?? 0
        case "outlinelevel": outlineLevel = number
        default: break
        }
    }

    mutating func count(_ scalar: Unicode.Scalar, size: Double, isBold: Bool) {
        guard !scalar.isBlank else { return }
        inkCount += 1
        if isBold { boldCount += 1 }
        sizes[size, default: 0] += 1
    }

    /// Begins the next line of print: what was counted is of the one before.
    mutating func endLine() { (sizes, inkCount, boldCount) = ([:], 0, 0) }

    /// The style of its lines; the size is in half points until the whole file is read.
    var style: LineStyle {
        let size = sizes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
        let em = (size ?? 32) * 10
        return LineStyle(
            headingLevel: outlineLevel.flatMap { (0...8).contains($0) ? $0 + 1 : nil }, alignment: alignment,
            indent: firstIndent == 0 ? nil : Double(firstIndent) / em, relativeSize: size,
            isBold: inkCount > 0 && boldCount == inkCount)
    }
}

/// A row of a table of RTF: its definition, and the texts of its cells.
struct RTFRow {
    struct Definition {
        var end = 0
        var startsAbove = false
        var continuesAbove = false
        var continuesBefore = false
    }

    /// The cell that is being defined.
    var next = Definition()
    private var definitions: [Definition] = []
    var texts: [[Unicode.Scalar]] = []

    /// More cells than any row has.
    private static let mostCells = 256

    mutating func endCell(at end: Int) {
        next.end = end
        if definitions.count < Self.mostCells { definitions.append(next) }
        next = Definition()
    }

    /// The cells of the row.
    func cells() -> [EdgeGrid.Cell] {
        texts.prefix(Self.mostCells).enumerated().map { index, text in
            let definition =
                definitions.indices.contains(index) ? definitions[index] : Definition(end: 1_000_000 + index * 100)
            return EdgeGrid.Cell(
                text: text, end: definition.end, continuesAbove: definition.continuesAbove,
                continuesBefore: definition.continuesBefore)
        }
    }
}
