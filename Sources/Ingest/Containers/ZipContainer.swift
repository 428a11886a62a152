import CZipShims

/// A zip archive in memory: the container of office documents and of OFD (GB/T 33190).
///
/// Entries are named, never written anywhere. What a hostile archive could do is bounded by ``Limits``; what the
/// directory says of sizes is checked before anything is expanded, and held against what comes out.
@safe final class ZipContainer {
    /// How much may come out of an archive.
    struct Limits: Sendable {
        /// The most entries of one archive.
        var entryCount = 65_536
        /// The most bytes of one entry.
        var entryByteCount = 256 << 20
        /// The most bytes of all entries that are read.
        var totalByteCount = 512 << 20
        /// How many times larger than stored an entry may become; tried on entries over 1 MB.
        ///
        /// Text of office documents seldom shrinks to less than a fiftieth.
        var expansion = 200
    }

    struct Entry: Sendable {
        /// Its path, with `/` between the parts.
        var name: String
        /// The size of its contents.
        var byteCount: Int
        var storedByteCount: Int
        var isEncrypted: Bool
        fileprivate var index: UInt64
    }

    /// All entries but folders, in the order of the directory.
    let entries: [Entry]

    private let archive: OpaquePointer
    private let path: String
    private let limits: Limits
    private let byName: [String: Int]
    private var readByteCount = 0

    /// Opens an archive.
    ///
    /// - Parameters:
    ///   - bytes: The whole archive.
    ///   - path: The name to report it by.
    /// - Throws: ``IngestError``: no archive, a broken directory, two entries of one name, a name that leaves the archive.
    init(_ bytes: [UInt8], path: String, limits: Limits = Limits()) throws(IngestError) {
        var status = Int32(czip_broken.rawValue)
        // The shim copies the bytes before it returns.
        let opened = unsafe bytes.withUnsafeBufferPointer { buffer -> OpaquePointer? in
            // libzip takes nothing at all for an archive without entries.
            guard ZipContainer.isZip(bytes), let start = buffer.baseAddress else { return nil }
            return unsafe czip_open(start, UInt64(buffer.count), &status)
        }
        guard let opened = unsafe opened else {
            throw ZipContainer.error(status, of: nil, path: path)
        }
        unsafe archive = opened
        self.path = path
        self.limits = limits
        do throws(IngestError) {
            let entries = try unsafe ZipContainer.directory(of: opened, path: path, limits: limits)
            var byName: [String: Int] = [:]
            for (position, entry) in entries.enumerated() {
                if byName.updateValue(position, forKey: entry.name) != nil {
                    throw IngestError(.malformed, path: path, reason: "holds two entries named \(entry.name)")
                }
            }
            self.entries = entries
            self.byName = byName
        } catch {
            unsafe czip_close(opened)
            throw error
        }
    }

    deinit { unsafe czip_close(archive) }

    /// Whether bytes begin as a zip archive does.
    static func isZip(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    /// Whether there is an entry of just this name.
    func contains(_ name: String) -> Bool { byName[name] != nil }

    /// The contents of an entry.
    ///
    /// - Throws: ``IngestError``: no such entry, encrypted, damaged, or more than the limits allow.
    func read(_ name: String) throws(IngestError) -> [UInt8] {
        guard let position = byName[name] else {
            throw IngestError(.malformed, path: path, reason: "the entry \(name) is missing")
        }
        let entry = entries[position]
        guard !entry.isEncrypted else { throw ZipContainer.error(Int32(czip_encrypted.rawValue), of: name, path: path) }
        try check(entry)
        var status: Int32 = 0
        // The shim writes at most the capacity, which is what it is told.
        let contents = unsafe [UInt8](unsafeUninitializedCapacity: entry.byteCount) { buffer, count in
            status = unsafe czip_read(archive, entry.index, buffer.baseAddress, UInt64(entry.byteCount))
            count = status == 0 ? entry.byteCount : 0
        }
        guard status == 0 else { throw ZipContainer.error(status, of: name, path: path) }
        readByteCount += entry.byteCount
        return contents
    }

    private func check(_ entry: Entry) throws(IngestError) {
        let reason: String
        if entry.byteCount > limits.entryByteCount {
            reason = "the entry \(entry.name) has \(entry.byteCount) bytes; the limit is \(limits.entryByteCount)"
        } else if readByteCount + entry.byteCount > limits.totalByteCount {
            reason = "its entries have more than \(limits.totalByteCount) bytes together"
        } else if entry.byteCount > 1 << 20, entry.byteCount / limits.expansion >= max(1, entry.storedByteCount) {
            reason = "the entry \(entry.name) expands more than \(limits.expansion) times"
        } else {
            return
        }
        throw IngestError(.tooLarge, path: path, reason: reason)
    }

    // MARK: Directory

    private static func directory(
        of archive: OpaquePointer, path: String, limits: Limits
    ) throws(IngestError) -> [Entry] {
        let count = unsafe czip_count(archive)
        guard count <= UInt64(limits.entryCount) else {
            throw IngestError(.tooLarge, path: path, reason: "\(count) entries; the limit is \(limits.entryCount)")
        }
        var entries: [Entry] = []
        entries.reserveCapacity(Int(count))
        for index in 0..<count {
            guard let text = unsafe czip_name(archive, index) else {
                throw IngestError(.malformed, path: path, reason: "entry \(index + 1) of the archive has no name")
            }
            let name = unsafe String(cString: text)
            if name.hasSuffix("/") { continue }
            guard isInside(name) else {
                throw IngestError(.malformed, path: path, reason: "the entry name \(name) leads out of the archive")
            }
            var stat = czip_entry()
            let status = unsafe czip_stat(archive, index, &stat)
            guard status == 0, let size = Int(exactly: stat.size), let stored = Int(exactly: stat.stored_size) else {
                throw error(status == 0 ? Int32(czip_broken.rawValue) : status, of: name, path: path)
            }
            entries.append(
                Entry(
                    name: name, byteCount: size, storedByteCount: stored, isEncrypted: stat.is_encrypted, index: index))
        }
        return entries
    }

    /// Whether a name is a plain relative path: no empty, `.` or `..` part, no drive, no backslash.
    private static func isInside(_ name: String) -> Bool {
        guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "\\")), !name.utf8.contains(0) else { return false }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." } && !parts[0].hasSuffix(":")
    }

    private static func error(_ status: Int32, of name: String?, path: String) -> IngestError {
        let subject = name.map { "the entry \($0)" } ?? "the archive"
        switch UInt32(status) {
        case czip_encrypted.rawValue:
            return IngestError(.encrypted, path: path, reason: "\(subject) is locked with a password")
        case czip_unsupported.rawValue:
            return IngestError(.malformed, path: path, reason: "\(subject) is compressed in a way that can't be read")
        case czip_no_memory.rawValue:
            return IngestError(.tooLarge, path: path, reason: "\(subject) does not fit into memory")
        case czip_damaged.rawValue:
            return IngestError(.malformed, path: path, reason: "\(subject) is damaged")
        default:
            return IngestError(.malformed, path: path, reason: "is no zip archive, or its directory is broken")
        }
    }
}
