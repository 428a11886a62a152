public struct DocumentNumber: Hashable, Sendable {
    public var text: String
    public var agency: String?
    public var year: Int?
    public var serial: Int?
    public var isOrder: Bool
    public init?(line: [Unicode.Scalar]) {
        let t = line.filter { !$0.isBlank }
        guard let f = DocumentNumber.find(in: t).first, f.range == 0..<t.count else { return nil }
        self = f.number
    }
    init(text: String, agency: String?, year: Int?, serial: Int?) { self.text = text; self.agency = agency; self.year = year; self.serial = serial; isOrder = false }
    public static func find(in text: [Unicode.Scalar]) -> [(range: Range<Int>, number: DocumentNumber)] {
        var out: [(Range<Int>, DocumentNumber)] = []
        var i = 0
        while i < text.count {
            if "〔[［（(".unicodeScalars.contains(text[i]), let (y, e) = Numeral.scan(text, at: i + 1), (1900...2100).contains(y), e < text.count, "〕]］）)".unicodeScalars.contains(text[e]) {
                var s = e + 1
                while s < text.count, text[s].isBlank { s += 1 }
                if let (n, e2) = Numeral.scanArabic(text, at: s), e2 < text.count, text[e2] == "号" {
                    var b = i
                    while b > 0, text[b - 1].isHan { b -= 1 }
                    if b < i { out.append((b..<e2 + 1, DocumentNumber(text: text[b..<i].string + "〔\(y)〕\(n)号", agency: text[b..<i].string, year: y, serial: n))) }
                    i = e2
                }
            }
            i += 1
        }
        return out.map { (range: $0.0, number: $0.1) }
    }
}
