/// Makes lines of RTF: each paragraph and each table row one.
struct RTFText {
    /// What holds within a group, and goes back at its end.
    private struct State {
        /// Whether the group is none of the text: fonts, pictures, headers.
        var isSkipped = false
        /// The code page of bytes; from the font, or from the file.
        var codePage: String
        /// How many characters stand in for one of Unicode.
        var fallback = 1
        var isHidden = false
        var isBold = false
        var size: Double = 24
        var destination: Destination = .text
    }

    private enum Destination { case text, fonts }

    private var scanner: RTFScanner
    private var state = State(codePage: "windows-1252")
    private var stack: [State] = []
    private var fonts: [Int: String] = [:]
    private var currentFont: Int?
    /// The code page of fonts that have none of their own.
    private var standardPage = "windows-1252"
    /// Bytes of the code page that are not yet characters.
    private var pending: [UInt8] = []
    private var toSkip = 0
    private var isGroupStart = false

    private var lines: [FlowLine] = []
    private var current: [Unicode.Scalar] = []
    private var paragraph = RTFParagraph()
    private var cell: [FlowLine] = []
    private var row = RTFRow()
    private var grid = EdgeGrid()
    private var tableCount = 0
    private(set) var page = 1

    /// Deeper groups are read without their own state.
    private static let deepest = 2_000

    init(_ bytes: [UInt8]) { scanner = RTFScanner(bytes) }

    /// The lines of the file.
    mutating func read() -> [FlowLine] {
        while let token = scanner.next() { take(token) }
        flushBytes()
        endParagraph(isLast: true)
        lines += cell
        endTable()
        return lines
    }

    private mutating func take(_ token: RTFScanner.Token) {
        let atStart = isGroupStart
        isGroupStart = false
        switch token {
        case .open:
            flushBytes()
            toSkip = 0
            if stack.count < Self.deepest { stack.append(state) }
            isGroupStart = true
        case .close:
            flushBytes()
            toSkip = 0
            if let outer = stack.popLast() { state = outer }
        case .symbol(0x2A) where atStart:
            // A group that programs may pass over when they don't know it.
            state.isSkipped = true
        case .symbol(let byte): symbol(byte)
        case .byte(let byte):
            if toSkip > 0 { toSkip -= 1 } else if !state.isSkipped { pending.append(byte) }
        case .word(let name, let number):
            if name != "u" { flushBytes() }
            word(name, number)
        }
    }

    private mutating func symbol(_ byte: UInt8) {
        flushBytes()
        switch byte {
        case 0x7E: put(" ")
        case 0x5F: put("-")
        case 0x5C, 0x7B, 0x7D: put(Unicode.Scalar(byte))
        default: break
        }
    }

    // MARK: Characters

    private mutating func put(_ scalar: Unicode.Scalar) {
        if toSkip > 0 {
            toSkip -= 1
            return
        }
        guard !state.isSkipped, !state.isHidden, state.destination == .text else { return }
        current.append(scalar)
        paragraph.count(scalar, size: state.size, isBold: state.isBold)
    }

    /// Turns the bytes so far into characters.
    private mutating func flushBytes() {
        guard !pending.isEmpty else { return }
        let bytes = pending
        pending = []
        guard state.destination == .text else { return }
        let text = TextDecoder.decode(bytes, charset: state.codePage) ?? bytes.map { Unicode.Scalar($0) }
        for scalar in text { put(scalar == "\t" ? " " : scalar) }
    }

    private mutating func unicode(_ number: Int) {
        flushBytes()
        let value = UInt32(truncatingIfNeeded: number < 0 ? number + 65_536 : number)
        toSkip = 0
        if (0xD800...0xDBFF).contains(value) {
            high = value
        } else if (0xDC00...0xDFFF).contains(value), let first = high {
            high = nil
            if let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (value - 0xDC00)) { put(scalar) }
        } else if let scalar = Unicode.Scalar(value) {
            put(scalar)
        }
        toSkip = state.fallback
    }

    /// The first half of a character of two units.
    private var high: UInt32?

    // MARK: Words

    /// Groups that are none of the text.
    private static let skipped: Set<String> = [
        "colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl",
        "footerr",
        "footerf", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "themedata", "datastore",
        "latentstyles", "fldinst", "object", "objdata", "xe", "tc", "bkmkstart", "bkmkend", "filetbl", "listpicture",
        "mmathPr", "pgptbl", "annotation", "atnid", "atnauthor", "nonshppict", "sp", "shppict",
    ]
    /// Groups that may be passed over and yet hold text.
    private static let kept: Set<String> = ["shptxt", "shpinst", "fldrslt", "listtext", "pntext", "shp"]

    private mutating func word(_ name: String, _ number: Int?) {
        if Self.skipped.contains(name) {
            state.isSkipped = true
            return
        }
        if Self.kept.contains(name), stack.last.map({ !$0.isSkipped }) ?? true {
            state.isSkipped = false
            return
        }
        switch name {
        case "fonttbl": state.destination = .fonts
        case "ansicpg":
            standardPage = Self.codePage(number ?? 1252)
            state.codePage = standardPage
        case "f": font(number ?? 0)
        case "fcharset":
            if state.destination == .fonts, let font = currentFont { fonts[font] = Self.charset(number ?? 0) }
        case "uc": state.fallback = min(max(number ?? 1, 0), 8)
        case "u": unicode(number ?? 0)
        case "bin": scanner.skip(number ?? 0)
        case "v": state.isHidden = number != 0
        case "b": state.isBold = number != 0
        case "fs": state.size = Double(min(max(number ?? 24, 1), 2_000))
        case "plain": (state.isBold, state.isHidden, state.size) = (false, false, 24)
        default: if !state.isSkipped { layout(name, number) }
        }
    }

    private mutating func font(_ number: Int) {
        if state.destination == .fonts {
            currentFont = number
        } else {
            state.codePage = fonts[number] ?? standardPage
        }
    }

    private mutating func layout(_ name: String, _ number: Int?) {
        switch name {
        case "par", "sect": endParagraph()
        case "line", "softline": breakLine()
        case "page", "pagebb":
            if name == "page", !current.allSatisfy(\.isBlank) { breakLine() }
            page += 1
        case "pard": paragraph.reset()
        case "intbl": paragraph.isInTable = true
        case "trowd": row = RTFRow()
        case "clvmgf": row.next.startsAbove = true
        case "clvmrg": row.next.continuesAbove = true
        case "clmrg": row.next.continuesBefore = true
        case "cellx": row.endCell(at: number ?? 0)
        case "cell", "nestcell": endCell(isNested: name == "nestcell")
        case "row": endRow()
        case "tab": put(" ")
        case "emdash": put("—")
        case "endash": put("–")
        case "lquote": put("‘")
        case "rquote": put("’")
        case "ldblquote": put("“")
        case "rdblquote": put("”")
        case "bullet": put("•")
        case "emspace", "enspace", "qmspace": put(" ")
        default: paragraph.set(name, number)
        }
    }

    // MARK: Lines

    private mutating func breakLine() {
        let style = paragraph.style
        add(FlowLine(scalars: current, page: page, style: style))
        current = []
    }

    private mutating func endParagraph(isLast: Bool = false) {
        if isLast, current.isEmpty { return }
        breakLine()
        paragraph.endLine()
    }

    private mutating func add(_ line: FlowLine) {
        if paragraph.isInTable {
            cell.append(line)
        } else {
            endTable()
            var line = line
            if paragraph.isSetIn, line.scalars.first.map({ !$0.isBlank }) ?? false {
                line.scalars = ["\u{3000}", "\u{3000}"] + line.scalars
            }
            lines.append(line)
        }
    }

    private mutating func endCell(isNested: Bool) {
        if !current.isEmpty { cell.append(FlowLine(scalars: current, page: page)) }
        current = []
        paragraph.endLine()
        guard !isNested else { return }
        row.texts.append(cell.cellText)
        cell = []
    }

    private mutating func endRow() {
        if !row.texts.isEmpty { grid.add(row.cells()) }
        row.texts = []
    }

    /// Adds the rows of the table so far.
    private mutating func endTable() {
        guard !grid.isEmpty else { return }
        lines += grid.lines(table: tableCount, page: page)
        grid = EdgeGrid()
        tableCount += 1
    }

    // MARK: Code pages

    private static func codePage(_ number: Int) -> String {
        switch number {
        case 936, 54936: "GB18030"
        case 950: "Big5"
        case 932: "Shift_JIS"
        case 949: "EUC-KR"
        case 65001: "UTF-8"
        default: "windows-1252"
        }
    }

    /// The code page of a font's charset; nil where it has none of its own.
    private static func charset(_ number: Int) -> String? {
        switch number {
        case 134: "GB18030"
        case 136: "Big5"
        case 128: "Shift_JIS"
        case 129: "EUC-KR"
        default: nil
        }
    }
}
