import TestSupport
import Testing

@testable import Ingest

@Suite struct DOCXTextTests {
    private func read(_ body: String, parts: [String: String] = [:]) throws -> SourceText {
        var writer = DOCXWriter()
        writer.body = body
        writer.parts = parts
        return try DOCXReader().read(writer.bytes(), path: "a.docx")
    }

    /// The lines; tabs as bars.
    private func lines(_ body: String, parts: [String: String] = [:]) throws -> [String] {
        try read(body, parts: parts).lines.map { $0.scalars.string.replacing("\t", with: "|") }
    }

    private static func p(_ runs: String, _ properties: String = "") -> String {
        "<w:p><w:pPr>\(properties)</w:pPr>\(runs)</w:p>"
    }

    private static func t(_ text: String, _ properties: String = "") -> String {
        "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    }

    private static func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }

    private static let code = "<w:r><w:instrText>X</w:instrText></w:r>"

    @Test(
        "what a paragraph prints",
        arguments: [
            ("hidden text", t("甲") + t("乙", "<w:vanish/>") + t("丙", "<w:vanish w:val=\"0\"/>"), ["甲丙"]),
            (
                "soft and hard hyphens",
                "<w:r><w:t>甲</w:t><w:softHyphen/><w:t>乙</w:t><w:noBreakHyphen/><w:t>丙\u{AD}</w:t></w:r>", ["甲乙-丙"]
            ),
            ("tabs part no cells", "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", ["甲    乙"]),
            ("lines", "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>", ["甲", "乙", "丙"]),
            (
                "symbols of fonts",
                "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>是</w:t><w:sym w:font=\"Symbol\" w:char=\"00B3\"/></w:r>",
                ["☑是≥"]
            ),
            ("symbols in text", t("\u{F06C}要点", "<w:rFonts w:ascii=\"Wingdings\"/>"), ["●要点"]),
            (
                "readings above characters",
                "<w:ruby><w:rt>\(t("qū"))</w:rt><w:rubyBase>\(t("曲"))</w:rubyBase></w:ruby>", ["曲"]
            ),
            ("links", "<w:hyperlink r:id=\"r1\">\(t("网址"))</w:hyperlink>", ["网址"]),
            ("moved text", "<w:moveFrom>\(t("旧"))</w:moveFrom><w:moveTo>\(t("新"))</w:moveTo>", ["新"]),
            (
                "placeholders",
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\(t("单击输入"))</w:sdtContent></w:sdt><w:sdt><w:sdtContent>\(t("内容"))</w:sdtContent></w:sdt>",
                ["内容"]
            ),
            ("simple fields", "<w:fldSimple w:instr=\"DATE\">\(t("2025年"))</w:fldSimple>", ["2025年"]),
            (
                "fields in the codes of fields",
                mark("begin") + code + mark("begin") + code + mark("separate") + t("隐") + mark("end") + mark("separate")
                    + t("果") + mark("end") + t("后"), ["果后"]
            ),
            ("a field without a result", mark("begin") + code + mark("end") + t("后"), ["后"]),
            (
                "equations",
                "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>",
                ["1/3"]
            ),
            ("blanks that XML does not keep", "<w:r><w:t> 甲 </w:t></w:r>" + t(" 乙"), ["甲 乙"]),
        ])
    func paragraphs(_ why: String, _ runs: String, _ expected: [String]) throws {
        #expect(try lines(Self.p(runs)) == expected, "\(why)")
    }

    @Test func aFieldThatIsNeverClosedSwallowsNothing() throws {
        let body =
            Self.p(Self.mark("begin") + Self.code) + Self.p(Self.t("正文")) + Self.p(Self.mark("end") + Self.t("后"))
        #expect(try lines(body) == ["", "正文", "后"])
    }

    @Test func theResultOfAFieldGoesOverParagraphs() throws {
        let body =
            Self.p(Self.mark("begin") + Self.code + Self.mark("separate") + Self.t("目录一"))
            + Self.p(Self.t("目录二") + Self.mark("end"))
        #expect(try lines(body) == ["目录一", "目录二"])
    }

    @Test func aDeletedEndJoinsParagraphs() throws {
        let body =
            Self.p(Self.t("前半"), "<w:rPr><w:del w:id=\"1\"/></w:rPr>") + Self.p(Self.t("后半")) + Self.p(Self.t("另段"))
        #expect(try lines(body) == ["前半后半", "另段"])
    }

    @Test func textBoxesStandOnceBehindTheirParagraph() throws {
        let box = "<w:txbxContent>\(Self.p(Self.t("框一")))\(Self.p(Self.t("框二")))</w:txbxContent>"
        let both =
            "<mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent>"
        let empty = "<mc:AlternateContent><mc:Choice/><mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent>"
        #expect(try lines(Self.p("<w:r>\(both)</w:r>" + Self.t("段"))) == ["段", "框一", "框二"])
        #expect(try lines(Self.p("<w:r>\(empty)</w:r>" + Self.t("段"))) == ["段", "框一", "框二"])
    }

    @Test func notesFollowInTheOrderOfTheirMarks() throws {
        let footnotes = """
            <w:footnotes xmlns:w="urn:w"><w:footnote w:id="-1" w:type="separator">\(Self.p(Self.t("线")))</w:footnote>\
            <w:footnote w:id="3">\(Self.p(Self.t(" 脚注")))</w:footnote></w:footnotes>
            """
        let endnotes =
            "<w:endnotes xmlns:w=\"urn:w\"><w:endnote w:id=\"3\">\(Self.p(Self.t("尾注")))</w:endnote></w:endnotes>"
        let body = Self.p(
            Self.t("甲") + "<w:r><w:endnoteReference w:id=\"3\"/></w:r>" + Self.t("乙")
                + "<w:r><w:footnoteReference w:id=\"3\"/></w:r>")
        #expect(
            try lines(body, parts: ["footnotes.xml": footnotes, "endnotes.xml": endnotes])
                == ["甲[1]乙[2]", "", "[1] 尾注", "[2] 脚注"])
    }

    @Test func pagesOfTheLastLayoutCountOnce() throws {
        let turn = "<w:r><w:br w:type=\"page\"/></w:r>"
        let mark = "<w:r><w:lastRenderedPageBreak/></w:r>"
        let text = try read(
            Self.p(Self.t("一")) + Self.p(turn) + Self.p(mark + Self.t("二")) + Self.p(Self.t("二下") + mark + Self.t("三"))
                + Self.p(Self.t("三下")))
        #expect(text.lines.filter { !$0.isBlank }.map(\.page) == [1, 2, 2, 3])
        #expect(text.pageCount == 3)
    }

    @Test func linesOfPrintAreNoParagraphs() throws {
        let full = String(repeating: "为深入贯彻落实", count: 5)
        let print = (0..<40).map { Self.p(Self.t($0 % 5 == 4 ? "制定本办法。" : full)) }.joined()
        #expect(try read(print).setting == .unknown)
        let paragraphs = (0..<40).map { Self.p(Self.t(String(repeating: "为深入", count: 5 + $0 * 7 % 40))) }.joined()
        #expect(try read(paragraphs).setting == .paragraphs)
    }
}

@Suite struct DOCXTableTests {
    private func lines(_ rows: String) throws -> [String] {
        var writer = DOCXWriter()
        writer.body = "<w:tbl>\(rows)</w:tbl>"
        return try DOCXReader().read(writer.bytes(), path: "a").lines.map {
            $0.scalars.string.replacing("\t", with: "|")
        }
    }

    private static func row(_ cells: String..., properties: String = "") -> String {
        "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
    }

    private static func cell(_ text: String, _ properties: String = "") -> String {
        let paragraphs = text.split(separator: "/").map { DOCXWriter.paragraph(String($0)) }.joined()
        return "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraphs.isEmpty ? "<w:p/>" : paragraphs)</w:tc>"
    }

    private static let down = "<w:vMerge/>"
    private static let start = "<w:vMerge w:val=\"restart\"/>"
    private static func across(_ count: Int) -> String { "<w:gridSpan w:val=\"\(count)\"/>" }

    @Test(
        "tables",
        arguments: [
            (
                "cells that span columns and rows at once",
                row(cell("甲", across(2) + start), cell("乙")) + row(cell("", across(2) + down), cell("丙")),
                ["甲|甲|乙", "甲|甲|丙"]
            ),
            (
                "paragraphs of a cell stand apart, its tabs part no cells",
                row(cell("市财政局/市民政局"), cell("a\tb")), ["市财政局 市民政局|a b"]
            ),
            (
                "columns left free, and rows that are too short",
                row(cell("甲"), cell("乙"), cell("丙")) + row(cell("丁"), properties: "<w:gridBefore w:val=\"1\"/>"),
                ["甲|乙|丙", "|丁|"]
            ),
            ("deleted rows", row(cell("甲"), cell("乙")) + row(cell("丙"), cell("丁"), properties: "<w:del/>"), ["甲|乙"]),
            (
                "a merge of the next paragraph of a row above",
                row(cell("甲", start), cell("乙")) + row(cell("丙", start), cell("丁")), ["甲|乙", "丙|丁"]
            ),
            ("one column is a frame", row(cell("甲/乙")) + row(cell("丙")), ["甲", "乙", "丙"]),
            (
                "a table inside a cell", row(cell("甲"), "<w:tc>\(DOCXWriter.table([["乙", "丙"]]))<w:p/></w:tc>"),
                ["甲|乙 丙"]
            ),
            (
                "a table inside a frame of another",
                row(cell("甲"), cell("乙"))
                    + row("<w:tc><w:tcPr>\(across(2))</w:tcPr>\(DOCXWriter.table([["丙", "丁"]]))<w:p/></w:tc>"),
                ["甲|乙", "丙|丁", ""]
            ),
        ])
    func tables(_ why: String, _ rows: String, _ expected: [String]) throws {
        #expect(try lines(rows) == expected, "\(why)")
    }

    @Test func anAbsurdSpanIsCut() throws {
        let text = try lines(Self.row(Self.cell("甲", Self.across(2_000_000_000)), Self.cell("乙")))
        #expect(text.map { $0.count { $0 == "|" } } == [1023])
    }
}
