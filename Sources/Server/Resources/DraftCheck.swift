import Extract
import Foundation
import Index
import Ingest

/// Holds a draft against the archive: what it cites, what it quotes, whom it names; and its own inner faults.
enum DraftCheck {
    static let endpoint = Endpoint(
        path: "/check", formats: [.html, .json], parameters: [.text("text", maximum: 200_000), .today],
        takesBody: true, isCacheable: false, bodyLimit: 2 << 20
    ) { inquiry in
        let ledger = try inquiry.holdings.ledger()
        guard let text = inquiry.text("text") else {
            guard inquiry.format == .html else { throw Problem.bad("text", "it is missing") }
            var reply = Reply()
            reply.page = { DraftPage(scene: $0, text: "", report: nil).page }
            return reply
        }
        let report = try report(text, inquiry, ledger)
        var reply = Reply(json: report)
        reply.page = { DraftPage(scene: $0, text: text, report: report).page }
        return reply
    }

    /// What was found out about one thing that the draft says.
    struct Check: Encodable {
        enum State: String, Encodable, CaseIterable {
            case found, differs
            case notInForce = "not-in-force"
            case notHeld = "not-held"
            case notChecked = "not-checked"
        }
        /// citation or unit.
        var kind: String
        var state: State
        /// The words of the draft.
        var quote: String
        var line: Int
        /// What the archive has in its place.
        var detail: String?
        var document: DocumentEntry?
    }

    struct Report: Encodable {
        var on: String
        var checks: [Check]
        /// What an editor would query in the draft itself.
        var findings: [Finding]
        var coverage: Coverage
    }

    static func report(_ text: String, _ inquiry: Inquiry, _ ledger: Ledger) throws -> Report {
        let issue: Issue
        do {
            issue = try GazetteReader(maximumByteCount: 2 << 20).read(Array(text.utf8), path: "draft.txt")
        } catch {
            throw Problem.bad("text", error.description)
        }
        let record = Extractor.extract(issue)
        var checks = record.documents.flatMap { document in
            document.citations.map { citation($0, ledger, on: inquiry.day) }
        }
        var names: Set<String> = []
        for document in record.documents {
            for assignment in document.tasks.flatMap(\.assignments)
            where assignment.group != true && names.insert(assignment.unit).inserted {
                checks.append(try unit(assignment, inquiry.holdings.archive))
            }
        }
        return Report(
            on: inquiry.day, checks: checks, findings: record.findings.filter { $0.code != "unread-lines" },
            coverage: ledger.coverage)
    }

    private static func citation(_ citation: CitationRecord, _ ledger: Ledger, on day: String) -> Check {
        var check = Check(
            kind: "citation", state: .notHeld,
            quote: [citation.title.map { "《\($0)》" }, citation.number].compactMap(\.self).joined(),
            line: citation.span.start.line)
        guard let held = ledger.held(number: citation.number, title: citation.title).first else {
            // A number that can't be taken apart can't be looked up.
            if citation.title == nil, citation.number.flatMap(NumberKey.init) == nil { check.state = .notChecked }
            return check
        }
        check.document = held.entry
        check.state = .found
        if let title = citation.title, citation.number != nil, !agrees(title, held.entry.title) {
            check.state = .differs
            check.detail = held.entry.title
            return check
        }
        let force = ledger.force(of: held, on: day)
        guard force.status != .effective, citation.relation != .repeals else { return check }
        check.state = .notInForce
        check.detail = [
            Terms.name(force.status.rawValue, of: Terms.statuses, .chinese), force.by?.name ?? force.day ?? "",
        ]
        .filter { !$0.isEmpty }.joined(separator: " ")
        return check
    }

    /// Whether a cited title is that of a document: one may leave out the office, or name only what is issued.
    private static func agrees(_ cited: String, _ title: String) -> Bool {
        func bare(_ text: String) -> String {
            String(
                String.UnicodeScalarView(text.unicodeScalars.filter { !"《》〈〉“”\"（）() 　".unicodeScalars.contains($0) }))
        }
        let (cited, title) = (bare(cited), bare(title))
        return cited == title || title.contains(cited) || cited.contains(title)
    }

    private static func unit(_ assignment: AssignmentRecord, _ archive: Archive) throws -> Check {
        let isKnown = try archive.knowsUnit(assignment.unit)
        let like = isKnown ? [] : try archive.namesLike(assignment.unit, of: .unit)
        return Check(
            kind: "unit", state: isKnown ? .found : like.isEmpty ? .notHeld : .differs, quote: assignment.unit,
            line: assignment.span?.start.line ?? 0, detail: like.isEmpty ? nil : like.joined(separator: "、"))
    }
}
