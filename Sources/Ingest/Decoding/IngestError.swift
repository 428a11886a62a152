/// Why a file could not be read.
public struct IngestError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of failure; more may come.
    public struct Code: Hashable, Sendable {
        enum Kind: String { case unreadable, undecodable, notText, empty, tooLarge, malformed, encrypted, needsTool }
        let kind: Kind
        /// The name of the kind, such as `malformed`.
        public var name: String { kind.rawValue }
        /// The file could not be opened or read.
        public static let unreadable = Code(kind: .unreadable)
        /// A byte sequence belongs to none of the encodings tried.
        public static let undecodable = Code(kind: .undecodable)
        /// The bytes are no text at all.
        public static let notText = Code(kind: .notText)
        /// Nothing but white space.
        public static let empty = Code(kind: .empty)
        /// More bytes than one file may have.
        public static let tooLarge = Code(kind: .tooLarge)
        /// Broken beyond reading: a damaged container, or parts that its format requires are missing.
        public static let malformed = Code(kind: .malformed)
        /// Locked with a password.
        public static let encrypted = Code(kind: .encrypted)
        /// A program that this format is read with is not installed.
        public static let needsTool = Code(kind: .needsTool)
    }
    public var code: Code
    /// The file's path as given.
    public var path: String
    /// The offset of the first byte that can't be read, from 0; nil where no byte is to blame.
    public var byteOffset: Int?
    /// The line on which that byte stands, from 1.
    public var line: Int?
    public var reason: String

    public init(_ code: Code, path: String, byteOffset: Int? = nil, line: Int? = nil, reason: String) {
        self.code = code
        self.path = path
        self.byteOffset = byteOffset
        self.line = line
        self.reason = reason
    }

    public var description: String {
        var place = path
        if let line { place += ":\(line)" }
        if let byteOffset { place += " (byte \(byteOffset))" }
        return "\(place): \(reason)"
    }
}
