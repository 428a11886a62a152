/// The properties of a paragraph of Word 97 to 2003, as its modifiers (sprm) tell them.
struct DOCParagraph {
    var isInTable = false
    /// Whether it is the mark at the end of a table's row.
    var endsRow = false
    var alignment: LineStyle.Alignment?
    /// In twentieths of a point.
    var firstIndent = 0
    var outlineLevel: Int?
    /// Where the cells of the row end, in twentieths of a point, and how they are merged.
    var cells: [Cell] = []

    struct Cell {
        var end: Int
        var continuesAbove = false
        var continuesBefore = false
    }

    /// Reads a list of modifiers.
    mutating func read(_ bytes: [UInt8]) {
        var at = 0
        while at + 2 <= bytes.count {
            let code = bytes.little16(at)
            at += 2
            guard let size = Self.size(of: code, bytes, at), at + size <= bytes.count else { return }
            apply(code, Array(bytes[at..<at + size]))
            at += size
        }
    }

    /// The size of a modifier's operand, by the three highest bits of its code; nil for one that is not known.
    private static func size(of code: Int, _ bytes: [UInt8], _ at: Int) -> Int? {
        switch code >> 13 {
        case 0, 1: return 1
        case 2, 4, 5: return 2
        case 3: return 4
        case 7: return 3
        default:
            // The definition of a table tells its size in two bytes, and counts one more.
            if code == 0xD608 { return bytes.little16(at) + 1 }
            return at < bytes.count ? Int(bytes[at]) + 1 : nil
        }
    }

    private mutating func apply(_ code: Int, _ operand: [UInt8]) {
        let first = Int(operand.first ?? 0)
        switch code {
        case 0x2416: isInTable = first != 0
        case 0x2417: endsRow = first != 0
        case 0x2403, 0x2461:
            alignment = first == 1 ? .centred : first == 2 ? .right : first == 3 ? .justified : first == 0 ? .left : nil
        case 0x8411, 0x8460: firstIndent = Int(Int16(truncatingIfNeeded: operand.little16(0)))
        // In hundredths of a character.
        case 0x4455: if operand.little16(0) < 0x8000 { firstIndent = max(firstIndent, operand.little16(0) * 2) }
        case 0x2640: outlineLevel = first < 9 ? first : nil
        case 0xD608: defineTable(operand)
        case 0xD62B:
            if operand.count >= 3, cells.indices.contains(Int(operand[1])) {
                cells[Int(operand[1])].continuesAbove = operand[2] == 1
            }
        default: break
        }
    }

    /// The definition of a row: the edges of its cells, then twenty bytes on each.
    private mutating func defineTable(_ operand: [UInt8]) {
        guard operand.count > 3 else { return }
        let count = Int(operand[2])
        guard count > 0, count <= 64, operand.count >= 3 + 2 * (count + 1) else { return }
        cells = (0..<count).map { index in
            var cell = Cell(end: Int(Int16(truncatingIfNeeded: operand.little16(3 + 2 * (index + 1)))))
            let at = 3 + 2 * (count + 1) + 20 * index
            if at + 2 <= operand.count {
                let flags = operand.little16(at)
                // Bit 1: merged with the cell before; bits 5 and 6: merged with the cell above, but for its first.
                cell.continuesBefore = flags & 0x2 != 0
                cell.continuesAbove = flags & 0x60 == 0x20
            }
            return cell
        }
    }
}
