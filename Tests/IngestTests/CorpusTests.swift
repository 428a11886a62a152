import Foundation
import Ingest
import TestSupport
import Testing

/// The gazettes of the corpus, by name.
let corpus = ["shenyang-2019-05", "shenyang-2021-21", "shenyang-2022-12", "shenyang-2026-03-04"]

func read(_ name: String) throws -> Ingest.Issue {
    try GazetteReader().read(contentsOf: Repository.corpus.appending(path: "\(name).txt"))
}

@Suite struct CorpusTests {
    @Test("each gazette is read as reviewed", arguments: corpus)
    func golden(_ name: String) throws {
        try Golden.expect(Dump.issue(read(name)), matches: "\(name).issue.txt")
    }

    @Test("the run does not record golden files")
    func flagIsOff() { #expect(!Golden.isRecording) }

    @Test("every line has a fate, and hardly any is unread", arguments: corpus)
    func coverage(_ name: String) throws {
        let issue = try read(name)
        #expect(issue.fates.count == issue.lines.count)
        for (line, fate) in zip(issue.lines, issue.fates) { #expect(line.isBlank == (fate == .blank)) }
        let unread = issue.fates.count { $0 == .unread }
        #expect(Double(unread) < 0.005 * Double(issue.lines.count))
    }

    @Test(
        "every character of a line that ends as text stands in exactly one block, a spanning cell at least once",
        arguments: corpus)
    func nothingIsLost(_ name: String) throws {
        let issue = try read(name)
        var places: [Place: Int] = [:]
        for block in issue.documents.flatMap(\.blocks) {
            for text in block.rows.isEmpty ? [block.text] : Array(block.rows.joined()) {
                for (scalar, place) in zip(text.scalars, text.places) where !scalar.isBlank {
                    places[place, default: 0] += 1
                }
            }
        }
        for (line, fate) in zip(issue.lines, issue.fates) where fate == .text || fate == .tableRow {
            for column in line.content where !line.scalars[column].isBlank {
                let count = places[Place(line: line.number, column: column + 1)] ?? 0
                #expect(fate == .tableRow ? count >= 1 : count == 1, "line \(line.number), column \(column + 1)")
            }
        }
    }

    @Test("each place gives its character back", arguments: corpus)
    func placesAreTrue(_ name: String) throws {
        let issue = try read(name)
        for block in issue.documents.flatMap(\.blocks) {
            for (scalar, place) in zip(block.text.scalars, block.text.places) where !scalar.isBlank {
                #expect(issue.lines[Int(place.line) - 1].scalars[Int(place.column) - 1] == scalar)
            }
        }
    }
}
