/// The text of a file that stands inside another: a chunk of a word-processing document, the body of a message.
enum EmbeddedText {
    /// Returns the lines of a file, by what its bytes are: a web archive, a page, RTF, a document of Word, or plain text.
    ///
    /// - Parameter depth: How deep further files may lie in it.
    static func lines(of bytes: [UInt8], path: String, depth: Int) throws(IngestError) -> [FlowLine] {
        if MIMEReader.isMessage(bytes), depth > 0 {
            guard let body = MIMEMessage(bytes).body else { return [] }
            return try lines(of: body.text, path: path, depth: depth - 1)
        }
        if ZipContainer.isZip(bytes) || WordXML.recognises(bytes) {
            return try DOCXReader.lines(of: bytes, path: path, depth: depth).lines
        }
        if RTFReader.isRTF(bytes) {
            var text = RTFText(bytes)
            return text.read()
        }
        let decoded = try TextReader().decode(bytes, path: path)
        if HTMLReader().recognises(bytes, path: "a.html") {
            let tree: MarkupTree
            do {
                tree = try MarkupParser.parse(Array(decoded.scalars.string.utf8), as: .html)
            } catch {
                throw IngestError(.malformed, path: path, line: error.line, reason: error.reason)
            }
            return PageLines(tree).flow
        }
        return LineSplitter.lines(of: decoded.scalars).map { FlowLine(scalars: $0.scalars) }
    }
}

extension PageLines {
    /// The lines of a page that is all document, as lines that flow.
    var flow: [FlowLine] {
        lines.map { line in
            var style = line.style
            style.relativeSize = line.size.map { $0 * 1.5 }
            return FlowLine(
                scalars: line.row == nil ? line.scalars : [], style: style,
                row: line.row.map { FlowLine.Row(table: $0.table, cells: $0.cells) })
        }
    }
}
