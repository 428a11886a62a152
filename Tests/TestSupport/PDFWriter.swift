/// Writes PDF files for tests: text at places of pages, in a font whose codes are Unicode.
public struct PDFWriter: Sendable {
    /// A text with the place of its first character, in points from the lower left corner.
    public struct Text: Sendable {
        public var x: Double
        public var y: Double
        public var text: String
        /// Of the font, in points; nil as the writer has it.
        public var size: Double?
        /// Whether it runs upwards.
        public var isSideways: Bool

        public init(_ text: String, x: Double, y: Double, size: Double? = nil, isSideways: Bool = false) {
            self.x = x
            self.y = y
            self.text = text
            self.size = size
            self.isSideways = isSideways
        }
    }

    private var pages: [[Text]] = []
    /// Contents of pages as they are, by the number of the page from 0.
    private var drawings: [Int: String] = [:]
    /// The size of the font, in points.
    public var size = 10.0
    /// What stands in the trailer besides its usual entries.
    public var trailer = ""

    public init() {}

    public mutating func addPage(_ texts: [Text]) { pages.append(texts) }

    /// A page of graphics, in the operators of PDF.
    public mutating func addPage(drawing: String) {
        drawings[pages.count] = drawing
        pages.append([])
    }

    /// A page of lines from the top, 14 points apart; leading blanks are half a character wide, empty lines stay empty.
    public mutating func addPage(lines: [String]) {
        addPage(
            lines.enumerated().compactMap { index, line in
                let blanks = line.prefix { $0 == " " }.count
                let text = String(line.dropFirst(blanks))
                return text.isEmpty ? nil : Text(text, x: 50 + Double(blanks) * size / 2, y: 790 - 14 * Double(index))
            })
    }

    public func bytes() -> [UInt8] {
        var objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count \(pages.count)/Kids[\(pages.indices.map { "\(6 + 2 * $0) 0 R" }.joined(separator: " "))]>>",
            "<</Type/Font/Subtype/Type0/BaseFont/Test/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Test/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W[32 126 500]>>",
        ]
        let map =
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap /CMapName/T def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            + "100 beginbfrange\n"
            + (0..<256).map { high in
                let code = Self.hex(UInt16(high))
                return "<\(code)00> <\(code)FF> <\(code)00>"
            }.joined(separator: "\n") + "\nendbfrange endcmap end end"
        objects.append("<</Length \(map.utf8.count)>>stream\n\(map)\nendstream")
        for (index, page) in pages.enumerated() {
            let contents =
                drawings[index]
                ?? page.map { text in
                    let codes = text.text.utf16.map { Self.hex($0 >> 8) + Self.hex($0 & 0xFF) }.joined()
                    let turn = text.isSideways ? "0 1 -1 0" : "1 0 0 1"
                    return "BT /F \(text.size ?? size) Tf \(turn) \(text.x) \(text.y) Tm <\(codes)> Tj ET"
                }.joined(separator: "\n")
            objects.append(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents \(7 + 2 * index) 0 R>>"
            )
            objects.append("<</Length \(contents.utf8.count)>>stream\n\(contents)\nendstream")
        }
        var file = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        file += "trailer<</Size \(objects.count + 1)/Root 1 0 R\(trailer)>>\nstartxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }

    /// Two hexadecimal digits.
    private static func hex(_ byte: UInt16) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }
}
