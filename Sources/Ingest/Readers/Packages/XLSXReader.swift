/// Reads workbooks of Office Open XML, `.xlsx`, and of WPS, `.et`: each row of a sheet is a row of a table, each line of
/// text above or below a table a paragraph.
struct XLSXReader: FormatReader {
    func recognises(_ bytes: [UInt8], path: String) -> Bool {
        guard ZipContainer.isZip(bytes), let zip = try? ZipContainer(bytes, path: path) else { return false }
        return zip.contains("[Content_Types].xml") && zip.contains(Self.main)
    }

    private static let main = "xl/workbook.xml"

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        let parts = PackageParts(try ZipContainer(bytes, path: path), path: path)
        guard let workbook = try parts.tree(Self.main) else {
            throw IngestError(.malformed, path: path, reason: "the package has no part “\(Self.main)”")
        }
        let relations = try parts.relations(of: Self.main)
        func part(_ type: String) throws(IngestError) -> MarkupElement? {
            try parts.tree(relations.first { $0.type == type }?.target ?? "xl/\(type).xml")
        }
        let strings = XLSXStrings(try part("sharedStrings"))
        let formats = XLSXFormats(try part("styles"))
        var lines: [FlowLine] = []
        let sheets = workbook.first("sheets")?.all("sheet").filter { $0["state"] ?? "visible" == "visible" } ?? []
        for (index, sheet) in sheets.enumerated() {
            guard let target = relations.first(where: { $0.id == sheet["id"] })?.target,
                let root = try parts.tree(target)
            else { continue }
            let found = Self.grid(root, strings, formats).lines(table: index)
            if !lines.isEmpty, !found.isEmpty { lines.append(FlowLine(scalars: [])) }
            lines += found
        }
        return SourceText(lines, format: .xlsx)
    }

    private static func grid(_ root: MarkupElement, _ strings: XLSXStrings, _ formats: XLSXFormats) -> SheetGrid {
        var grid = SheetGrid()
        var nextRow = 0
        for row in root.first("sheetData")?.all("row") ?? [] {
            let number = row["r"].flatMap { Int($0) }.map { $0 - 1 } ?? nextRow
            nextRow = number + 1
            var nextColumn = 0
            for cell in row.all("c") {
                let place = cell["r"].flatMap(Self.place)
                let column = place?.column ?? nextColumn
                nextColumn = column + 1
                grid.set(number, column, text(of: cell, strings, formats))
            }
        }
        for merge in root.first("mergeCells")?.all("mergeCell") ?? [] {
            let ends = (merge["ref"] ?? "").split(separator: ":").compactMap { place(String($0)) }
            guard ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column else { continue }
            grid.merges.append(.init(rows: ends[0].row...ends[1].row, columns: ends[0].column...ends[1].column))
        }
        return grid
    }

    private static func text(
        of cell: MarkupElement, _ strings: XLSXStrings, _ formats: XLSXFormats
    ) -> [Unicode.Scalar] {
        let value = cell.first("v")?.text ?? ""
        switch cell["t"] {
        case "s": return Int(value).map(strings.text) ?? []
        case "inlineStr": return cell.first("is").map(XLSXStrings.text) ?? []
        case "str", "e": return Array(value.unicodeScalars)
        case "b": return Array((value == "1" ? "是" : "否").unicodeScalars)
        default:
            guard let number = Double(value) else { return Array(value.unicodeScalars) }
            return formats.text(number, style: cell["s"].flatMap { Int($0) } ?? 0)
        }
    }

    /// The numbers of row and column, from 0, that 「AB12」 names.
    private static func place(_ reference: String) -> (row: Int, column: Int)? {
        let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
        guard (1...3).contains(letters.count), let row = Int(reference.dropFirst(letters.count)), row > 0 else {
            return nil
        }
        return (row - 1, letters.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1)
    }
}

/// The texts that cells of a workbook share.
private struct XLSXStrings {
    private let texts: [[Unicode.Scalar]]

    init(_ root: MarkupElement?) { texts = root?.all("si").map(Self.text) ?? [] }

    func text(_ index: Int) -> [Unicode.Scalar] { texts.indices.contains(index) ? texts[index] : [] }

    /// The text of a string, without the readings of its characters.
    static func text(of item: MarkupElement) -> [Unicode.Scalar] {
        item.elements.flatMap { element -> [Unicode.Scalar] in
            switch element.name {
            case "t": Array(element.text.unicodeScalars)
            case "r": Array((element.first("t")?.text ?? "").unicodeScalars)
            default: []
            }
        }
    }
}

/// How the numbers of cells are printed.
private struct XLSXFormats {
    private var ids: [Int] = []
    private var formats: [Int: String] = [:]

    init(_ root: MarkupElement?) {
        for format in root?.first("numFmts")?.all("numFmt") ?? [] {
            if let id = format["numFmtId"].flatMap({ Int($0) }) { formats[id] = format["formatCode"] }
        }
        ids = root?.first("cellXfs")?.all("xf").map { $0["numFmtId"].flatMap { Int($0) } ?? 0 } ?? []
    }

    func text(_ number: Double, style: Int) -> [Unicode.Scalar] {
        let id = ids.indices.contains(style) ? ids[style] : 0
        return SheetNumber.text(number, formatID: id, format: formats[id])
    }
}
