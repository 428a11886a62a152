/// Claims compound files (MS-CFB), the container of Word 97 to 2003 and of locked packages.
struct CompoundReader: FormatReader {
    private static let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    func recognises(_ bytes: [UInt8], path: String) -> Bool { bytes.starts(with: Self.mark) }

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        let lock = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        if bytes.firstRange(of: lock) != nil {
            throw IngestError(.encrypted, path: path, reason: "locked with a password; save it without one")
        }
        throw IngestError(
            .malformed, path: path,
            reason: "of Word 97 to 2003 or another old program; save it as .docx, which can be read")
    }
}
