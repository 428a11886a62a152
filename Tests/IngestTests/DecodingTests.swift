import Foundation
import Ingest
import Testing

/// One line, as the encodings have it: 川办发〔2023〕15号.
private let sample = "川办发〔2023〕15号\n"
private let gb18030: [UInt8] = [
    0xB4, 0xA8, 0xB0, 0xEC, 0xB7, 0xA2, 0xA1, 0xB2, 0x32, 0x30, 0x32, 0x33, 0xA1, 0xB3, 0x31, 0x35, 0xBA, 0xC5, 0x0A,
]

@Suite struct DecodingTests {
    private func encoding(_ bytes: [UInt8]) throws -> (String, String) {
        let issue = try GazetteReader().read(bytes, path: "sample.txt")
        return (issue.source.encoding, issue.lines[0].text.string)
    }

    @Test("UTF-8 with and without a mark")
    func utf8() throws {
        #expect(try encoding(Array(sample.utf8)) == ("UTF-8", "川办发〔2023〕15号"))
        #expect(try encoding([0xEF, 0xBB, 0xBF] + Array(sample.utf8)) == ("UTF-8 (BOM)", "川办发〔2023〕15号"))
    }

    @Test("UTF-16 of both byte orders, with and without a mark", arguments: [true, false], [true, false])
    func utf16(isLittle: Bool, hasMark: Bool) throws {
        let units = (hasMark ? [0xFEFF] : []) + Array(sample.utf16)
        let bytes = units.flatMap { unit -> [UInt8] in
            let low = UInt8(unit & 0xFF)
            let high = UInt8(unit >> 8)
            return isLittle ? [low, high] : [high, low]
        }
        #expect(try encoding(bytes) == (isLittle ? "UTF-16LE" : "UTF-16BE", "川办发〔2023〕15号"))
    }

    @Test("a single line of GB18030")
    func oneLineOfGB18030() throws {
        #expect(try encoding(gb18030) == ("GB18030", "川办发〔2023〕15号"))
    }

    @Test("a byte that ends valid UTF-8 is named with its offset and line")
    func damagedUTF8() throws {
        let bytes = Array("沈阳市人民政府办公室关于印发方案的通知\n第二行".utf8) + [0xFF] + Array("后文".utf8)
        let error = try #require(throws: IngestError.self) { try GazetteReader().read(bytes, path: "bad.txt") }
        #expect(error.code == .undecodable)
        #expect(error.byteOffset == Array("沈阳市人民政府办公室关于印发方案的通知\n第二行".utf8).count)
        #expect(error.line == 2)
        #expect(error.description.contains("bad.txt:2"))
    }

    @Test("what is no text is refused")
    func binary() throws {
        let error = try #require(throws: IngestError.self) {
            try GazetteReader().read([0x89, 0x50, 0x4E, 0x47, 0, 0, 1, 2], path: "a.png")
        }
        #expect(error.code == .notText || error.code == .undecodable)
        #expect(error.byteOffset != nil)
    }

    @Test("an empty file is refused", arguments: [[], [0x20, 0x0A]] as [[UInt8]])
    func empty(_ bytes: [UInt8]) throws {
        let error = try #require(throws: IngestError.self) { try GazetteReader().read(bytes, path: "empty.txt") }
        #expect(error.code == .empty)
    }

    @Test("line ends of all three kinds count the same")
    func lineEnds() throws {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["一、总体要求", "二、重点任务", "三、保障措施"].joined(separator: end) + end
            let issue = try GazetteReader().read(Array(text.utf8), path: "a.txt")
            #expect(issue.lines.count == 3)
        }
    }
}
