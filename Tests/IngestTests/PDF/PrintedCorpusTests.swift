import Foundation
import TestSupport
import Testing

@testable import Ingest

/// The gazettes of the corpus, printed to PDF and read again.
@Suite struct PrintedCorpusTests {
    private func printed(_ name: String, centresCells: Bool = false) throws -> (source: String, pdf: Ingest.Issue) {
        let text = try String(contentsOf: Repository.corpus.appending(path: "\(name).txt"), encoding: .utf8)
        var printer = PDFPrinter()
        printer.centresCells = centresCells
        return (text, try GazetteReader().read(printer.print(text).bytes(), path: "\(name).pdf"))
    }

    @Test("every character of the text layer comes out, and page numbers stay lines of their own", arguments: corpus)
    func nothingIsLost(_ name: String) throws {
        let (source, issue) = try printed(name)
        let pages = try #require(issue.source.pageCount)
        // The text layer is what the printer put there: the source and a number on each page.
        let numbers = (1...pages).map { "—\($0)—" }.joined()
        let lines = LineSplitter.lines(of: Array((source + "\n" + numbers).unicodeScalars))
        let expected = HanFolding.isNeeded(lines) ? lines.map(HanFolding.folded) : lines
        #expect(
            issue.lines.flatMap(\.squashed).sorted() == expected.flatMap(\.squashed).filter { $0 != "\u{0C}" }.sorted())
        let isNumber = issue.lines.map { LineClassifier.isPageNumber($0.text) }
        #expect(isNumber.count { $0 } >= pages)
        #expect(issue.lines.last?.page == pages)
    }

    @Test("the same documents are found as in the text", arguments: corpus, [false, true])
    func documents(_ name: String, centresCells: Bool) throws {
        let (_, issue) = try printed(name, centresCells: centresCells)
        let text = try read(name)
        func heads(_ issue: Ingest.Issue) -> [String] {
            issue.documents.map { document in
                "\(document.number?.value.text ?? "") \(document.title.scalars.filter { !$0.isBlank }.string)"
            }
        }
        #expect(heads(issue) == heads(text))
        #expect(issue.masthead == text.masthead)
    }

    @Test("tables have the rows and cells of the text", arguments: ["shenyang-2026-03-04"], [false, true])
    func tables(_ name: String, centresCells: Bool) throws {
        let (_, issue) = try printed(name, centresCells: centresCells)
        func cells(_ issue: Ingest.Issue) -> [[String]] {
            issue.tables.flatMap(\.texts).map { row in row.map { $0.scalars.filter { !$0.isBlank }.string } }
        }
        let expected = try cells(read(name))
        #expect(!expected.isEmpty && cells(issue) == expected)
    }
}
