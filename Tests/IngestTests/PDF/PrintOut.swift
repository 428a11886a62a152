import Foundation
import Ingest
import TestSupport
import Testing

@Suite struct PrintOut {
    @Test func print() throws {
        guard let folder = ProcessInfo.processInfo.environment["PRINT_TO"] else { return }
        for name in corpus {
            let text = try String(contentsOf: Repository.corpus.appending(path: "\(name).txt"), encoding: .utf8)
            var printer = PDFPrinter()
            try Data(printer.print(text).bytes()).write(to: URL(filePath: folder).appending(path: "\(name).pdf"))
            let issue = try GazetteReader().read(printer.print(text).bytes(), path: "x.pdf")
            try issue.lines.map { "\($0.page ?? 0)\t" + String(String.UnicodeScalarView($0.scalars)) }
                .joined(separator: "\n").write(to: URL(filePath: folder).appending(path: "\(name).lines"), atomically: true, encoding: .utf8)
            printer.centresCells = true
            try Data(printer.print(text).bytes()).write(to: URL(filePath: folder).appending(path: "\(name)-c.pdf"))
        }
    }
}
