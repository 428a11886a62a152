import Foundation
import TestSupport
import Testing

@testable import Ingest

/// Recognition with stand-ins for the two programs: what they print is known, and they need not be installed.
@Suite struct PageRecogniserTests {
    private static let draw = "#!/bin/sh\n: > page.pgm\n"
    private static let recognise = """
        #!/bin/sh
        t=$(printf '\\t')
        {
        echo "level${t}page_num${t}block_num${t}par_num${t}line_num${t}word_num${t}left${t}top${t}width${t}height${t}conf${t}text"
        echo "1${t}1${t}0${t}0${t}0${t}0${t}0${t}0${t}2479${t}3508${t}-1${t}"
        echo "5${t}1${t}1${t}1${t}1${t}1${t}300${t}400${t}200${t}50${t}90${t}各区人民"
        echo "5${t}1${t}1${t}1${t}1${t}2${t}505${t}400${t}100${t}50${t}90${t}政府"
        echo "5${t}1${t}1${t}1${t}2${t}1${t}300${t}480${t}250${t}50${t}90${t}现将方案印"
        } > page.tsv
        """

    /// A reader that finds these programs before those installed, but no other recognition.
    private func withReader<Result>(
        _ programs: [String: String], _ body: (PDFReader) throws -> Result
    ) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gongbao-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, script) in programs {
            let path = folder.appending(path: name).path(percentEncoded: false)
            #expect(
                FileManager.default.createFile(
                    atPath: path, contents: Data(script.utf8), attributes: [.posixPermissions: 0o700]))
        }
        let path = "\(folder.path(percentEncoded: false)):\(ProgramRunner().searchPath)"
        return try body(PDFReader(recognisesImages: true, runner: ProgramRunner(searchPath: path)))
    }

    private func file(_ pages: [[String]]) -> [UInt8] {
        var writer = PDFWriter()
        for page in pages { writer.addPage(lines: page) }
        return writer.bytes()
    }

    @Test("pages without text are recognised, others left as they are, and the source says so")
    func recognition() throws {
        let text = try withReader(["pdftoppm": Self.draw, "tesseract": Self.recognise]) {
            try $0.read(file([["一页的文字层"], []]), path: "a.pdf")
        }
        #expect(text.encoding == "UTF-8 (OCR)")
        #expect(text.lines.map(\.scalars.string) == ["一页的文字层", "各区人民政府", "现将方案印"])
        #expect(text.lines.map(\.page) == [1, 2, 2])
    }

    @Test("a file with text on all pages is not recognised")
    func textLayer() throws {
        let text = try withReader(["tesseract": "#!/bin/sh\nexit 1"]) {
            try $0.read(file([["一页的文字层"]]), path: "a.pdf")
        }
        #expect(text.encoding == "UTF-8")
    }

    @Test(
        "a program or a language that is missing is named",
        arguments: [
            ("Error opening data file chi_sim.traineddata", IngestError.Code.needsTool, "tesseract-ocr-chi-sim"),
            ("Image too large", .malformed, "Image too large"),
        ])
    func failures(message: String, code: IngestError.Code, hint: String) throws {
        let fails = "#!/bin/sh\necho '\(message)' >&2\nexit 1"
        try withReader(["pdftoppm": Self.draw, "tesseract": fails]) { reader in
            let error = #expect(throws: IngestError.self) { try reader.read(file([[]]), path: "a.pdf") }
            #expect(error?.code == code)
            #expect(error?.reason.contains(hint) == true)
        }
    }
}
