public import Foundation
public import Index

/// The formats that an archive is exported to.
public struct ExportFormat: Hashable, Sendable, CaseIterable {
    private enum Name: String, CaseIterable { case csv, xlsx, sqlite, ics, akn, jsonld, graphml, markdown, html }
    private let name: Name

    /// A folder of comma-separated values, a file a table, with a data dictionary.
    public static let csv = ExportFormat(name: .csv)
    /// A workbook for spreadsheet programs, a sheet a table.
    public static let xlsx = ExportFormat(name: .xlsx)
    /// A database made for reading.
    public static let sqlite = ExportFormat(name: .sqlite)
    /// A calendar of time limits and days of force.
    public static let ics = ExportFormat(name: .ics)
    /// A folder of Akoma Ntoso 3.0 documents.
    public static let akn = ExportFormat(name: .akn)
    /// Linked data in the words of schema.org and ELI.
    public static let jsonld = ExportFormat(name: .jsonld)
    /// A graph of citations and of units' roles.
    public static let graphml = ExportFormat(name: .graphml)
    /// A folder of reading copies in Markdown.
    public static let markdown = ExportFormat(name: .markdown)
    /// A folder of reading copies in HTML.
    public static let html = ExportFormat(name: .html)

    public static var allCases: [ExportFormat] { Name.allCases.map(ExportFormat.init) }

    /// The name by which the command takes the format.
    public var rawValue: String { name.rawValue }

    public init?(rawValue: String) {
        guard let name = Name(rawValue: rawValue) else { return nil }
        self.name = name
    }

    private init(name: Name) { self.name = name }

    /// Whether the export is a folder rather than one file.
    public var isFolder: Bool { [.csv, .akn, .markdown, .html].contains(self) }
}

/// Writes an archive, or what a query finds in it, in another tool's format.
public struct Exporter {
    public var format: ExportFormat
    /// Whether CSV files begin with a byte order mark.
    public var hasByteOrderMark = false
    /// The unit whose tasks a calendar is of; all where nil.
    public var unit: String?

    public init(_ format: ExportFormat) { self.format = format }

    /// Writes the export.
    ///
    /// A file gets its name, and a folder its manifest, only when all is written.
    ///
    /// - Parameters:
    ///   - archive: What is exported.
    ///   - request: The query whose hits are exported; everything where nil.
    ///   - queryText: The query as the user wrote it, for the manifest.
    ///   - url: The file or folder to write.
    /// - Returns: What was written.
    /// - Throws: ``ExportError``, ``ArchiveError`` or ``SearchCursorError``.
    public func write(
        _ archive: Archive, matching request: SearchRequest? = nil, queryText: String? = nil, to url: URL
    ) throws -> ExportManifest {
        let selection = try ExportSelection(of: archive, query: request)
        var manifest = ExportManifest(
            format: format.rawValue, query: queryText, generation: try archive.generation(), documents: 0, files: [])
        switch format {
        case .csv:
            let options = CSVExport.Options(hasByteOrderMark: hasByteOrderMark)
            (manifest.documents, manifest.files) = try CSVExport.write(selection, to: url, options: options)
        case .xlsx:
            let (documents, files, leftOut) = try XLSXExport.write(selection, to: url)
            (manifest.documents, manifest.files) = (documents, files)
            manifest.leftOut = leftOut.isEmpty ? nil : leftOut
        case .sqlite:
            let base = manifest
            (manifest.documents, manifest.files) = try SQLiteExport.write(selection, to: url) { documents in
                var manifest = base
                manifest.documents = documents
                return manifest
            }
        case .ics:
            let (documents, files, leftOut) = try CalendarExport.write(selection, to: url, unit: unit)
            (manifest.documents, manifest.files) = (documents, files)
            manifest.leftOut = leftOut.isEmpty ? nil : leftOut
        case .akn: (manifest.documents, manifest.files) = try AkomaNtosoExport.write(selection, to: url)
        case .jsonld: (manifest.documents, manifest.files) = try LinkedDataExport.write(selection, to: url)
        case .graphml: (manifest.documents, manifest.files) = try GraphExport.write(selection, to: url)
        case .markdown:
            (manifest.documents, manifest.files) = try ReadingCopies.write(selection, to: url, as: .markdown)
        default: (manifest.documents, manifest.files) = try ReadingCopies.write(selection, to: url, as: .html)
        }
        if format.isFolder {
            let file = try OutputFile(url.appending(path: ExportManifest.fileName))
            try file.write(try manifest.encoded())
            _ = try file.finish()
        }
        return manifest
    }
}
