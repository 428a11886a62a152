import CZipShims

/// A zip archive in memory, whose entries are read one by one and within bounds.
///
/// Names are only names: nothing is ever written to disk, and `../x` is an entry that no part of a document refers to.
/// One value serves one thread.
@safe
final class ZipContainer {
    /// How much may be unpacked, in bytes. What goes beyond is taken for an attack, not for a document.
    struct Bounds {
        var entrySize = 192 << 20
        /// Of all that is read together, so that many entries over the same bytes don't help.
        var totalSize = 384 << 20
        /// Unpacked bytes for each packed one. XML is packed 5 to 60 times; deflate gives up to 1,032.
        var ratio = 250
        /// The size up to which any ratio is harmless.
        var freeSize = 4 << 20
        var entryCount = 100_000
    }

    /// What the archive's directory says of an entry.
    struct Entry {
        /// As stored, but with `/` between folders, and none and no `./` in front.
        var name: String
        var size: Int
        var packedSize: Int
        var isEncrypted: Bool
    }

    /// In the order of the archive's directory; folders among them.
    let entries: [Entry]
    private let path: String
    private let bounds: Bounds
    private var unpackedSize = 0
    private let archive: OpaquePointer
    /// The entries of each name in small letters: archives differ in case between a part and what refers to it.
    private let places: [String: [Int]]

    /// Whether bytes begin as a zip archive with an entry does.
    static func recognises(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// Opens an archive.
    ///
    /// - Parameters:
    ///   - bytes: The whole archive.
    ///   - path: The name to report it by.
    /// - Throws: ``IngestError``: `malformed` where this is no archive or a damaged one.
    init(_ bytes: [UInt8], path: String, bounds: Bounds = Bounds()) throws(IngestError) {
        var status: Int32 = 0
        // The shim copies the bytes, so that none of their pointers outlives this call.
        let opened = unsafe bytes.withUnsafeBufferPointer { buffer -> OpaquePointer? in
            guard let base = buffer.baseAddress else { return nil }
            return unsafe czip_open(base, Int64(buffer.count), &status)
        }
        guard let opened = unsafe opened else {
            throw Self.error(status, path, "the zip archive is damaged or cut short")
        }
        let count = unsafe Int(czip_count(opened))
        var entries: [Entry] = []
        var places: [String: [Int]] = [:]
        for index in 0..<min(count, bounds.entryCount + 1) {
            guard let entry = unsafe Self.entry(index, of: opened) else { continue }
            places[entry.name.lowercased(), default: []].append(entries.count)
            entries.append(entry)
        }
        unsafe archive = opened
        self.entries = entries
        self.places = places
        self.path = path
        self.bounds = bounds
        if count > bounds.entryCount {
            throw IngestError(.tooLarge, path: path, reason: "the zip archive has \(count) entries")
        }
        if entries.count < count { throw broken("the directory of the zip archive") }
    }

    deinit { unsafe czip_close(archive) }

    /// Whether there is an entry of that name.
    func contains(_ name: String) -> Bool { !indices(of: name).isEmpty }

    /// Unpacks an entry.
    ///
    /// - Parameter name: Its name, with `/` between folders; case counts only where it tells two entries apart.
    /// - Returns: Its bytes; nil where there is none of that name.
    /// - Throws: ``IngestError``: `encrypted`; `tooLarge` where it, or all that was read, is beyond the bounds;
    ///   `malformed` where it is damaged, or two entries have the name.
    func read(_ name: String) throws(IngestError) -> [UInt8]? {
        let indices = indices(of: name)
        guard let index = indices.first else { return nil }
        guard indices.count == 1 else {
            throw IngestError(.malformed, path: path, reason: "the zip archive has two entries “\(name)”")
        }
        let entry = entries[index]
        guard !entry.isEncrypted else {
            throw IngestError(.encrypted, path: path, reason: "“\(name)” is locked with a password")
        }
        try admit(entry)
        var status = Int32(CZIP_OK)
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: entry.size) { buffer, count in
            status = unsafe czip_read(archive, Int64(index), buffer.baseAddress, Int64(entry.size))
            // On failure nothing tells how much was written.
            count = status == Int32(CZIP_OK) ? entry.size : 0
        }
        guard status == Int32(CZIP_OK) else { throw Self.error(status, path, "“\(name)” is damaged") }
        return bytes
    }

    /// Holds an entry against the bounds, before anything of it is unpacked.
    private func admit(_ entry: Entry) throws(IngestError) {
        let isInflated = entry.size > bounds.freeSize && entry.size / bounds.ratio > entry.packedSize
        guard entry.size <= bounds.entrySize, !isInflated, unpackedSize + entry.size <= bounds.totalSize else {
            throw IngestError(
                .tooLarge, path: path,
                reason: "“\(entry.name)” unpacks to \(entry.size) bytes from \(entry.packedSize), after \(unpackedSize)"
            )
        }
        unpackedSize += entry.size
    }

    private func indices(of name: String) -> [Int] {
        let name = Self.plain(name)
        let alike = places[name.lowercased()] ?? []
        let exact = alike.filter { entries[$0].name == name }
        return exact.isEmpty ? alike : exact
    }

    private func broken(_ what: String) -> IngestError { Self.error(Int32(CZIP_BROKEN), path, "\(what) is damaged") }

    private static func entry(_ index: Int, of archive: OpaquePointer) -> Entry? {
        var entry = unsafe czip_entry()
        guard unsafe czip_describe(archive, Int64(index), &entry) == Int32(CZIP_OK) else { return nil }
        guard let size = unsafe Int(exactly: entry.size), let packed = unsafe Int(exactly: entry.packed_size) else {
            return nil
        }
        let name = unsafe UnsafeRawBufferPointer(start: entry.name, count: Int(entry.name_size))
        return unsafe Entry(
            name: plain(decoded(Array(name))), size: size, packedSize: packed, isEncrypted: entry.is_encrypted != 0)
    }

    /// A name; archives of Windows tools in China hold names in GB18030.
    private static func decoded(_ bytes: [UInt8]) -> String {
        if let utf8 = String(validating: bytes, as: UTF8.self) { return utf8 }
        guard let decoded = try? TextDecoder.decode(bytes) else { return String(decoding: bytes, as: UTF8.self) }
        return String(String.UnicodeScalarView(decoded.scalars))
    }

    /// A name with `/` between folders, and none and no `./` in front.
    private static func plain(_ name: String) -> String {
        var name = name.replacing("\\", with: "/")[...]
        while name.hasPrefix("/") || name.hasPrefix("./") { name = name[name.index(after: name.startIndex)...] }
        return String(name)
    }

    private static func error(_ status: Int32, _ path: String, _ reason: String) -> IngestError {
        switch status {
        case Int32(CZIP_ENCRYPTED): IngestError(.encrypted, path: path, reason: "locked with a password")
        case Int32(CZIP_NO_MEMORY): IngestError(.tooLarge, path: path, reason: "no memory to unpack it")
        case Int32(CZIP_UNKNOWN_METHOD):
            IngestError(.malformed, path: path, reason: "\(reason): packed by a method that is not known")
        default: IngestError(.malformed, path: path, reason: reason)
        }
    }
}
