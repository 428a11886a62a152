/// Why an archive could not be opened, read or written.
///
/// Only the command and the server turn it into text for people.
public struct ArchiveError: Error, Equatable, Sendable {
    /// What went wrong.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Name: String {
            case notFound, notAnArchive, unsupportedVersion, locked, readOnly, database, file, icu
        }
        private let name: Name

        /// There is nothing at the path.
        public static let notFound = Code(name: .notFound)
        /// What is at the path is no archive.
        public static let notAnArchive = Code(name: .notAnArchive)
        /// A later version of the program wrote the archive.
        public static let unsupportedVersion = Code(name: .unsupportedVersion)
        /// Another process is writing to the archive.
        public static let locked = Code(name: .locked)
        /// The archive was opened for reading only.
        public static let readOnly = Code(name: .readOnly)
        /// SQLite failed; the cause has its message.
        public static let database = Code(name: .database)
        /// A file could not be read or written; the cause has the system's message.
        public static let file = Code(name: .file)
        /// ICU failed, for want of its data.
        public static let icu = Code(name: .icu)

        public var description: String { name.rawValue }
    }

    public var code: Code
    /// The file or directory concerned; nil where there is none.
    public var path: String?
    /// What a library or the system said of it.
    public var cause: String?

    public init(_ code: Code, path: String? = nil, cause: String? = nil) {
        self.code = code
        self.path = path
        self.cause = cause
    }
}
