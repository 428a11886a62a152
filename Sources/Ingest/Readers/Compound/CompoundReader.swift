/// Reads compound files (MS-CFB): documents of Word 97 to 2003 and of WPS, `.doc` and `.wps`, and workbooks of Excel and
/// of WPS, `.xls` and `.et`.
struct CompoundReader: FormatReader {
    func recognises(_ bytes: [UInt8], path: String) -> Bool { bytes.starts(with: CompoundFile.mark) }

    func read(_ bytes: [UInt8], path: String) throws(IngestError) -> SourceText {
        guard let file = CompoundFile(bytes) else {
            let lock = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            if bytes.firstRange(of: lock) != nil {
                throw IngestError(.encrypted, path: path, reason: "locked with a password; save it without one")
            }
            throw IngestError(.malformed, path: path, reason: "its container (MS-CFB) is damaged")
        }
        if file.stream("EncryptedPackage") != nil {
            throw IngestError(.encrypted, path: path, reason: "locked with a password; save it without one")
        }
        if let stream = file.stream("WordDocument") {
            let document = try DOCDocument(stream, file, path: path)
            var lines = DOCText(document).lines()
            lines.measureSizes()
            LetterheadBoxes.join(&lines)
            return SourceText(lines, format: .doc, encoding: "UTF-16LE")
        }
        if let stream = file.stream("Workbook") ?? file.stream("Book") {
            return SourceText(try XLSWorkbook(stream, path: path).lines(), format: .xls, encoding: "UTF-16LE")
        }
        throw IngestError(
            .notText, path: path,
            reason: "of an old program that is not known; save it as .docx, .xlsx or PDF, which can be read")
    }
}
