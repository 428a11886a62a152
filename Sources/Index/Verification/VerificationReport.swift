/// What was found wrong with the files of an archive.
public struct VerificationReport: Codable, Equatable, Sendable {
    /// A file that was read from its first byte to its last.
    public struct CheckedFile: Codable, Equatable, Sendable {
        /// From the archive's directory on.
        public var path: String
        /// In bytes.
        public var size: Int
    }

    public struct Problem: Codable, Equatable, Sendable {
        public enum Kind: String, Codable, Sendable {
            /// The records can't be read: nothing is made good by itself, since they are the only copy.
            case records
            /// A table that is made of the records is not what they say; `gongbao upgrade --anew` makes it of them again.
            case derived
            /// A file of the index is missing or damaged: the next search makes it anew.
            case index
        }

        public var kind: Kind
        /// The file, from the archive's directory on.
        public var file: String
        /// Where in the file: a page, a table, a document.
        public var place: String?
        public var message: String
    }

    public var files: [CheckedFile] = []
    public var sources = 0
    public var documents = 0
    public var passages = 0
    /// Whether the index is behind the records; the next search catches up.
    public var isIndexBehind = false
    public var problems: [Problem] = []
}
