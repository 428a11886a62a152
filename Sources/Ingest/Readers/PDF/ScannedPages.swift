import Foundation

/// Finds pages that are pictures of paper, though an app printed its name on them.
struct ScannedPages: Sendable {
    let runner: ProgramRunner

    /// A page with more characters has a text of its own.
    private static let mostCharacters = 60
    /// The share of a page that its pictures cover at least.
    private static let leastCover = 0.6

    /// Returns the indices of pages that pictures cover and that hold hardly a word.
    func indices(of pages: [PlacedPage], in folder: URL) -> Set<Int> {
        let few = pages.indices.filter {
            let count = pages[$0].words.reduce(0) { $0 + $1.text.count }
            return count > 0 && count <= Self.mostCharacters
        }
        guard let first = few.first, let last = few.last else { return [] }
        let outcome = runner.run(
            "sh",
            ["-c", "exec pdfimages -list -f \(first + 1) -l \(last + 1) \(PDFReader.input) >images.txt"], in: folder)
        guard case .finished(status: 0, _) = outcome,
            let table = try? String(contentsOf: folder.appending(path: "images.txt"), encoding: .utf8)
        else { return [] }
        var covers: [Int: Double] = [:]
        for row in table.split(separator: "\n").dropFirst(2) {
            let fields = row.split(separator: " ")
            // page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio
            guard fields.count >= 14, let page = Int(fields[0]), pages.indices.contains(page - 1),
                let width = Double(fields[3]), let height = Double(fields[4]), let horizontal = Double(fields[12]),
                let vertical = Double(fields[13]), horizontal > 0, vertical > 0
            else { continue }
            covers[page - 1, default: 0] += (width / horizontal * 72) * (height / vertical * 72)
        }
        return Set(
            few.filter { index in
                let area = pages[index].width * pages[index].height
                return area > 0 && (covers[index] ?? 0) / area >= Self.leastCover
            })
    }
}
