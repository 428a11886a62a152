import Foundation
import TestSupport
import Testing

@Suite struct PrintOut {
    @Test func print() throws {
        guard let folder = ProcessInfo.processInfo.environment["PRINT_TO"] else { return }
        for name in corpus {
            let text = try String(contentsOf: Repository.corpus.appending(path: "\(name).txt"), encoding: .utf8)
            var printer = PDFPrinter()
            try Data(printer.print(text).bytes).write(to: URL(filePath: folder).appending(path: "\(name).pdf"))
            printer.centresCells = true
            try Data(printer.print(text).bytes).write(to: URL(filePath: folder).appending(path: "\(name)-c.pdf"))
        }
    }
}
