import Extract
import Foundation
import Ingest
import TestSupport
import Testing

private let corpus = ["shenyang-2019-05", "shenyang-2021-21", "shenyang-2022-12", "shenyang-2026-03-04"]

private func issue(_ name: String) throws -> Ingest.Issue {
    try GazetteReader().read(contentsOf: Repository.corpus.appending(path: "\(name).txt"))
}

private func record(_ name: String) throws -> GazetteRecord { Extractor.extract(try issue(name)) }

@Suite struct CorpusRecordTests {
    @Test("each gazette gives the records that were reviewed", arguments: corpus)
    func golden(_ name: String) throws {
        try Golden.expect(Dump.record(record(name)), matches: "\(name).records.txt")
    }

    @Test("the text at every span holds the record's quote", arguments: corpus)
    func quotes(_ name: String) throws {
        let issue = try issue(name)
        for document in Extractor.extract(issue).documents {
            let quoted =
                document.deadlines.map { ($0.quote, $0.span) } + document.targets.map { ($0.quote, $0.span) }
                + document.citations.map { ($0.quote, $0.span) } + document.references.map { ($0.quote, $0.span) }
                + document.tasks.flatMap(\.assignments).compactMap { one in one.span.map { (one.quote, $0) } }
                + document.tasks.map { ($0.text, $0.span) } + document.definitions.map { ($0.quote, $0.span) }
            for (quote, span) in quoted {
                let text = slice(issue, span)
                #expect(text.contains(squashed(quote)), "\(quote) at \(span.start.line)")
            }
        }
    }

    @Test("no record stands outside its document", arguments: corpus)
    func spans(_ name: String) throws {
        for document in try record(name).documents {
            let spans =
                document.tasks.map(\.span) + document.deadlines.map(\.span) + document.targets.map(\.span)
                + document.citations.map(\.span) + document.tables.map(\.span) + flat(document.provisions).map(\.span)
            for span in spans {
                #expect(document.span.start.line <= span.start.line && span.end.line <= document.span.end.line)
                #expect((span.start.line, span.start.column) <= (span.end.line, span.end.column))
            }
        }
    }

    @Test("ids are unique, and each provision of a record exists", arguments: corpus)
    func ids(_ name: String) throws {
        for document in try record(name).documents {
            let provisions = flat(document.provisions).map(\.id)
            #expect(Set(provisions).count == provisions.count)
            let tasks = document.tasks.map(\.id)
            #expect(Set(tasks).count == tasks.count)
            for id in document.tasks.map(\.provision) + document.deadlines.compactMap(\.provision) {
                #expect(provisions.contains(id))
            }
        }
    }

    @Test("the same bytes give the same records", arguments: corpus)
    func deterministic(_ name: String) throws {
        #expect(try record(name) == record(name))
    }

    @Test("task 53 is led as printed, and 177 and 178 have no lead")
    func leads() throws {
        let document = try #require(try record("shenyang-2026-03-04").documents.first { $0.id == "沈政发〔2026〕1号" })
        #expect(document.tasks.count == 178)
        func leads(_ label: String) -> [String] {
            document.tasks.filter { $0.label == label }.flatMap(\.assignments).filter { $0.role == .lead }.map(\.unit)
        }
        #expect(leads("53") == ["沈河区政府"])
        #expect(leads("177").isEmpty && leads("178").isEmpty)
    }
}

/// All provisions of a tree, in reading order.
func flat(_ provisions: [Provision]) -> [Provision] { provisions.flatMap { [$0] + flat($0.children) } }

private func squashed(_ text: String) -> String { text.unicodeScalars.filter { !$0.isBlank }.string }

private func slice(_ issue: Ingest.Issue, _ span: SpanRecord) -> String {
    var result: [Unicode.Scalar] = []
    for line in span.start.line...span.end.line {
        let scalars = issue.lines[line - 1].scalars
        let from = line == span.start.line ? span.start.column - 1 : 0
        let to = line == span.end.line ? span.end.column : scalars.count
        result += scalars[from..<max(from, to)]
    }
    return squashed(result.string)
}
