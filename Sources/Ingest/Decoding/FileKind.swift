/// Kinds of files that are told by their first bytes and that no reader reads.
enum FileKind {
    private static let marks: [(bytes: [UInt8], name: String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        (Array("GIF8".utf8), "a GIF image"),
        ([0x49, 0x49, 0x2A, 0], "a TIFF image"), ([0x4D, 0x4D, 0, 0x2A], "a TIFF image"),
        (Array("BM".utf8), "a bitmap image"),
        (Array("Rar!".utf8), "a RAR archive; unpack it first"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive; unpack it first"),
        ([0x1F, 0x8B], "a gzip archive; unpack it first"), ([0x42, 0x5A, 0x68], "a bzip2 archive; unpack it first"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive; unpack it first"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        (Array("MZ".utf8), "a program"), (Array("SQLite format 3".utf8), "an SQLite database"),
        (Array("%!PS".utf8), "PostScript; save it as PDF"), (Array("OggS".utf8), "a recording"),
        (Array("ID3".utf8), "a recording"),
        (Array("RIFF".utf8), "an image or a recording"), (Array("CAJ".utf8), "a CAJ document; save it as PDF"),
        (Array("Foxmail".utf8), "a mail archive"), (Array("wOFF".utf8), "a font"), ([0, 1, 0, 0, 0], "a font"),
    ]

    /// Returns what a file is, for a person; nil where its first bytes do not tell.
    static func name(of bytes: [UInt8]) -> String? {
        if let mark = marks.first(where: { bytes.starts(with: $0.bytes) }) {
            // Two letters may begin a text too, which has no zero bytes.
            if mark.bytes.count > 2 || bytes.prefix(512).contains(0) || mark.bytes[0] == 0x1F { return mark.name }
        }
        if bytes.count > 12, bytes[4..<8].elementsEqual("ftyp".utf8) { return "a video or an image" }
        if let root = XMLRoot.name(of: bytes), root != "html" { return "XML of a kind that is not known (<\(root)>)" }
        return nil
    }
}
