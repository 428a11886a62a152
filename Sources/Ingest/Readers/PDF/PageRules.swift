import Foundation

/// Puts the ruled lines of pages beside their words, where the words could be those of tables.
struct PageRules: Sendable {
    let runner: ProgramRunner

    /// Pages are drawn in portions of so many, so that the output stays within its limit.
    private static let portion = 40

    /// Adds rules to pages.
    ///
    /// A page that can't be drawn has none: its tables are told by the places of its words alone.
    func fill(_ pages: inout [PlacedPage], in folder: URL) {
        let wanted = pages.indices.filter { Self.mayHoldTable(pages[$0]) }
        var start = wanted.startIndex
        while start < wanted.endIndex {
            let first = wanted[start]
            // Pages in between are drawn too, which costs less than another start of the program.
            let end = wanted[start...].firstIndex { $0 >= first + Self.portion } ?? wanted.endIndex
            let last = wanted[end - 1]
            let output = "rules.ps"
            let outcome = runner.run(
                "pdftocairo",
                ["-ps", "-origpagesizes", "-f", String(first + 1), "-l", String(last + 1), PDFReader.input, output],
                in: folder)
            guard case .finished(status: 0, _) = outcome,
                let file = try? Data(contentsOf: folder.appending(path: output))
            else { return }
            for (index, rules) in PostScriptRules.pages(in: [UInt8](file)).enumerated() where first + index <= last {
                pages[first + index].rules = rules
            }
            start = end
        }
    }

    /// Whether words of a page leave wide gaps on several lines, as cells do.
    private static func mayHoldTable(_ page: PlacedPage) -> Bool {
        let em = TypeSize.em(of: page.words) ?? 12
        let lines = PrintedLine.group(page.words.filter { !$0.isSideways })
        let parted = lines.count { line in
            zip(line.words, line.words.dropFirst()).contains { $1.box.left - $0.box.right > 0.8 * em }
        }
        return parted >= 2
    }
}
