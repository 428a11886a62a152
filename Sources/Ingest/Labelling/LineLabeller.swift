/// Gives every significant line of a file its label: one sequence of runs, the best of all by the sum of their weights.
///
/// A run is one line, or several that are read as one title or one list of addressees. Each run adds the weights of its
/// features for its label and that of following the label before; rules forbid what can't follow (``LineZone``). The search
/// keeps, for each line and each label, the best way to it (Viterbi over runs), so that nothing is decided before the whole
/// file is seen.
struct LineLabeller {
    let table: LineTable
    let lines: LineEvidence
    let titles: TitleEvidence
    let attachments: AttachmentEvidence
    let recipients: RecipientEvidence
    let model: LabelModel
    /// Whether numbers stand above their titles in this file, rather than below the cover note.
    let numbersFirst: Bool
    /// Whether the page names the title of its document in a field.
    let declaresTitle: Bool

    /// The ways that end at each line, the last run of each.
    var ways: [[Way]] = []
    /// The heads of documents met on any way.
    var heads: [PathHead] = []
    var quoted: [Int: Set<[Unicode.Scalar]>] = [:]

    init(_ table: LineTable, contents: [ContentsEntry], declaresTitle: Bool = false, model: LabelModel = .standard) {
        self.table = table
        self.model = model
        self.declaresTitle = declaresTitle
        lines = LineEvidence(table)
        titles = TitleEvidence(
            table: table, lines: lines,
            contentsTitles: Set(contents.map { Array($0.title.unicodeScalars).comparable }))
        attachments = AttachmentEvidence(table: table)
        recipients = RecipientEvidence(table: table)
        numbersFirst = Self.numbersStandFirst(table, titles)
    }

    /// Labels all lines.
    mutating func label() -> Labelling {
        let count = table.significant.count
        ways = Array(repeating: [], count: count)
        for position in 0..<count {
            let candidates = candidates(at: position)
            if position == 0 {
                extend(.start, with: candidates, at: position)
            } else {
                for index in ways[position - 1].indices {
                    extend(ways[position - 1][index], from: index, with: candidates, at: position)
                }
            }
        }
        return traced()
    }

    // MARK: Candidates

    /// A run that may begin at a line, with what is to be said of it whatever stands before.
    struct Candidate {
        var label: LineLabel
        var length: Int
        var features: FeatureSet
    }

    private func candidates(at position: Int) -> [Candidate] {
        let set = lines[position]
        var found = LineLabel.singles(set).map { Candidate(label: $0, length: 1, features: set) }
        let count = table.significant.count
        if set.contains(.titleLike) || set.contains(.numberAlone) {
            for end in position..<min(position + TitleEvidence.longestRun, count) {
                guard end == position || table.isTitleLike(end) else { break }
                if let features = titles.features(of: position...end) {
                    found.append(Candidate(label: .title, length: end - position + 1, features: features))
                }
            }
        }
        if set.contains(.titleLike) {
            for end in position..<min(position + AttachmentEvidence.longestRun, count) {
                guard let features = attachments.features(of: position...end) else { break }
                found.append(Candidate(label: .attachmentTitle, length: end - position + 1, features: features))
            }
        }
        if set.contains(.plain) {
            for end in position..<min(position + RecipientEvidence.longestRun, count) {
                if let features = recipients.features(of: position...end) {
                    found.append(Candidate(label: .recipients, length: end - position + 1, features: features))
                }
                if lines.has(.endsInColon, end) { break }
            }
        }
        return found
    }

    private static func numbersStandFirst(_ table: LineTable, _ titles: TitleEvidence) -> Bool {
        var before = 0
        var elsewhere = 0
        for position in table.significant.indices {
            guard case .number = table.role(position) else { continue }
            let isBefore = (1...TitleEvidence.longestRun).contains { length in
                position + length < table.significant.count && titles.lines.has(.opening, position + 1)
                    && titles.hasKind(position + 1...position + length)
            }
            if isBefore { before += 1 } else { elsewhere += 1 }
        }
        return before >= elsewhere
    }

    // MARK: Search

    private mutating func extend(_ way: Way, from index: Int = -1, with candidates: [Candidate], at position: Int) {
        for candidate in candidates {
            for zone in way.zone.zones(of: candidate.label) {
                guard let set = evidence(candidate, at: position, zone: zone, behind: way) else { continue }
                var score = way.score + model.score(set, for: candidate.label)
                if let last = way.label { score += model.weight(from: last, to: candidate.label) }
                if way.isScrap, way.zone.beginsDocument(zone, candidate.label) {
                    score += model.weight(.behindBareHead, for: .title)
                }
                let end = position + candidate.length - 1
                var next = Way(
                    zone: zone, label: candidate.label, score: score, features: set, start: position, previous: index)
                carry(way, into: &next, candidate, at: position)
                keep(next, at: end)
            }
        }
    }

    private mutating func keep(_ way: Way, at end: Int) {
        if let at = ways[end].firstIndex(where: { $0.zone == way.zone && $0.label == way.label }) {
            if ways[end][at].score < way.score { ways[end][at] = way }
        } else {
            ways[end].append(way)
        }
    }

    /// What a way knows of the document it is in.
    private mutating func carry(_ way: Way, into next: inout Way, _ candidate: Candidate, at position: Int) {
        let begins = way.zone.beginsDocument(next.zone, candidate.label)
        next.head = way.head
        next.isBehindDocument = way.isBehindDocument || begins && way.hasBegun
        next.hasBegun = way.hasBegun || begins
        next.textStart = begins ? -1 : way.textStart
        next.hasSubstance = !begins && way.hasSubstance || Self.isSubstance(candidate)
        if candidate.label == .title {
            heads.append(
                PathHead(
                    title: position...position + candidate.length - 1, previous: way.head))
            next.head = heads.count - 1
            next.textStart = -1
        }
        if next.zone == .text, next.textStart < 0 { next.textStart = position }
    }

    /// Whether a run shows that a document has a text: a sentence, a label, a table, addressees.
    private static func isSubstance(_ candidate: Candidate) -> Bool {
        switch candidate.label {
        case .table, .recipients, .attachmentLabel, .cc, .printing: true
        case .body:
            [.endsInStop, .endsInColon, .runningText, .opensWithLabel, .entryOpening].contains(
                where: candidate.features.contains)
        default: false
        }
    }

    private func traced() -> Labelling {
        var runs: [Labelling.Run] = []
        var end = table.significant.count - 1
        guard end >= 0, var index = ways[end].indices.max(by: { ending(ways[end][$0]) < ending(ways[end][$1]) }) else {
            return Labelling(runs: [], model: model)
        }
        while end >= 0 {
            let way = ways[end][index]
            guard let label = way.label else { break }
            let before = way.start > 0 ? ways[way.start - 1][way.previous] : .start
            let rival = rival(of: way, endingAt: end)
            runs.append(
                Labelling.Run(
                    range: way.start..<end + 1, label: label, zone: way.zone,
                    beginsDocument: before.zone.beginsDocument(way.zone, label), score: way.score - before.score,
                    features: way.features, rival: rival?.label, margin: rival.map { way.score - $0.score }))
            end = way.start - 1
            index = way.previous
        }
        return Labelling(runs: runs.reversed(), model: model)
    }

    /// The best other reading of the lines up to one, for which what follows would be the same.
    private func rival(of way: Way, endingAt end: Int) -> Way? {
        ways[end].filter { $0.zone == way.zone && $0.label != way.label }.max { $0.score < $1.score }
    }

    /// The score of a way at the end of the file: a head without text is none of a document.
    private func ending(_ way: Way) -> Double {
        if way.isScrap || way.zone == .page { return way.score + model.weight(.behindBareHead, for: .title) }
        return way.label == .signature ? way.score + model.weight(from: .signature, to: .title) : way.score
    }
}

/// The best way to a run: its score, and what has been read on it.
struct Way {
    var zone: LineZone
    var label: LineLabel?
    var score: Double
    /// What is said of its last run.
    var features = FeatureSet()
    /// The first line of its last run.
    var start = 0
    /// The way that it goes on from, among those that end at the line before.
    var previous = -1
    /// The head of the document it is in, or of the last one; -1 before the first.
    var head = -1
    /// Where the text of that document begins; -1 before.
    var textStart = -1

    /// Whether a document has begun.
    var hasBegun = false
    /// Whether another has ended before.
    var isBehindDocument = false

    /// Whether its document has a text.
    var hasSubstance = false

    /// Whether the document it is in is none by what it holds so far.
    var isScrap: Bool { zone == .head || zone == .above || zone != .page && hasBegun && !hasSubstance }

    static let start = Way(zone: .page, label: nil, score: 0)
}

/// The title of a document on a way, and that of the document before.
struct PathHead {
    var title: ClosedRange<Int>
    var previous: Int
}

extension LineLabel {
    /// The labels that a single line may have by its features, addressees and titles aside.
    static func singles(_ set: FeatureSet) -> [LineLabel] {
        if let label = shaped(set) { return [label, .imprint, .foreign] }
        var labels: [LineLabel] = [.body, .imprint, .foreign, .navigation]
        if set.contains(.siteField) { labels.append(.siteField) }
        if set.contains(.partOfTextBelow) || set.contains(.repeatedBelow) || set.contains(.repeatedAbove) {
            labels.append(.repeatedTitle)
        }
        if set.contains(.titleLike) {
            if set.contains(.endsLikeAgency) || set.contains(.postAndName) { labels += [.signature, .printing] }
            if set.contains(.endsLikeAgency) || set.contains(.orderEnding) { labels.append(.letterhead) }
            labels.append(.byline)
        } else if set.contains(.opensSigner) {
            labels.append(.byline)
        }
        if set.contains(.opensNote) || set.contains(.continuesNote) { labels.append(.attachmentNote) }
        if set.contains(.continuesList) { labels.append(.cc) }
        if set.contains(.historyEntry) || set.contains(.continuesHistory) { labels.append(.adoption) }
        if set.contains(.caption), !set.contains(.siteField) { labels.append(.siteField) }
        return labels
    }

    /// The one element that a line is by its shape alone.
    private static func shaped(_ set: FeatureSet) -> LineLabel? {
        let shapes: [(LineFeature, LineLabel)] = [
            (.numberAlone, .number), (.orderNumberAlone, .number), (.letterheadShape, .letterhead), (.dateAlone, .date),
            (.annotationShape, .annotation), (.bracketedHistory, .adoption), (.ccShape, .cc),
            (.printingShape, .printing),
            (.attachmentLabelShape, .attachmentLabel), (.tableRow, .table),
        ]
        return shapes.first { set.contains($0.0) }?.1
    }
}
