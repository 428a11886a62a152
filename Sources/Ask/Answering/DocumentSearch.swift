import Extract
import Index

/// Finds the documents that a question is about.
extension Reply {
    /// Returns the documents that are named, or whose titles have the words of the matter, as indices.
    ///
    /// Of several versions of one instrument it is the one in force on the day of the question.
    mutating func askedDocuments() throws -> [Int] {
        try weighMatter()
        used.insert("matter")
        if reading.documents != nil {
            let documents = scope ?? []
            try accountForMatter(in: documents)
            return current(documents)
        }
        guard !reading.matter.isEmpty else { return places(limit: 3) }
        var least = 1.0
        var found: [(Int, MatterMatch)] = []
        for index in scope ?? Array(names.documents.indices) {
            let issuers = names.documents[index].issuerKeys.map(Haystack.init)
            let match = MatterMatch(reading.matter, own: names.titles[index], around: issuers)
            // A title must have more of the matter than its issuer.
            guard match.lack <= MatterMatch.mostLack, match.ownLack <= 0.6 else { continue }
            least = min(least, match.lack + match.ownLack / 4)
            found.append((index, match))
        }
        found = found.filter { $0.1.lack + $0.1.ownLack / 4 <= least + 0.02 }
        guard let best = found.first?.1, found.count <= 8 else { return [] }
        if !best.isWhole { unmatched += best.missing.filter { $0.weight >= 0.25 }.map(\.text) }
        let isAbout = found.contains { names.documents[$0.0].summary.kind != "解读" }
        return current(found.map(\.0).filter { !isAbout || names.documents[$0].summary.kind != "解读" })
    }

    /// A named area's documents, where they are few enough to be meant.
    private func places(limit: Int) -> [Int] {
        guard let scope, scope.count <= limit else { return [] }
        return scope
    }

    /// Words besides a document's name must be in its title or issuers.
    private mutating func accountForMatter(in documents: [Int]) throws {
        guard !reading.matter.isEmpty, let first = documents.first else { return }
        let issuers = names.documents[first].issuerKeys.map(Haystack.init)
        let missing = reading.matter.missing(in: names.titles[first] + issuers)
        unmatched += missing.filter { $0.weight >= 0.25 }.map(\.text)
    }

    /// Of documents with the same title, the one that is in force today.
    mutating func current(_ documents: [Int]) -> [Int] {
        guard documents.count > 1 else { return documents }
        let groups = Dictionary(grouping: documents) { names.documents[$0].summary.title }
        guard groups.contains(where: { $0.value.count > 1 }) else { return documents }
        var kept: [Int] = []
        for (title, versions) in groups {
            func day(_ index: Int) -> String {
                names.documents[index].effective ?? names.documents[index].summary.signed ?? ""
            }
            let inForce = versions.filter {
                day($0) <= today && !(names.documents[$0].expires.map { $0 + "~" < today } ?? false)
            }
            let days = Set(versions.map(day))
            guard days.count > 1, let last = inForce.map(day).max() else {
                kept += versions
                continue
            }
            kept += inForce.filter { day($0) == last }
            note(.version, title, [last])
        }
        return kept.sorted()
    }

    func documentItem(_ index: Int, values: [AnswerValue], others: [AnswerValue] = []) -> AnswerItem {
        let summary = names.documents[index].summary
        return item(
            index, values: values, others: others, quote: summary.title, at: PlaceRecord(line: summary.line, column: 1))
    }

    /// Returns the whole records of documents.
    func records(of documents: [Int]) throws -> [(index: Int, record: DocumentRecord)] {
        try documents.prefix(20).compactMap { index in
            try archive.documentRecord(names.documents[index].key).map { (index, $0) }
        }
    }

    mutating func noteNoDocument() throws {
        note(
            .noDocument, question.document ?? question.topic,
            try archive.namesLike(question.document ?? question.topic ?? "", of: .title))
    }
}
