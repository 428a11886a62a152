/// A file that holds others: a zip archive without a document of its own, or a message with files attached.
public struct FileBundle {
    /// The names of the files in it, in order.
    public let names: [String]
    private let source: Source

    private enum Source {
        case zip(ZipContainer)
        case message([MIMEMessage.Part])
    }

    /// - Parameter path: The name to report it by.
    /// - Returns: nil for bytes that hold no files of their own.
    public init?(_ bytes: [UInt8], path: String) {
        if ZipContainer.isZip(bytes), !GazetteReader().isDocument(bytes, path: path),
            let zip = try? ZipContainer(bytes, path: path)
        {
            names = zip.entries.map(\.name)
            source = .zip(zip)
        } else if MIMEReader.isMessage(bytes) {
            let files = MIMEMessage(bytes).files
            guard !files.isEmpty else { return nil }
            names = files.map { $0.fileName ?? "" }
            source = .message(files)
        } else {
            return nil
        }
    }

    /// Returns the bytes of a file in it.
    ///
    /// - Throws: ``IngestError``: there is none of that name, or it is locked, damaged or too large.
    public func read(_ name: String) throws(IngestError) -> [UInt8] {
        switch source {
        case .zip(let zip): return try zip.read(name)
        case .message(let files):
            guard let file = files.first(where: { $0.fileName == name }) else {
                throw IngestError(.unreadable, path: name, reason: "the message has no such file")
            }
            return file.bytes
        }
    }
}
