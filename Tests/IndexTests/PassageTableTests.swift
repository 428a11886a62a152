import Extract
import Foundation
import TestSupport
import Testing

@testable import Index

/// What is stored of passages gives the passages back.
@Suite struct PassageTableTests {
    private func check(_ document: DocumentRecord) throws {
        let normalizer = try Normalizer.shared()
        let json = try RecordEncoder.encode(document)
        let passages = Passage.all(of: document)
        let made = try PreparedDocument(document, issueYear: nil, normalizer: normalizer)
        let table = PassageTable(made.passages)
        #expect(table.entries.count == passages.count)
        for (entry, passage) in zip(table.entries, passages) {
            #expect(entry.type == passage.type)
            #expect(entry.number == passage.number)
            #expect(entry.parent == passage.parent)
            #expect(table.label(of: entry) == passage.label.map { LabelKey.of($0, normalizer: normalizer) } ?? "")
            let content =
                switch passage.origin {
                case .element: PassageContent(elementAt: entry.start, in: json)
                case .provision: PassageContent(provisionAt: entry.head, in: json)
                case .table: PassageContent(tableAt: entry.start, in: json)
                }
            #expect(content.text == passage.text)
            #expect(content.emphasis == passage.emphasis)
            #expect(content.label == passage.label && content.id == passage.provision)
            #expect(content.line == passage.span.start.line && content.column == passage.span.start.column)
            if case .provision = passage.origin {
                let whole = try JSONDecoder().decode(Provision.self, from: Data(json[entry.start..<entry.end]))
                #expect(whole.id == passage.provision)
            }
        }
        for kind in RecordMap.Kind.allCases {
            for row in made.records[kind] ?? [] {
                let part = json[row.place]
                #expect(part.first == UInt8(ascii: "{") && part.last == UInt8(ascii: "}"))
            }
        }
    }

    @Test func samples() throws {
        for document in SampleRecords.gazette().documents { try check(document) }
    }

    @Test("escapes, empty provisions, tables, braces in texts")
    func corners() throws {
        var document = DocumentRecord(id: "x", title: "甲\u{0}\"乙\\", span: SampleRecords.span(1, to: 9))
        document.elements = [ElementRecord(element: .title, text: "}{\"]\\\n\u{1}", span: SampleRecords.span(1))]
        var root = Provision(id: "x/a", level: .heading, depth: 1, span: SampleRecords.span(2))
        root.children = [
            Provision(
                id: "x/a/b", level: .item, depth: 2, label: "（一）", number: 1, heading: "\"]}\"", text: "\\\\",
                children: [
                    Provision(id: "x/a/b/c", level: .subitem, depth: 3, text: "末\u{0}", span: SampleRecords.span(4))
                ], span: SampleRecords.span(3))
        ]
        document.provisions = [root]
        document.tables = [
            TableRecord(
                caption: "表1", measure: nil, header: ["甲", "乙"], rows: [["1", ""], [], ["\"", "]"]],
                span: SampleRecords.span(6)),
            TableRecord(caption: nil, measure: nil, header: [], rows: [], span: SampleRecords.span(7)),
        ]
        try check(document)
    }

    @Test("every type of passage has a code of its own")
    func codes() {
        for type in PassageType.allCases where !type.isRecord { #expect(PassageType(code: type.code) == type) }
    }

    @Test("bytes that are no table, or no JSON, lead nowhere")
    func damage() throws {
        let made = try PreparedDocument(
            SampleRecords.gazette().documents[0], issueYear: nil, normalizer: try Normalizer.shared())
        var random = SeededGenerator(seed: 11)
        for _ in 0..<2_000 {
            var bytes = made.passages
            for _ in 0..<3 {
                bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
            }
            let table = PassageTable(bytes)
            table.forEach { _, entry in
                _ = table.label(of: entry)
                return true
            }
            _ = AssignmentTable(bytes)
            _ = RecordMap(of: bytes)
        }
        let json = try RecordEncoder.encode(SampleRecords.gazette().documents[0])
        for end in stride(from: 0, to: json.count, by: 7) {
            let map = RecordMap(of: Array(json[..<end]))
            for place in map.provisions { _ = PassageContent(provisionAt: place.head, in: Array(json[..<end])) }
        }
    }

    @Test("a record in parts is the record", arguments: [0, 1, 100, RecordParts.size, RecordParts.size * 3 + 17])
    func parts(count: Int) {
        var random = SeededGenerator(seed: 5)
        for isRandom in [false, true] {
            let bytes = (0..<count).map { _ in isRandom ? UInt8.random(in: 0...255, using: &random) : 65 }
            let parts = RecordParts.cut(bytes)
            #expect(parts.flatMap { RecordParts.expand($0.bytes, size: $0.size) ?? [] } == bytes)
            for part in parts where part.bytes.count < part.size {
                #expect(RecordParts.expand(part.bytes.dropLast().map(\.self), size: part.size) == nil)
            }
        }
    }
}
