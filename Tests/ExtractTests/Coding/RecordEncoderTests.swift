import Foundation
import Ingest
import TestSupport
import Testing

@testable import Extract

/// The bytes are those of Foundation's encoder, which other tools have read.
@Suite struct RecordEncoderTests {
    private func expect(_ value: some Encodable, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let compact = String(decoding: try encoder.encode(value), as: UTF8.self)
        #expect(
            String(decoding: try RecordEncoder.encode(value), as: UTF8.self) == compact, sourceLocation: sourceLocation)
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        let pretty = String(decoding: try encoder.encode(value), as: UTF8.self)
        #expect(
            String(decoding: try RecordEncoder.encode(value, .pretty), as: UTF8.self) == pretty,
            sourceLocation: sourceLocation)
    }

    private struct Numbers: Encodable {
        var zebra = [0, 7, 10, -1, 99, 100, .max, .min]
        var apple: [Double] = [0, -0.0, 70, 68.5, 0.1, 1e16, 1e-7, 123456789.25, 1e300]
        var none: Int?
        var bool = true
        var small: [UInt8] = [0, 255]
        var large = UInt64.max
    }

    private struct Nested: Encodable {
        var b: [[String]] = [[], ["x"], ["", "y"]]
        var a: [String: [String: Int]] = ["k": ["z": 1, "a": 2], "": [:]]
        var empty: [Int] = []
        var numbers: [Numbers] = [Numbers()]
        var nothing = Nothing()
        struct Nothing: Encodable {}
    }

    @Test("numbers, arrays in arrays, empty values")
    func shapes() throws {
        try expect(Numbers())
        try expect(Nested())
        try expect([Nested(), Nested()])
        try expect([String]())
        try expect(["一": 1, "a": 2, "B": 3, "aa": 4, "a_b": 5, "aB": 6])
    }

    @Test("every character that has to be escaped, and those that need not be")
    func texts() throws {
        let all = (0..<0x300).compactMap(Unicode.Scalar.init).map(String.init)
        try expect(all)
        try expect([all.joined(), "/\\\"\u{2028}\u{2029}\u{FEFF}𠀀👨‍👩‍👧", "甲\n乙\t丙\u{0}"])
    }

    @Test("a number that JSON has no form for is an error")
    func notANumber() {
        #expect(throws: EncodingError.self) { try RecordEncoder.encode([Double.nan]) }
        #expect(throws: EncodingError.self) { try RecordEncoder.encode([Double.infinity]) }
    }

    @Test("the records of whole gazettes", arguments: ["shenyang-2019-05", "shenyang-2026-03-04"])
    func records(_ name: String) throws {
        let file = Repository.corpus.appending(path: "\(name).txt")
        try expect(Extractor.extract(try GazetteReader().read(contentsOf: file)))
    }

    @Test("records with all optional values")
    func samples() throws {
        var record = SampleRecords.gazette()
        record.documents[0].span.start.page = 7
        record.documents[1].provisions[0].span.end.page = 0
        try expect(record)
    }
}
