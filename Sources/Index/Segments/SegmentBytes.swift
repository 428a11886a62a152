import Foundation

/// The bytes of a segment: a file mapped into memory, or an array.
///
/// Every read is checked against the bounds; the pointer stays in this type.
@safe final class SegmentBytes: @unchecked Sendable {
    let count: Int
    private let base: UnsafeMutableRawPointer
    private let isMapped: Bool

    /// Maps a file.
    ///
    /// - Throws: ``ArchiveError`` with the system's message.
    init(mapping url: URL) throws(ArchiveError) {
        let path = url.path(percentEncoded: false)
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(path) }
        defer { close(descriptor) }
        let length = Int(lseek(descriptor, 0, SEEK_END))
        guard length > 0 else { throw ArchiveError(.file, path: path, cause: "empty") }
        guard let mapped = unsafe mmap(nil, length, PROT_READ, MAP_SHARED, descriptor, 0), unsafe mapped != MAP_FAILED else {
            throw .system(path)
        }
        unsafe base = mapped
        count = length
        isMapped = true
    }

    /// Keeps a copy of an array.
    init(_ bytes: [UInt8]) {
        let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
        unsafe bytes.withUnsafeBytes { source in
            if let start = source.baseAddress { unsafe copy.copyMemory(from: start, byteCount: source.count) }
        }
        unsafe base = copy
        count = bytes.count
        isMapped = false
    }

    deinit {
        if isMapped { unsafe munmap(base, count) } else { unsafe base.deallocate() }
    }

    /// The byte at an offset.
    func byte(_ offset: Int) -> UInt8 {
        precondition(offset >= 0 && offset < count, "read past the end of a segment")
        return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
    }

    /// The number stored at an offset in the bytes of its type.
    func fixed<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as type: Number.Type) -> Number {
        precondition(offset >= 0 && offset + MemoryLayout<Number>.size <= count, "read past the end of a segment")
        return Number(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    /// Reads a varint and moves the offset behind it.
    func varint(_ offset: inout Int) -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64 {
            let next = byte(offset)
            offset += 1
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { break }
            shift += 7
        }
        return Int(truncatingIfNeeded: value)
    }

    /// The checksum of the bytes before an offset.
    func checksum(before offset: Int) -> UInt64 {
        precondition(offset >= 0 && offset <= count, "read past the end of a segment")
        let buffer = unsafe UnsafeRawBufferPointer(start: base, count: offset)
        return unsafe Checksum.of(RawSpan(_unsafeBytes: buffer))
    }
}

extension ArchiveError {
    /// A failure of the system's last call.
    static func system(_ path: String) -> ArchiveError {
        ArchiveError(.file, path: path, cause: unsafe String(cString: strerror(errno)))
    }
}
