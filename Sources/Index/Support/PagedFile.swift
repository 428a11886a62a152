import Foundation
import Synchronization

/// The bytes of a file in pages with checksums: mapped into memory, or an array.
///
/// Pages are held against their checksums when they are first asked for, so that opening takes no time and nothing is
/// believed unseen. Once a page proves damaged, ``isDamaged`` says so and the page reads as missing.
@safe final class PagedFile: @unchecked Sendable {
    static let pageSize = 1 << 12

    let count: Int
    /// All of the bytes; readers ask ``isSound(_:)`` before they read.
    let base: UnsafePointer<UInt8>
    /// The file; nil where the bytes are an array.
    private let descriptor: Int32?
    private let damage = Atomic<Bool>(false)
    /// Where the checksums of the pages begin, which is where the pages end; 0 until it is known.
    private let pagesEnd = Atomic<Int>(0)
    /// For each page whether it was found sound; two threads may find the same page sound at once.
    private let sound: UnsafeMutablePointer<Atomic<Bool>>
    private let soundCount: Int

    /// Maps a file.
    ///
    /// - Throws: ``ArchiveError`` with the system's message.
    convenience init(mapping url: URL) throws(ArchiveError) {
        let path = url.path(percentEncoded: false)
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(path) }
        let length = Int(lseek(descriptor, 0, SEEK_END))
        guard length > 0 else {
            close(descriptor)
            throw ArchiveError(.file, path: path, cause: "empty")
        }
        guard let mapped = unsafe mmap(nil, length, PROT_READ, MAP_SHARED, descriptor, 0), unsafe mapped != MAP_FAILED
        else {
            let failure = ArchiveError.system(path)
            close(descriptor)
            throw failure
        }
        // A list is a few kilobytes; the system would bring in two megabytes for it.
        unsafe madvise(mapped, length, MADV_NOHUGEPAGE)
        unsafe self.init(mapped, count: length, descriptor: descriptor)
    }

    /// Keeps a copy of an array.
    convenience init(_ bytes: [UInt8]) {
        let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
        unsafe bytes.withUnsafeBytes { source in
            if let start = source.baseAddress { unsafe copy.copyMemory(from: start, byteCount: source.count) }
        }
        unsafe self.init(copy, count: bytes.count, descriptor: nil)
    }

    private init(_ memory: UnsafeMutableRawPointer, count: Int, descriptor: Int32?) {
        unsafe base = UnsafePointer(memory.assumingMemoryBound(to: UInt8.self))
        self.count = count
        self.descriptor = descriptor
        let pages = count / Self.pageSize + 1
        soundCount = pages
        unsafe sound = .allocate(capacity: pages)
        for page in 0..<pages { unsafe (sound + page).initialize(to: Atomic(false)) }
    }

    deinit {
        unsafe sound.deinitialize(count: soundCount)
        unsafe sound.deallocate()
        let memory = unsafe UnsafeMutableRawPointer(mutating: base)
        if let descriptor {
            unsafe munmap(memory, count)
            close(descriptor)
        } else {
            unsafe memory.deallocate()
        }
    }

    /// Where the pages end.
    private var end: Int { pagesEnd.load(ordering: .relaxed) }

    /// Whether a damaged page was met.
    var isDamaged: Bool { damage.load(ordering: .relaxed) }

    /// Notes that something in the file can't be right.
    func noteDamage() { damage.store(true, ordering: .relaxed) }

    /// Takes in where the checksums are, and checks them; false where they are damaged.
    func findChecksums(at offset: Int) -> Bool {
        let pages = (offset + Self.pageSize - 1) / Self.pageSize
        guard offset > 0, offset + pages * 8 + 8 == count else { return false }
        guard checksum(offset..<offset + pages * 8) == number(at: offset + pages * 8, as: UInt64.self) else {
            return false
        }
        pagesEnd.store(offset, ordering: .relaxed)
        return true
    }

    /// Whether a stretch lies in the file and its pages are as they were written.
    func isSound(_ range: Range<Int>) -> Bool {
        guard range.lowerBound >= 0, range.upperBound <= end else {
            noteDamage()
            return false
        }
        guard !range.isEmpty else { return true }
        let pages = range.lowerBound / Self.pageSize...(range.upperBound - 1) / Self.pageSize
        for page in pages where !isKnown(page) {
            guard check(page) else {
                noteDamage()
                return false
            }
            unsafe sound[page].store(true, ordering: .relaxed)
        }
        return true
    }

    private func isKnown(_ page: Int) -> Bool { unsafe sound[page].load(ordering: .relaxed) }

    /// Copies a page without touching the mapping, and checks it if it wasn't checked before.
    ///
    /// - Parameter target: Room for a page.
    /// - Returns: Whether it is as it was written.
    func copy(page: Int, into target: UnsafeMutableRawPointer) -> Bool {
        let start = page * Self.pageSize
        let count = min(Self.pageSize, end - start)
        guard start >= 0, count > 0 else {
            noteDamage()
            return false
        }
        if let descriptor {
            var done = 0
            while done < count {
                let read = unsafe pread(descriptor, target + done, count - done, off_t(start + done))
                if read < 0, errno == EINTR { continue }
                guard read > 0 else {
                    noteDamage()
                    return false
                }
                done += read
            }
        } else {
            unsafe target.copyMemory(from: base + start, byteCount: count)
        }
        if !isKnown(page) {
            let bytes = unsafe UnsafeRawBufferPointer(start: target, count: count)
            guard unsafe Checksum.of(RawSpan(_unsafeBytes: bytes)) == number(at: end + page * 8, as: UInt64.self)
            else {
                noteDamage()
                return false
            }
            unsafe sound[page].store(true, ordering: .relaxed)
        }
        return true
    }

    /// How many pages the file has.
    var pageCount: Int { (end + Self.pageSize - 1) / Self.pageSize }

    /// The pages that are not as they were written.
    func damagedPages() -> [Int] {
        (0..<pageCount).filter { !check($0) }
    }

    /// The number stored at an offset; the place must have been found sound, or be part of the head.
    func number<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as type: Number.Type) -> Number {
        precondition(offset >= 0 && offset + MemoryLayout<Number>.size <= count, "read past the end of a file")
        return unsafe Number(
            littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    private func check(_ page: Int) -> Bool {
        let start = page * Self.pageSize
        return checksum(start..<min(start + Self.pageSize, end)) == number(at: end + page * 8, as: UInt64.self)
    }

    private func checksum(_ range: Range<Int>) -> UInt64 {
        let buffer = unsafe UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
        return unsafe Checksum.of(RawSpan(_unsafeBytes: buffer))
    }
}

extension ArchiveError {
    /// A failure of the system's last call.
    static func system(_ path: String) -> ArchiveError {
        ArchiveError(.file, path: path, cause: unsafe String(cString: strerror(errno)))
    }
}
