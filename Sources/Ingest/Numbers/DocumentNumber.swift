/// The number under which an office issues a document (发文字号), such as 沈政发〔2026〕1号.
///
/// Brackets of every kind, full-width and Han digits, white space and the traditional 號 are read; ``text`` is the
/// canonical form, with 〔〕, half-width digits and no white space, and otherwise as printed.
///
/// ```swift
/// DocumentNumber(line: "沈政发 [２０２６] １ 号")?.text   // "沈政发〔2026〕1号"
/// ```
public struct DocumentNumber: Hashable, Sendable, CustomStringConvertible {
    /// The canonical form.
    public let text: String
    /// The issuer's code (机关代字), or the issuer of an order (交通运输部 of 交通运输部令); nil where none is printed.
    public let agency: String?
    public let year: Int?
    /// The serial number (顺序号); nil where it is no plain number (0920012345A).
    public let serial: Int?
    /// Whether it is the number of an order: 国务院令第541号.
    public let isOrder: Bool

    public var description: String { text }

    /// Whether the number ends with the kind of its instrument and so can stand as its title: 第32/2020号行政长官批示.
    var namesInstrument: Bool { text.contains("/") && !text.hasSuffix("号") }

    /// The office whose ruling the number names: 行政长官 of 第32/2020号行政长官批示; nil for other numbers.
    public var rulingOffice: String? {
        guard let sign = text.firstIndex(of: "号") else { return nil }
        let name = Array(text[text.index(after: sign)...].unicodeScalars)
        guard NumberLexicon.officesBehindNumber.contains(where: { name.starts(with: $0) }),
            let ruling = NumberLexicon.rulings.first(where: { name.suffix($0.count).elementsEqual($0) })
        else { return nil }
        return name.dropLast(ruling.count).string
    }

    init(agency: ArraySlice<Unicode.Scalar>, tail: NumberTail) {
        let code = agency.filter { !$0.isBlank }
        let whole = code + Array(tail.canonical.unicodeScalars)
        text = whole.string
        isOrder = tail.isOrder
        year = tail.year
        serial = tail.serial
        self.agency = code.isEmpty ? tail.agency : code.string
    }

    /// The number of a technical standard.
    init(standard text: String, prefix: String, year: Int?) {
        self.text = text
        agency = prefix
        self.year = year
        serial = nil
        isOrder = false
    }

    /// Reads a line that holds a number and nothing else, white space and brackets around it aside.
    ///
    /// - Complexity: O(*n*) in the length of the line; lines longer than any number are refused at once.
    public init?(line: [Unicode.Scalar]) {
        var body = line.filter { !$0.isBlank }
        if let first = body.first, let last = body.last, Self.isOpening(first), Self.isClosing(last) {
            // A code never begins with a bracket, so the pair stands around the whole number.
            body = Array(body[1..<body.count - 1])
        }
        guard body.count <= 64 else { return nil }
        if let (number, end) = Self.scan(body, at: 0), end == body.count {
            self = number
        } else if let first = body.first, Self.isOpening(first), let tail = NumberTail.anchored(body, at: 0),
            tail.end == body.count, tail.year != nil
        {
            // 「〔2021〕66号」, without the code of an office.
            self.init(agency: [], tail: tail)
        } else {
            return nil
        }
    }

    /// Reads a line that holds a number and nothing else.
    public init?(line: String) {
        self.init(line: Array(line.unicodeScalars))
    }

    /// Reads a number whose code begins at an offset: 沈政发 of 沈政发〔2026〕1号, 第 of 第541号令.
    ///
    /// - Returns: The number and the offset behind its last character; nil where no number begins.
    public static func scan(_ text: [Unicode.Scalar], at start: Int) -> (number: DocumentNumber, end: Int)? {
        if let tail = NumberTail.standalone(text, at: start) ?? NumberTail.yearFirst(text, at: start) {
            return (DocumentNumber(agency: [], tail: tail), tail.end)
        }
        var index = start
        while index < text.count, index - start < longestCode {
            if index > start, let tail = NumberTail.afterCode(text, at: index, codeStart: start) {
                return (DocumentNumber(agency: text[start..<tail.start], tail: tail), tail.end)
            }
            if let close = CodeBracket.end(text, openingAt: index) {
                index = close
                continue
            }
            guard text[index].isHan || text[index].isBlank else { return nil }
            index += 1
        }
        return nil
    }

    /// Finds every number in running text, in reading order.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    public static func find(in text: [Unicode.Scalar]) -> [(range: Range<Int>, number: DocumentNumber)] {
        var found: [(range: Range<Int>, number: DocumentNumber)] = []
        var floor = 0
        var index = 0
        while index < text.count {
            guard let tail = NumberTail.anchored(text, at: index) else {
                index += 1
                continue
            }
            let start = CodeStart.find(text, before: tail.start, floor: floor, tail: tail)
            if start < tail.start || tail.standsAlone {
                found.append((start..<tail.end, DocumentNumber(agency: text[start..<tail.start], tail: tail)))
                floor = tail.end
            }
            index = max(tail.end, index + 1)
        }
        return found
    }

    /// No code is longer; names of issuers before 令 are.
    static let longestCode = 32

    static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "〔", "[", "［", "(", "（", "【", "〈", "{", "﹝", "<", "＜", "「", "„", "“": true
        default: false
        }
    }

    static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "〕", "]", "］", ")", "）", "】", "〉", "}", "﹞", ">", "＞", "」", "‟", "”": true
        default: false
        }
    }
}
