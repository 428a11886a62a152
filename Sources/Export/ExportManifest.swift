public import Foundation

/// What an export wrote: the last thing that it writes, so that an export without one is not whole.
public struct ExportManifest: Codable, Equatable, Sendable {
    /// A file of an export.
    public struct File: Codable, Equatable, Sendable {
        public var name: String
        /// How many rows or entries it has; nil where that says nothing.
        public var rows: Int?
        /// The SHA-256 of its bytes, in hexadecimal.
        public var sha256: String
    }

    public var schema = "gongbao-export/1"
    /// The format, as `--to` names it.
    public var format: String
    /// The query whose hits were exported; nil for the whole archive.
    public var query: String?
    /// The generation of the archive.
    public var generation: Int64
    public var documents: Int
    public var files: [File]
    /// What the format could not take, and how many there were: time limits without a day, for one.
    public var leftOut: [String: Int]?

    enum CodingKeys: String, CodingKey {
        case schema, format, query, generation, documents, files
        case leftOut = "left_out"
    }

    /// The name of the manifest's file in an export of several files.
    public static let fileName = "manifest.json"

    /// The manifest as JSON.
    public func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data("\n".utf8)
    }
}

/// Why an export could not be written.
public struct ExportError: Error, Equatable, Sendable {
    public var path: String
    public var cause: String

    public init(path: String, cause: String) {
        self.path = path
        self.cause = cause
    }

    /// What the system says of its last call.
    static var systemMessage: String { unsafe String(cString: strerror(errno)) }
}
