import TestSupport
import Testing

@testable import Ingest

@Suite struct OFDReaderTests {
    private let full = "为深入贯彻落实党中央国务院决策部署结合本市实际制定"

    private func read(_ writer: OFDWriter) throws -> SourceText {
        #expect(OFDReader().recognises(writer.bytes(), path: "a"))
        return try OFDReader().read(writer.bytes(), path: "a.ofd")
    }

    /// The lines of one page of objects.
    private func lines(_ objects: [String], template: [String] = [], resources: String = "") throws -> [String] {
        var writer = OFDWriter()
        writer.template = template
        writer.resources = resources
        writer.addPage(objects, onTemplate: !template.isEmpty)
        return try read(writer).lines.map { $0.scalars.string.replacing("\t", with: "|") }
    }

    private func code(_ bytes: [UInt8]) -> IngestError.Code? {
        do throws(IngestError) {
            _ = try GazetteReader().read(bytes, path: "a.ofd")
            return nil
        } catch {
            return error.code
        }
    }

    @Test func coordinatesOrderTheTextNotTheFile() throws {
        let objects = [
            OFDWriter.text("第三行。", x: 30, y: 56), OFDWriter.text(full, x: 30, y: 44),
            OFDWriter.text("本办法", x: 70, y: 50), OFDWriter.text("制定的", x: 58, y: 50),
            OFDWriter.text("第二行是", x: 30, y: 50), OFDWriter.text("题", x: 80, y: 30, size: 6),
        ]
        #expect(try lines(objects).filter { !$0.isEmpty } == ["                 题", full, "第二行是      制定的本办法", "第三行。"])
    }

    @Test(
        "steps with repeats, fewer steps than characters, and a matrix that scales",
        arguments: [
            (OFDWriter.text("甲乙丙丁戊", x: 30, y: 40, deltaX: "g 4 4"), "甲乙丙丁戊"),
            (OFDWriter.text("甲乙丙丁戊", x: 30, y: 40, deltaX: "4 G 2 4 12"), "甲乙丙丁    戊"),
            (OFDWriter.text("甲乙丙丁", x: 30, y: 40, deltaX: "g 1000000000 4"), "甲乙丙丁"),
            (OFDWriter.text("甲乙丙丁", x: 30, y: 40, deltaX: ""), "甲乙丙丁"),
            (OFDWriter.text("甲乙丙", x: 30, y: 40, size: 1, deltaX: "1 3", attributes: "CTM=\"4 0 0 4 0 0\""), "甲乙    丙"),
            (OFDWriter.text("〔2021〕14号", x: 30, y: 40, deltaX: "4 g 4 2 4 2 2"), "〔2021〕14号"),
            (
                OFDWriter.text("People’s Daily", x: 30, y: 40, deltaX: "2.2 1.8 2 2 1 1.8 1.3 1.5 1 2.9 1.8 0.9 0.9"),
                "People’s Daily"
            ),
        ])
    func steps(object: String, expected: String) throws { #expect(try lines([object]) == [expected]) }

    @Test func templatesCompositesAndGroupsAreOfThePage() throws {
        let unit = """
            <ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="7" Width="10" Height="10"><ofd:Content>\
            \(OFDWriter.text("图中文字", x: 0, y: 4, size: 2))</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>
            """
        let objects = [
            "<ofd:PageBlock ID=\"3\">" + OFDWriter.text("正文", x: 30, y: 50) + "</ofd:PageBlock>",
            "<ofd:CompositeObject ID=\"4\" ResourceID=\"7\" Boundary=\"30 60 40 40\" CTM=\"2 0 0 2 0 0\"/>",
        ]
        #expect(
            try lines(objects, template: [OFDWriter.text("某市人民政府公报", x: 30, y: 20)], resources: unit)
                .filter { !$0.isEmpty } == ["某市人民政府公报", "正文", "图中文字"])
    }

    @Test func aUnitThatHoldsItselfEnds() throws {
        let unit = """
            <ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="7"><ofd:Content>\
            <ofd:CompositeObject ResourceID="7" Boundary="0 0 1 1"/></ofd:Content></ofd:CompositeGraphicUnit>\
            </ofd:CompositeGraphicUnits>
            """
        let objects = [
            OFDWriter.text("正文", x: 30, y: 50), "<ofd:CompositeObject ResourceID=\"7\" Boundary=\"0 0 1 1\"/>",
        ]
        #expect(try lines(objects, resources: unit) == ["正文"])
    }

    @Test func whatIsNotShownIsLeftOut() throws {
        let objects = [
            OFDWriter.text("正文", x: 30, y: 50), OFDWriter.text("隐藏", x: 30, y: 60, attributes: "Visible=\"false\""),
            OFDWriter.text("透明", x: 30, y: 70, attributes: "Fill=\"false\""),
            OFDWriter.text("水印", x: 30, y: 80, attributes: "CTM=\"0.7 -0.7 0.7 0.7 0 0\""),
        ]
        #expect(try lines(objects) == ["正文"])
        // The text layer of a scanned page has no colour.
        #expect(try lines([objects[2]]) == ["透明"])
    }

    @Test func columnsOfAPage() throws {
        var objects: [String] = []
        for line in (0..<6).reversed() {
            objects.append(OFDWriter.text("右\(line)" + full.prefix(16), x: 110, y: 43 + 6 * Double(line)))
            objects.append(OFDWriter.text("左\(line)" + full.prefix(16), x: 30, y: 40 + 6 * Double(line)))
        }
        #expect(
            try lines(objects) == ["左", "右"].flatMap { side in (0..<6).map { "\(side)\($0)" + full.prefix(16) } })
    }

    @Test func textThatRunsDownIsReadFromTheRight() throws {
        func column(_ text: String, x: Double) -> String {
            """
            <ofd:TextObject ID="1" Boundary="\(x) 20 5 200" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="g 9 0" \
            DeltaY="g 9 4">\(text)</ofd:TextCode></ofd:TextObject>
            """
        }
        #expect(try lines([column("左边一列", x: 30), column("右边一列", x: 40)]) == ["右边一列", "左边一列"])
    }

    @Test func ruledTables() throws {
        var objects: [String] = [40.0, 50, 60].map { OFDWriter.line(30, $0, 130, $0) }
        objects += [30.0, 80, 130].map { OFDWriter.line($0, 40, $0, 60) }
        objects += [
            OFDWriter.text("牵头单位", x: 82, y: 46), OFDWriter.text("任务", x: 32, y: 46),
            OFDWriter.text("稳增长", x: 32, y: 56), OFDWriter.text("市发展改革委", x: 82, y: 56),
        ]
        #expect(try lines(objects) == ["任务|牵头单位", "稳增长|市发展改革委"])
    }

    @Test func pagesAreCountedThroughAllDocuments() throws {
        var writer = OFDWriter()
        writer.addPage([OFDWriter.text("一", x: 30, y: 50)])
        writer.addPage([OFDWriter.text("二", x: 30, y: 50)])
        let text = try read(writer)
        #expect(text.lines.map(\.page) == [1, 2])
        #expect(text.pageCount == 2)
        #expect(text.format == .ofd)
        #expect(text.lines.map(\.number) == [1, 2])
    }

    @Test func severalDocumentsInOnePackage() throws {
        func content(_ text: String) -> String {
            "<Page><Content><Layer>\(OFDWriter.text(text, x: 30, y: 50))</Layer></Content></Page>".replacing(
                "ofd:", with: "")
        }
        var zip = ZipWriter()
        zip.add(
            "OFD.xml",
            "<OFD><DocBody><DocRoot>/D0/Document.xml</DocRoot></DocBody><DocBody><DocRoot> D1/Document.xml\n</DocRoot></DocBody></OFD>"
        )
        zip.add("D0/Document.xml", "<Document><Pages><Page BaseLoc=\"./P/C.xml\"/></Pages></Document>")
        zip.add("D0/P/C.xml", content("甲"))
        // Counted from the root, though it does not say so.
        zip.add("D1/Document.xml", "<Document><Pages><Page BaseLoc=\"D1/C.xml\"/></Pages></Document>")
        zip.add("D1/C.xml", content("乙"))
        let text = try OFDReader().read(zip.bytes(), path: "a")
        #expect(text.lines.map(\.scalars.string) == ["甲", "乙"])
        #expect(text.pageCount == 2)
    }

    @Test func whatCannotBeReadSaysWhy() {
        var locked = OFDWriter()
        locked.extraParts = ["Encryptions.xml": "<Encryptions/>"]
        #expect(code(locked.bytes()) == .encrypted)
        var zip = ZipWriter()
        zip.add("OFD.xml", "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>")
        #expect(code(zip.bytes()) == .malformed)
        var image = OFDWriter()
        image.addPage(["<ofd:ImageObject ID=\"1\" ResourceID=\"2\" Boundary=\"0 0 210 297\"/>"])
        #expect(code(image.bytes()) == .empty)
        var broken = OFDWriter()
        broken.addPage(["<ofd:TextObject"])
        #expect(code(broken.bytes()) == .malformed)
    }
}
