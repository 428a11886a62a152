/// Finds the ruled lines of pages in the PostScript that `pdftocairo` makes of them: a plain form of what the pages draw.
///
/// Only what can be a rule is looked at: straight strokes along the page's sides, and surfaces so thin that they print as
/// lines. Clips and colours are not asked.
struct PostScriptRules {
    /// The thickest line that is a rule and no bar or shade, in points.
    private static let thickest = 3.0
    /// The shortest rule, in points: dots and the strokes of drawn signs are none.
    private static let shortest = 4.0
    /// More rules than any page of tables has.
    private static let most = 6_000

    private typealias Point = (x: Double, y: Double)

    private let bytes: ArraySlice<UInt8>
    private var map = OFDTransform.identity
    private var maps: [OFDTransform] = []
    private var operands: [Double] = []
    private var path: [[Point]] = []
    private var rules: [Rule] = []
    /// How high the paper is, where the page lies on it turned to the left.
    private var turnedHeight: Double?

    /// Returns the rules of each page, in points from the page's upper left corner.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    static func pages(in file: [UInt8]) -> [[Rule]] {
        var pages: [[Rule]] = []
        var at = file.startIndex
        while let start = file[at...].firstRange(of: pageMark) {
            let end = file[start.upperBound...].firstRange(of: pageMark)?.lowerBound ?? file.endIndex
            var page = PostScriptRules(file[start.upperBound..<end])
            pages.append(page.read())
            at = end
        }
        return pages
    }

    private static let pageMark = Array("\n%%Page: ".utf8)
    private static let setupEnd = Array("%%EndPageSetup".utf8)

    private init(_ page: ArraySlice<UInt8>) {
        let setup = page.firstRange(of: Self.setupEnd)
        bytes = page[(setup?.upperBound ?? page.endIndex)...]
        let head = String(decoding: page[..<(setup?.lowerBound ?? page.startIndex)], as: UTF8.self)
        guard head.contains("%%PageOrientation: Landscape"),
            let line = head.split(separator: "\n").first(where: { $0.hasSuffix("cairo_set_page_size") })
        else { return }
        turnedHeight = line.split(separator: " ").dropFirst().first.flatMap { Double($0) }
    }

    // MARK: Reading

    private mutating func read() -> [Rule] {
        var isBase = true
        var at = bytes.startIndex
        while at < bytes.endIndex, rules.count < Self.most {
            let byte = bytes[at]
            switch byte {
            case 0x20, 0x0A, 0x0D, 0x09: at += 1
            case 0x25: at = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex
            case 0x28: at = endOfString(at)
            case 0x3C: at = endOfBrackets(at)
            case 0x5B, 0x5D, 0x7B, 0x7D:
                operands = []
                at += 1
            default:
                let start = at
                while at < bytes.endIndex, !Self.isDelimiter(bytes[at]) { at += 1 }
                if at == start { at += 1 }
                let word = bytes[start..<at]
                if let number = Self.number(word) {
                    if operands.count < 12 { operands.append(number) }
                } else {
                    run(word, &isBase)
                    operands = []
                }
            }
        }
        return rules
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        [0x20, 0x0A, 0x0D, 0x09, 0x25, 0x28, 0x3C, 0x5B, 0x5D, 0x7B, 0x7D].contains(byte)
    }

    /// Behind a string in brackets; a backslash takes the meaning from the character behind it.
    private func endOfString(_ start: Int) -> Int {
        var depth = 0
        var at = start
        while at < bytes.endIndex {
            switch bytes[at] {
            case 0x5C: at += 1
            case 0x28: depth += 1
            case 0x29:
                depth -= 1
                if depth == 0 { return at + 1 }
            default: break
            }
            at += 1
        }
        return bytes.endIndex
    }

    /// Behind a string of digits, or the data of an image between `<~` and `~>`.
    private func endOfBrackets(_ start: Int) -> Int {
        if start + 1 < bytes.endIndex, bytes[start + 1] == 0x7E {
            return bytes[start...].firstRange(of: [0x7E, 0x3E])?.upperBound ?? bytes.endIndex
        }
        return bytes[start...].firstIndex(of: 0x3E).map { $0 + 1 } ?? bytes.endIndex
    }

    private static func number(_ word: ArraySlice<UInt8>) -> Double? {
        guard let first = word.first, (0x30...0x39).contains(first) || first == 0x2D || first == 0x2E else {
            return nil
        }
        return Double(String(decoding: word, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
    }

    // MARK: Operators

    private mutating func run(_ word: ArraySlice<UInt8>, _ isBase: inout Bool) {
        switch String(decoding: word, as: UTF8.self) {
        case "q": if maps.count < 1_000 { maps.append(map) }
        case "Q": map = maps.popLast() ?? map
        case "cm":
            guard operands.count == 6 else { return }
            // The first turns the page over: behind it y grows downwards already.
            if isBase {
                isBase = false
            } else {
                map = OFDTransform(operands).then(map)
            }
        case "m": if let point { path.append([point]) }
        case "l": if let point, !path.isEmpty { path[path.count - 1].append(point) }
        case "c": path.append([])
        case "h": if let last = path.last, let first = last.first { path[path.count - 1].append(first) }
        case "re": addRectangle()
        case "S": stroke()
        case "f", "f*": fill()
        case "n", "W", "W*", "showpage": path = []
        case "rectfill":
            addRectangle()
            fill()
        default: break
        }
    }

    private var point: Point? {
        guard operands.count == 2 else { return nil }
        return place(operands[0], operands[1])
    }

    /// A point on the page, for one who holds it upright.
    private func place(_ x: Double, _ y: Double) -> Point {
        let point = map(x, y)
        if let turnedHeight { return (turnedHeight - point.y, point.x) }
        return point
    }

    private mutating func addRectangle() {
        guard operands.count == 4 else { return }
        let (x, y, width, height) = (operands[0], operands[1], operands[2], operands[3])
        let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
        path.append(corners.map { place($0.0, $0.1) })
    }

    private mutating func stroke() {
        for part in path { for (from, to) in zip(part, part.dropFirst()) { add(from, to) } }
        path = []
    }

    private mutating func fill() {
        for part in path where part.count >= 4 {
            let (left, right) = (part.map(\.x).min() ?? 0, part.map(\.x).max() ?? 0)
            let (top, bottom) = (part.map(\.y).min() ?? 0, part.map(\.y).max() ?? 0)
            if bottom - top <= Self.thickest, right - left > bottom - top {
                add((left, (top + bottom) / 2), (right, (top + bottom) / 2))
            } else if right - left <= Self.thickest {
                add(((left + right) / 2, top), ((left + right) / 2, bottom))
            }
        }
        path = []
    }

    private mutating func add(_ from: Point, _ to: Point) {
        let (width, height) = (abs(from.x - to.x), abs(from.y - to.y))
        guard max(width, height) >= Self.shortest || min(width, height) <= 0.01, max(width, height) > 0.2 else {
            return
        }
        if height <= 0.5, width > height {
            rules.append(
                Rule(axis: .level, position: (from.y + to.y) / 2, start: min(from.x, to.x), end: max(from.x, to.x)))
        } else if width <= 0.5 {
            rules.append(
                Rule(axis: .upright, position: (from.x + to.x) / 2, start: min(from.y, to.y), end: max(from.y, to.y)))
        }
    }
}
