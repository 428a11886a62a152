import Extract
import Foundation
import Ingest
import TestSupport
import Testing

/// Sets the paragraphs of an issue anew: one a line, or wrapped at a width with the first line indented.
private struct Setting: Sendable, CustomTestStringConvertible {
    var width: Int?
    var hasIndent = true
    var hasBlankLines = false

    var testDescription: String { "\(width.map(String.init) ?? "unwrapped") \(hasIndent) \(hasBlankLines)" }

    func set(_ issue: Ingest.Issue) -> String {
        var lines: [String] = []
        for document in issue.documents {
            for block in document.blocks { lines += set(block) }
            lines.append("")
        }
        return lines.joined(separator: hasBlankLines ? "\n\n" : "\n") + "\n"
    }

    private func set(_ block: Block) -> [String] {
        if block.element == .table { return block.rows.map { $0.map(\.string).joined(separator: "\t") } }
        guard block.element == .body, let width else { return [block.text.string] }
        var lines: [String] = []
        var line = hasIndent ? "　　" : ""
        var used = 4
        for scalar in block.text.scalars {
            let size = scalar.value < 0x2000 ? 1 : 2
            // 避头尾: punctuation hangs rather than begin a line.
            if used + size > width, !"。，、；：！？）》”’〕%％".unicodeScalars.contains(scalar) {
                lines.append(line)
                line = ""
                used = 0
            }
            line.unicodeScalars.append(scalar)
            used += size
        }
        return lines + [line]
    }
}

@Suite(.slow) struct RewrapTests {
    @Test(
        "the records stay the same when the text is set anew",
        arguments: ["shenyang-2021-21", "shenyang-2019-05", "shenyang-2026-03-04"],
        [
            Setting(width: nil), Setting(width: 62), Setting(width: 76, hasBlankLines: true),
            Setting(width: 70, hasIndent: false, hasBlankLines: true), Setting(width: 56, hasIndent: false),
        ])
    private func rewrapped(_ name: String, _ setting: Setting) throws {
        let source = try GazetteReader().read(contentsOf: Repository.corpus.appending(path: "\(name).txt"))
        let original = Extractor.extract(source)
        let again = Extractor.extract(try GazetteReader().read(Array(setting.set(source).utf8), path: "again.txt"))
        expectSame(original.documents.map(\.title), again.documents.map(\.title), name)
        guard again.documents.count == original.documents.count else { return }
        for (one, other) in zip(original.documents, again.documents) {
            expectSame(one.tasks.map(summary), other.tasks.map(summary), one.id)
            expectSame(one.deadlines.map { squashed($0.quote) }, other.deadlines.map { squashed($0.quote) }, one.id)
            expectSame(one.targets.map(\.indicator), other.targets.map(\.indicator), one.id)
            expectSame(
                one.citations.map { $0.title ?? $0.number ?? "" }, other.citations.map { $0.title ?? $0.number ?? "" },
                one.id)
            expectSame(articles(one), articles(other), one.id)
        }
    }

    /// Compares two lists, and names what only one of them has.
    private func expectSame(
        _ one: [String], _ other: [String], _ id: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard one != other else { return }
        let lost = one.filter { !other.contains($0) }.prefix(3)
        let gained = other.filter { !one.contains($0) }.prefix(3)
        Issue.record("\(id): lost \(lost), gained \(gained)", sourceLocation: sourceLocation)
    }

    private func summary(_ task: TaskRecord) -> String {
        let units = task.assignments.map { "\($0.role.rawValue):\($0.unit)" }.joined(separator: " ")
        return "\(task.label ?? "-") \(squashed(task.text).prefix(12)) \(units)"
    }

    private func squashed(_ text: String) -> String { text.unicodeScalars.filter { !$0.isBlank }.string }

    private func articles(_ document: DocumentRecord) -> [String] {
        flat(document.provisions).filter { $0.level == .article }.map {
            ($0.label ?? "") + squashed($0.text).prefix(10)
        }
    }
}
