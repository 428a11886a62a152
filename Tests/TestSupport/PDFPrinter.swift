/// Prints a text to PDF as a gazette is printed: A4, 12 points, page numbers between dashes.
///
/// A line stays a line where it fits; else it is a paragraph and set anew, with its first line indented. Rows of cells
/// between tabs become columns whose cells wrap.
public struct PDFPrinter: Sendable {
    public var size = 12.0
    public var pitch = 20.0
    public var left = 66.0
    /// The width of a full line, in em.
    public var measure = 39
    public var linesPerPage = 34
    /// Space above each row of a table.
    public var padding = 8.0
    /// Whether cells stand in the middle of their row's height rather than at its top.
    public var centresCells = false

    public init() {}

    public func print(_ text: String) -> PDFWriter {
        var sheet = Sheet(bottom: top + Double(linesPerPage) * pitch)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(String.UnicodeScalarView(line.unicodeScalars.filter { $0 != "\r" && $0 != "\u{0C}" }))
        }
        // A file in which a line is a paragraph has lines that no page is wide enough for.
        let areParagraphs = lines.count { width($0) > measure * 2 + 4 && !$0.contains("\t") } * 10 > lines.count
        var at = 0
        var last = ""
        while at < lines.count {
            var end = at
            while end < lines.count, lines[end].contains("\t") { end += 1 }
            if end > at {
                table(Array(lines[at..<end]), on: &sheet)
                at = end
            } else {
                var line = lines[at]
                at += 1
                // A text layer breaks paragraphs off where a page ended; the print did not.
                while areParagraphs, let next = continuation(of: line, in: lines, after: at) {
                    line += lines[next]
                    at = next + 1
                }
                paragraph(line, setting: areParagraphs ? setting(of: line, behind: last) : .asInSource, on: &sheet)
                if !line.isEmpty { last = line }
            }
        }
        var writer = PDFWriter()
        writer.size = size
        for page in sheet.numbered(size: size) { writer.addPage(page) }
        return writer
    }

    private var top: Double { 72 }
    /// Of A4; y runs down from the upper edge here, and up in the writer.
    private static let height = 842.0

    private func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2000 ? 1 : 2) } }

    /// The line that goes on with a long one that ends in the middle of a sentence.
    private func continuation(of line: String, in lines: [String], after position: Int) -> Int? {
        guard width(line) > 20, let last = line.last, !"。；：！？）)”".contains(last),
            line.contains("，") || line.contains("。"),
            let next = lines[position...].firstIndex(where: { !$0.isEmpty }), next <= position + 2,
            width(lines[next]) > measure || lines[next].last == "。", !lines[next].contains("\t"),
            !isNumbered(lines[next]), !line.prefix(8).contains("单位："),
            !lines[next].prefix(8).contains("单位：")
        else { return nil }
        return next
    }

    /// 「69.推动…」.
    private func isNumbered(_ line: String) -> Bool {
        let rest = line.drop(while: \.isNumber)
        return rest.count < line.count && (rest.first == "." || rest.first == "、")
    }

    private enum Setting { case asInSource, left, indented, centred }

    /// Running text is indented, addressees are not, titles and signatures stand in the middle.
    private func setting(of line: String, behind previous: String) -> Setting {
        let labels = "一二三四五六七八九十第（("
        guard let first = line.first, let last = line.last else { return .asInSource }
        if width(line) > measure * 2 || "。；！？）".contains(last) { return .indented }
        if last == "：" { return .left }
        let goesOn = previous.prefix(8).contains("单位：") && !line.contains("：")
        if goesOn, first == "(" || !labels.contains(first), !first.isNumber { return .left }
        if line.contains("：") || labels.contains(first) { return .indented }
        return first.isNumber && !line.contains("月") ? .indented : .centred
    }

    private func paragraph(_ line: String, setting: Setting, on sheet: inout Sheet) {
        let blanks = line.prefix { $0 == " " || $0 == "\u{3000}" }
        let content = String(line.dropFirst(blanks.count))
        guard !content.isEmpty else { return sheet.advance(pitch, from: top) }
        let indent =
            switch setting {
            case .asInSource: width(String(blanks))
            case .left: 0
            case .indented: 4
            case .centred: max(0, measure - width(content) / 2)
            }
        let limit = measure * 2
        // What would leave the page stands at its right edge.
        let fits = indent + width(content) <= limit + 2
        let start = !fits && width(content) <= limit ? limit - width(content) : min(indent, limit / 2)
        for (index, piece) in wrap(content, first: limit - (fits ? 0 : start), rest: limit, isWhole: fits).enumerated()
        {
            sheet.advance(pitch, from: top)
            sheet.put(
                PDFWriter.Text(piece, x: left + (index == 0 ? Double(start) * size / 2 : 0), y: Self.height - sheet.y))
        }
    }

    /// Cuts a text into lines of a width in half-width columns; marks that may not begin a line stand in the margin.
    private func wrap(_ text: String, first: Int, rest: Int, isWhole: Bool = false) -> [String] {
        if isWhole { return [text] }
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in Self.words(of: text) {
            let wide = width(word)
            let hangs = "，。、；：！？）》”".contains(word) && used <= (lines.isEmpty ? first : rest)
            if used + wide > (lines.isEmpty ? first : rest), !line.isEmpty, !hangs {
                lines.append(line)
                (line, used) = ("", 0)
                if word == " " { continue }
            }
            line += word
            used += wide
        }
        return lines + [line]
    }

    /// What a line end may not part: Latin words and numbers; else single characters.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        for character in text {
            let isLatin = character.isASCII && !character.isWhitespace
            if isLatin, let last = words.last?.last, last.isASCII, !last.isWhitespace {
                words[words.count - 1].append(character)
            } else {
                words.append(String(character))
            }
        }
        return words
    }

    private func table(_ rows: [String], on sheet: inout Sheet) {
        let cells = rows.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        let count = cells.map(\.count).max() ?? 1
        // Columns are as wide as their widest cell, and give way in proportion to what they ask for above a minimum.
        let asked = (0..<count).map { column in
            cells.map { column < $0.count ? max(4, width($0[column])) : 4 }.max() ?? 4
        }
        let room = measure * 2 - 3 * (count - 1)
        let least = min(8, room / count)
        let wide = asked.map { max($0 - least, 0) }.reduce(0, +)
        let spare = max(0, room - asked.map { min($0, least) }.reduce(0, +))
        let widths = asked.map { ask in
            wide <= spare || ask <= least ? ask : least + (ask - least) * spare / wide
        }
        for (number, row) in cells.enumerated() {
            let pieces = row.enumerated().map { $1.isEmpty ? [] : wrap($1, first: widths[$0], rest: widths[$0]) }
            let height = pieces.map(\.count).max() ?? 1
            sheet.advance(padding + pitch, from: top, needing: Double(height - 1 + (number == 0 ? 4 : 0)) * pitch)
            let y = sheet.y
            var x = left
            for (column, cell) in pieces.enumerated() {
                let offset = centresCells ? Double(height - cell.count) / 2 * pitch : 0
                for (index, piece) in cell.enumerated() {
                    sheet.put(PDFWriter.Text(piece, x: x, y: Self.height - y - offset - Double(index) * pitch))
                }
                x += Double(widths[column] + 3) * size / 2
            }
            sheet.advance(Double(max(height, 1) - 1) * pitch, from: top)
        }
    }

    /// The pages as they fill.
    private struct Sheet {
        var pages: [[PDFWriter.Text]] = [[]]
        var y = 72.0
        let bottom: Double

        init(bottom: Double) { self.bottom = bottom }

        /// Goes down, to the next page where this one is full.
        mutating func advance(_ distance: Double, from top: Double, needing room: Double = 0) {
            y += distance
            guard y + room > bottom, !(pages[pages.count - 1].isEmpty) else { return }
            pages.append([])
            y = top + 20
        }

        mutating func put(_ text: PDFWriter.Text) { pages[pages.count - 1].append(text) }

        func numbered(size: Double) -> [[PDFWriter.Text]] {
            pages.enumerated().map { index, page in
                let number = "—   \(index + 1)   —"
                return page + [PDFWriter.Text(number, x: 297 - 3 * size, y: 42)]
            }
        }
    }
}
