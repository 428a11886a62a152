import TestSupport
import Testing

@testable import Ingest

@Suite struct DOCXNumberingTests {
    private static func level(_ index: Int, _ format: String, _ text: String, _ more: String = "") -> String {
        "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>\(more)<w:lvlText w:val=\"\(text)\"/></w:lvl>"
    }

    private static func list(_ id: Int, _ definition: Int, _ overrides: String = "") -> String {
        "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(definition)\"/>\(overrides)</w:num>"
    }

    /// The numbers of paragraphs with the given lists and levels; the text of each is 文.
    private func numbers(_ numbering: String, styles: String = "", _ paragraphs: [(Int, Int)]) throws -> [String] {
        var writer = DOCXWriter()
        writer.parts["numbering.xml"] = "<w:numbering xmlns:w=\"urn:w\">\(numbering)</w:numbering>"
        writer.parts["styles.xml"] = "<w:styles xmlns:w=\"urn:w\">\(styles)</w:styles>"
        writer.body = paragraphs.map { list, level in
            DOCXWriter.paragraph(
                "文",
                properties: "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
        }.joined()
        return try DOCXReader().read(writer.bytes(), path: "a").lines.map { String($0.scalars.string.dropLast()) }
    }

    @Test func listsOfOneDefinitionGoOnWithEachOther() throws {
        let numbering =
            "<w:abstractNum w:abstractNumId=\"1\">\(Self.level(0, "chineseCountingThousand", "%1、"))</w:abstractNum>"
            + Self.list(1, 1) + Self.list(2, 1)
            + Self.list(3, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>")
        let found = try numbers(numbering, [(1, 0), (2, 0), (3, 0), (3, 0), (1, 0)])
        #expect(found == ["一、", "二、", "一、", "二、", "三、"])
    }

    @Test func lowerLevelsBeginAnewUnlessTheyAreToldNotTo() throws {
        let levels =
            Self.level(0, "chineseCounting", "第%1章")
            + Self.level(1, "chineseCounting", "第%2条", "<w:lvlRestart w:val=\"0\"/>")
            + Self.level(2, "decimal", "%3．")
        let numbering = "<w:abstractNum w:abstractNumId=\"1\">\(levels)</w:abstractNum>" + Self.list(1, 1)
        let found = try numbers(numbering, [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)])
        #expect(found == ["第一章　", "第一条　", "1．", "2．", "第二条　", "1．", "第二章　", "第三条　"])
    }

    @Test func overridesOfLevelsSuffixesAndBullets() throws {
        let levels =
            Self.level(0, "decimalEnclosedCircle", "%1", "<w:suff w:val=\"nothing\"/>")
            + Self.level(1, "bullet", "\u{F0A8}", "<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr>")
            + Self.level(2, "none", "")
        let numbering =
            "<w:abstractNum w:abstractNumId=\"1\">\(levels)</w:abstractNum>" + Self.list(1, 1)
            + Self.list(2, 1, "<w:lvlOverride w:ilvl=\"0\">\(Self.level(0, "decimal", "（%1）"))</w:lvlOverride>")
        let found = try numbers(numbering, [(1, 0), (1, 1), (1, 2), (2, 0), (9, 0), (1, 8)])
        #expect(found == ["①", "□ ", "", "（2）", "", ""])
    }

    @Test func definitionsThatStylesLinkTo() throws {
        let numbering =
            "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"S\"/></w:abstractNum>"
            + "<w:abstractNum w:abstractNumId=\"2\">\(Self.level(0, "japaneseCounting", "（%1）"))</w:abstractNum>"
            + Self.list(1, 1) + Self.list(2, 2)
        let styles = "<w:style w:styleId=\"S\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>"
        #expect(try numbers(numbering, styles: styles, [(1, 0), (2, 0)]) == ["（一）", "（二）"])
    }

    @Test func stylesCarryNumbers() throws {
        var writer = DOCXWriter()
        writer.parts["numbering.xml"] =
            "<w:numbering xmlns:w=\"urn:w\"><w:abstractNum w:abstractNumId=\"1\">"
            + Self.level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"A\"/>")
            + Self.level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"B\"/>") + "</w:abstractNum>" + Self.list(4, 1)
            + "</w:numbering>"
        writer.parts["styles.xml"] = """
            <w:styles xmlns:w="urn:w"><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/><w:pPr><w:numPr>\
            <w:numId w:val="4"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/>\
            </w:style><w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="A"/><w:pPr><w:numPr><w:numId w:val="0"/>\
            </w:numPr></w:pPr></w:style></w:styles>
            """
        writer.body = ["A", "B", "B", "C", "A", "unknown"].map {
            DOCXWriter.paragraph("文", properties: "<w:pStyle w:val=\"\($0)\"/>")
        }.joined()
        let lines = try DOCXReader().read(writer.bytes(), path: "a").lines.map(\.scalars.string)
        #expect(lines == ["一、文", "（一）文", "（二）文", "文", "二、文", "文"])
    }
}
