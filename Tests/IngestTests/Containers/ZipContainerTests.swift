import TestSupport
import Testing

@testable import Ingest

struct ZipContainerTests {
    private func archive(_ fill: (inout ZipWriter) -> Void) -> [UInt8] {
        var writer = ZipWriter()
        fill(&writer)
        return writer.bytes()
    }

    /// The error of reading every entry of an archive.
    private func failure(_ bytes: [UInt8], limits: ZipContainer.Limits = .init()) -> IngestError? {
        do throws(IngestError) {
            let container = try ZipContainer(bytes, path: "a.zip", limits: limits)
            for entry in container.entries { _ = try container.read(entry.name) }
            return nil
        } catch {
            return error
        }
    }

    @Test func readsStoredAndDeflatedEntries() throws {
        let bytes = archive {
            $0.add("Doc_0/Document.xml", "公报")
            $0.add("Doc_0/空/", "")
            $0.add("empty", "")
            $0.addZeros("zeros", count: 1000)
        }
        let container = try ZipContainer(bytes, path: "a.zip")
        #expect(container.entries.map(\.name) == ["Doc_0/Document.xml", "empty", "zeros"])
        #expect(try container.read("Doc_0/Document.xml") == Array("公报".utf8))
        #expect(try container.read("empty") == [])
        #expect(try container.read("zeros") == [UInt8](repeating: 0, count: 1000))
        #expect(container.contains("empty"))
        #expect(!container.contains("doc_0/document.xml"))
        #expect(throws: IngestError(.malformed, path: "a.zip", reason: "the entry x is missing")) {
            try container.read("x")
        }
    }

    @Test(arguments: [
        ("twice", ["a", "a"], "holds two entries named a"),
        ("upwards", ["a/../../etc/passwd"], "leads out of the archive"),
        ("from the root", ["/etc/passwd"], "leads out of the archive"),
        ("backslashes", ["a\\b"], "leads out of the archive"),
        ("drive", ["C:/a"], "leads out of the archive"),
    ])
    func refusesNames(why: String, names: [String], reason: String) {
        let error = failure(archive { for name in names { $0.add(name, "x") } })
        #expect(error?.code == .malformed)
        #expect(error?.reason.contains(reason) == true)
    }

    @Test func refusesBombs() {
        let bomb = archive { $0.addZeros("a", count: 2 << 20) }
        #expect(failure(bomb) == nil)
        #expect(failure(bomb, limits: .init(expansion: 100))?.code == .tooLarge)
        #expect(failure(bomb, limits: .init(entryByteCount: 1 << 20))?.code == .tooLarge)
        let many = archive { for index in 0..<5 { $0.addZeros("\(index)", count: 300_000) } }
        #expect(failure(many) == nil)
        #expect(failure(many, limits: .init(totalByteCount: 1_400_000))?.code == .tooLarge)
        #expect(failure(many, limits: .init(entryCount: 4))?.code == .tooLarge)
    }

    @Test func aBombThatClaimsToBeSmallGivesNoMoreThanItClaims() {
        let error = failure(archive { $0.addZeros("a", count: 2 << 20, claimedSize: 10) })
        #expect(error?.code == .malformed)
        #expect(error?.reason == "the entry a is damaged")
    }

    @Test func anEntryThatClaimsToBeLargeIsDamaged() {
        #expect(
            failure(archive { $0.addZeros("a", count: 10, claimedSize: 500_000) })?.reason == "the entry a is damaged")
    }

    @Test func refusesEncryptedEntries() {
        let error = failure(archive { $0.add("a", [UInt8](repeating: 7, count: 40), isEncrypted: true) })
        #expect(error?.code == .encrypted)
    }

    @Test func refusesBrokenDirectories() {
        let bytes = archive { $0.add("a", "text") }
        #expect(failure([])?.code == .malformed)
        #expect(failure(Array("no archive".utf8))?.code == .malformed)
        #expect(failure(Array(bytes.dropLast(30)))?.code == .malformed)
        var damaged = bytes
        // A byte of the contents, behind the header of 30 bytes and the name.
        damaged[32] ^= 0xFF
        #expect(failure(damaged)?.reason == "the entry a is damaged")
    }

    @Test func everyCutAndEveryFlippedByteIsReadOrRefused() {
        let bytes = archive {
            $0.add("a", "text")
            $0.addZeros("b", count: 5000)
        }
        for count in bytes.indices { #expect(failure(Array(bytes[..<count])) != nil) }
        for at in bytes.indices {
            var mutated = bytes
            mutated[at] ^= 0xFF
            // What counts is that it comes back at all, whatever libzip makes of it.
            _ = failure(mutated)
        }
    }
}
