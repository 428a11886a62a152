import Extract
import Foundation
import Ingest
import TestSupport
import Testing

/// The records of a gazette do not depend on the script in which it is printed.
@Suite struct ScriptTests {
    @Test(
        "a gazette in Traditional script, or with Kangxi radicals, gives the same records as in Simplified",
        arguments: ["shenyang-2021-21", "shenyang-2019-05", "shenyang-2026-03-04", "shenyang-2022-12"],
        [0x4E00...0x9FFF, 0x2F00...0x2FD5] as [ClosedRange<UInt32>])
    func sameRecords(_ name: String, _ block: ClosedRange<UInt32>) throws {
        let file = Repository.corpus.appending(path: "\(name).txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        let forms = Self.forms(block)
        let other = text.unicodeScalars.map { forms[$0] ?? $0 }.string
        #expect(other != text)
        let printed = Extractor.extract(try GazetteReader().read(Array(other.utf8), path: name))
        // The letters of the original that are Traditional themselves must not tell the two apart.
        let original = Extractor.extract(try GazetteReader().read(Array(folded(text).utf8), path: name))
        for (one, again) in zip(original.documents, printed.documents) {
            #expect(try json(one, of: original) == json(again, of: printed), "\(one.id)")
        }
        #expect(original.documents.count == printed.documents.count)
    }

    @Test("what is printed stays as printed")
    func printedForms() throws {
        let text = """
            臺北縣人民政府關於印發工作方案的通知

            第三條　加強監督檢查。（責任單位：縣發展改革局、財政局）

            臺北縣人民政府
            2021年10月9日
            """
        let record = Extractor.extract(try GazetteReader().read(Array(text.utf8), path: "text"))
        let document = try #require(record.documents.first)
        #expect(document.title == "臺北縣人民政府關於印發工作方案的通知")
        #expect(document.issuers == ["臺北縣人民政府"])
        #expect(document.tasks.first?.assignments.map(\.unit) == ["縣發展改革局", "縣財政局"])
        #expect(document.tasks.first?.label == "第三條")
        #expect(flat(document.provisions).first?.label == "第三條")
    }

    /// A record as JSON in folded characters, without the digest that ids of unnumbered documents carry.
    private func json(_ record: DocumentRecord, of gazette: GazetteRecord) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        return folded(String(decoding: try encoder.encode(record), as: UTF8.self))
            .replacing(String(gazette.source.sha256.prefix(8)), with: "")
    }

    private func folded(_ text: String) -> String { HanFolding.fold(Array(text.unicodeScalars)).string }

    /// For each folded character a form of it that a block has.
    private static func forms(_ block: ClosedRange<UInt32>) -> [Unicode.Scalar: Unicode.Scalar] {
        var forms: [Unicode.Scalar: Unicode.Scalar] = [:]
        for scalar in block.lazy.compactMap(Unicode.Scalar.init) where HanFolding.fold(scalar) != scalar {
            forms[HanFolding.fold(scalar)] = forms[HanFolding.fold(scalar)] ?? scalar
        }
        return forms
    }
}
