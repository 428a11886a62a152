import Foundation
import TestSupport
import Testing

@testable import Ingest

/// One letter and one sheet, saved in every format by programs that people use.
@Suite struct FormatFilesTests {
    private static let folder = Repository.root.appending(path: "Tests/IngestTests/Fixtures/Formats")

    static func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appending(path: name))) }

    private func read(_ name: String) throws -> Ingest.Issue { try GazetteReader().read(Self.bytes(name), path: name) }

    @Test(
        "a letter is the same in every format",
        arguments: ["letter.doc", "letter.rtf", "letter.odt", "letter.docx", "letter.html", "letter.pdf"])
    func letter(_ name: String) throws {
        let issue = try read(name)
        let document = try #require(issue.documents.first)
        #expect(issue.documents.count == 1)
        #expect(document.number?.value.text == "东川政发〔2024〕12号")
        #expect(document.title.string == "东川市人民政府关于印发供水任务分工表的通知")
        let text = document.blocks.filter { $0.element == .body }.map { $0.text.scalars.filter { !$0.isBlank }.string }
        #expect(text == ["现将《供水任务分工表》印发给你们，请认真贯彻执行。"])
        let table = try #require(issue.tables.first)
        #expect(
            table.texts.map { $0.map(\.string) } == [
                ["序号", "类别", "工作任务", "牵头单位"], ["1", "工程", "新建水厂2座，年底前建成供水，完善调度运行机制。", "市水务局"],
                ["2", "工程", "改造管网30公里。", "市住房城乡建设局"], ["合计", "合计", "2项", "—"],
            ])
        #expect(table.rows[2][1].continuesAbove && table.rows[3][1].continuesBefore)
        #expect(table.headerRowCount == 1)
    }

    @Test(
        "what the format knows of the setting reaches the line",
        arguments: ["letter.doc", "letter.rtf", "letter.odt", "letter.docx", "letter.html"])
    func style(_ name: String) throws {
        let lines = try read(name).lines.filter { !$0.isBlank }
        let title = try #require(lines.first { $0.text.string.hasSuffix("通知") }?.style)
        #expect(title.isCentred)
        let date = try #require(lines.first { $0.text.string == "2024年3月15日" }?.style)
        #expect(date.isRightSet)
        if name != "letter.doc" { #expect(title.headingLevel == 1) }
    }

    @Test("places of a PDF are those of its page")
    func places() throws {
        let lines = try read("letter.pdf").lines.filter { !$0.isBlank }
        let boxes = lines.compactMap(\.style?.box)
        #expect(boxes.count == lines.count)
        #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0.top < $1.top })
        #expect(lines.first { $0.text.string.hasSuffix("通知") }?.style?.relativeSize == 2)
        #expect(lines.first { $0.text.string == "2024年3月15日" }?.style?.isRightSet == true)
    }

    @Test("a sheet is a table, the lines above it are text", arguments: ["sheet.xls", "sheet.xlsx"])
    func sheet(_ name: String) throws {
        let issue = try read(name)
        #expect(issue.lines.prefix(2).map(\.text.string) == ["东川市供水任务分工表", "单位：个"])
        #expect(
            issue.tables.first?.texts.map { $0.map(\.string) } == [
                ["序号", "工作任务", "牵头单位", "完成时限"], ["1", "新建水厂", "市水务局", "2024年底"],
                ["2", "改造管网", "市水务局", "2024年底"], ["", "合计", "25%", "2024-03-15"],
            ])
    }

    @Test("the pages of a book come in the order of its spine")
    func book() throws {
        let lines = try read("book.epub").lines.filter { !$0.isBlank }.map(\.text.string)
        #expect(lines == ["东川市供水条例", "第一条 为加强供水管理，制定本条例。", "第二条 本条例自公布之日起施行。"])
    }

    @Test(
        "damaged files are read or refused",
        arguments: ["letter.doc", "letter.rtf", "letter.odt", "sheet.xls", "sheet.xlsx", "book.epub"])
    func mutated(_ name: String) throws {
        var generator = SeededGenerator(seed: 11)
        let sound = try Self.bytes(name)
        for _ in 0..<60 {
            let bytes = MutationTests.mutated(sound, &generator)
            do throws(IngestError) {
                let issue = try GazetteReader().read(bytes, path: name)
                #expect(issue.fates.count == issue.lines.count)
            } catch {
                #expect(!error.reason.isEmpty)
            }
        }
    }
}
