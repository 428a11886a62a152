import TestSupport
import Testing

@testable import Ingest

@Suite struct ZipContainerTests {
    private func open(_ bytes: [UInt8], _ bounds: ZipContainer.Bounds = .init()) throws(IngestError) -> ZipContainer {
        try ZipContainer(bytes, path: "a.zip", bounds: bounds)
    }

    /// The code of the error that opening and reading all gives.
    private func failure(_ bytes: [UInt8], _ bounds: ZipContainer.Bounds = .init()) -> IngestError.Code? {
        do {
            let zip = try open(bytes, bounds)
            for entry in zip.entries { _ = try zip.read(entry.name) }
            return nil
        } catch {
            return error.code
        }
    }

    @Test(arguments: [ZipWriter.Method.stored, .deflated])
    func entriesAreReadByName(method: ZipWriter.Method) throws {
        var writer = ZipWriter()
        writer.add("word/document.xml", "<公报/>", method)
        writer.add("empty", "", method)
        let zip = try open(writer.bytes)
        #expect(zip.entries.map(\.name) == ["word/document.xml", "empty"])
        #expect(try zip.read("word/document.xml") == Array("<公报/>".utf8))
        #expect(try zip.read("/Word/Document.xml") == Array("<公报/>".utf8))
        #expect(try zip.read("empty") == [])
        #expect(try zip.read("nothing") == nil)
    }

    @Test("backslashes, leading slashes and legacy bytes in names")
    func namesAreMadePlain() throws {
        var writer = ZipWriter()
        writer.add("Doc_0\\Pages\\Page_0\\Content.xml", "1")
        writer.add("/OFD.xml", "2")
        writer.add("./a/../../etc/passwd", "3")
        writer.add([0xB9, 0xAB, 0xB1, 0xA8], packed: [], size: 0, checksum: 0, methodCode: 0)
        let zip = try open(writer.bytes)
        #expect(zip.entries.map(\.name) == ["Doc_0/Pages/Page_0/Content.xml", "OFD.xml", "a/../../etc/passwd", "公报"])
        #expect(try zip.read("a/../../etc/passwd") == Array("3".utf8))
        #expect(!zip.contains("etc/passwd"))
    }

    @Test func aNameThatTwoEntriesHaveIsNoPart() throws {
        var writer = ZipWriter()
        writer.add("a", "1")
        writer.add("a", "2")
        writer.add("b", "3")
        writer.add("B", "4")
        let zip = try open(writer.bytes)
        #expect(throws: IngestError.self) { try zip.read("a") }
        #expect(try zip.read("b") == Array("3".utf8))
        #expect(try zip.read("B") == Array("4".utf8))
    }

    @Test func anEntryBeyondTheRatioIsABomb() {
        var writer = ZipWriter()
        writer.addBomb("a", blocks: 40_000)
        #expect(failure(writer.bytes) == nil)
        #expect(failure(writer.bytes, .init(ratio: 100)) == .tooLarge)
        #expect(failure(writer.bytes, .init(entrySize: 1 << 20)) == .tooLarge)
    }

    @Test func manyEntriesTogetherAreBounded() {
        var writer = ZipWriter()
        for index in 0..<8 { writer.add("\(index)", [UInt8](repeating: 65, count: 1000), .stored) }
        #expect(failure(writer.bytes) == nil)
        #expect(failure(writer.bytes, .init(totalSize: 7_999)) == .tooLarge)
        #expect(failure(writer.bytes, .init(entryCount: 7)) == .tooLarge)
    }

    @Test("the directory tells another size than the entry gives", arguments: [10, 2580, 2582])
    func aLyingDirectoryIsFoundOut(declared: Int) {
        var writer = ZipWriter()
        writer.addBomb("a", blocks: 10, declared: declared)
        #expect(failure(writer.bytes) == .malformed)
    }

    @Test func aWrongChecksumIsFoundOut() {
        var writer = ZipWriter()
        writer.add(Array("a".utf8), packed: [65, 66], size: 2, checksum: 1, methodCode: 0)
        #expect(failure(writer.bytes) == .malformed)
    }

    @Test func lockedAndUnknownEntries() {
        var locked = ZipWriter()
        locked.add(Array("a".utf8), packed: [1, 2, 3], size: 3, checksum: 1, methodCode: 0, isEncrypted: true)
        #expect(failure(locked.bytes) == .encrypted)
        var unknown = ZipWriter()
        unknown.add(Array("a".utf8), packed: [1, 2, 3], size: 3, checksum: 1, methodCode: 97)
        #expect(failure(unknown.bytes) == .malformed)
    }

    @Test func anArchiveCutAnywhereIsAnErrorNeverACrash() {
        var writer = ZipWriter()
        writer.add("a", "some text")
        writer.add("b", "more of it", .stored)
        let bytes = writer.bytes
        #expect(failure(bytes) == nil)
        for count in bytes.indices { #expect(failure(Array(bytes.prefix(count))) == .malformed, "\(count) bytes") }
    }

    @Test func aChangedByteNeverChangesWhatIsReadSilently() {
        var writer = ZipWriter()
        writer.add("a", "some text")
        for index in writer.bytes.indices {
            var bytes = writer.bytes
            bytes[index] ^= 0xFF
            guard let zip = try? open(bytes), let read = try? zip.read("a") else { continue }
            #expect(read == Array("some text".utf8), "byte \(index)")
        }
    }
}
