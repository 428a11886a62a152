/// Measures how well a run of lines reads as the title of what a document attaches or issues.
struct AttachmentEvidence {
    let table: LineTable

    static let longestRun = 4

    static func opensNote(_ text: [Unicode.Scalar]) -> Bool {
        text.begins(with: "附件：") || text.begins(with: "附件:") || text.begins(with: "附：")
    }

    /// The features of a run by itself; nil where it can't be such a title.
    func features(of run: ClosedRange<Int>) -> FeatureSet? {
        guard run.allSatisfy(table.isTitleLike), run.dropFirst().allSatisfy({ goesOn($0, from: run.lowerBound) }),
            run.dropLast().allSatisfy({ table.role($0 + 1) != .tableRow })
        else { return nil }
        let text = run.flatMap { table.line($0).squashed }
        guard !Self.opensNote(text) else { return nil }
        var set = FeatureSet(.bias)
        set.insert(.endsLikeAgency, if: AgencyNames.endsLikeAgency(text))
        set.insert(.instrumentEnding, if: DocumentKinds.isInstrumentTitle(text))
        set.insert(
            .pageStartBehindSentence,
            if: run.lowerBound > 0 && table.startsPage(run.lowerBound) && table.endsSentence(run.lowerBound - 1))
        set.insert(.longerByOne, if: run.count == 2)
        set.insert(.longerByTwo, if: run.count == 3)
        set.insert(.longerByMore, if: run.count > 3)
        return set
    }

    private func goesOn(_ position: Int, from start: Int) -> Bool {
        let line = table.line(position)
        if table.startsPage(position) || isMeasure(line.squashed) || Reflow.isLabelledLine(line.squashed) {
            return false
        }
        // The first paragraph below a title is indented further than the title's own lines.
        return
            !(line.content.lowerBound > table.line(start).content.lowerBound + 1 && table.layout.isHardWrapped
            && line.width >= table.layout.width - 8)
    }

    /// 「单位：万元/亩」.
    private func isMeasure(_ line: [Unicode.Scalar]) -> Bool {
        line.begins(with: "单位：") || line.begins(with: "单位:") || line.begins(with: "（单位")
    }

    /// The titles in 《》 within the first lines of a cover: what it issues is named there in full.
    func quotedTitles(from start: Int) -> Set<[Unicode.Scalar]> {
        var text: [Unicode.Scalar] = []
        for position in start..<min(start + 12, table.significant.count) where table.role(position) == .body {
            text += table.line(position).squashed
        }
        return Self.titles(in: text)
    }

    /// The titles in 《》 of a text, made comparable.
    static func titles(in text: [Unicode.Scalar]) -> Set<[Unicode.Scalar]> {
        var titles: Set<[Unicode.Scalar]> = []
        var open: Int?
        for (at, scalar) in text.enumerated() {
            if scalar == "《" { open = open ?? at + 1 }
            if scalar == "》", let from = open {
                titles.insert(Array(text[from..<at]).comparable)
                open = nil
            }
        }
        return titles
    }
}
