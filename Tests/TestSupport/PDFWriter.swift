/// Writes small PDF files: text in a standard Chinese font that is not embedded, at given places.
///
/// The font is one of Adobe's Simplified Chinese collection, in which Latin letters and digits are half as wide as the
/// rest. Lengths are points; unlike in the format itself, y runs from the page's upper edge down to the baseline.
public struct PDFWriter: Sendable {
    /// A line of text on a page.
    public struct Text: Sendable {
        public var x: Double
        public var y: Double
        public var size: Double
        public var string: String
        /// Whether it runs upwards.
        public var isRotated: Bool

        public init(_ string: String, x: Double, y: Double, size: Double = 12, isRotated: Bool = false) {
            (self.string, self.x, self.y, self.size, self.isRotated) = (string, x, y, size, isRotated)
        }

        /// How wide it prints.
        public var width: Double { PDFWriter.width(of: string, size: size) }
    }

    /// A4.
    public static let pageWidth = 595.0
    public static let pageHeight = 842.0

    public var pages: [[Text]]

    public init(pages: [[Text]]) { self.pages = pages }

    public static func width(of string: String, size: Double) -> Double {
        string.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2000 ? size / 2 : size) }
    }

    /// The file.
    public var bytes: [UInt8] {
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "",
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
            """
            << /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500]
            /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>
            """,
            """
            << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0
            /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>
            """,
        ]
        var kids: [String] = []
        for page in pages {
            let content = "BT\n" + page.map(Self.operators).joined() + "ET"
            objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
            objects.append(
                """
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 \(Self.pageWidth) \(Self.pageHeight)]
                /Contents \(objects.count) 0 R /Resources << /Font << /F1 3 0 R >> >> >>
                """)
            kids.append("\(objects.count) 0 R")
        }
        objects[1] = "<< /Type /Pages /Count \(kids.count) /Kids [\(kids.joined(separator: " "))] >>"
        return Self.file(of: objects)
    }

    private static func operators(of text: Text) -> String {
        let hex = text.string.utf16.map { unit in
            let digits = String(unit, radix: 16)
            return String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
        let turn = text.isRotated ? "0 1 -1 0" : "1 0 0 1"
        return "/F1 \(text.size) Tf \(turn) \(text.x) \(pageHeight - text.y) Tm <\(hex)> Tj\n"
    }

    private static func file(of objects: [String]) -> [UInt8] {
        var file = "%PDF-1.4\n"
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        var offset = file.utf8.count
        for (index, object) in objects.enumerated() {
            let text = "\(index + 1) 0 obj\n\(object)\nendobj\n"
            let digits = String(offset)
            table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
            offset += text.utf8.count
            file += text
        }
        file += table
        file += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(offset)\n%%EOF\n"
        return Array(file.utf8)
    }
}
