/// Measures the features of the significant lines of a file, each by itself and by the lines around it.
struct LineEvidence {
    let table: LineTable
    private(set) var features: [FeatureSet] = []
    private let stacked: Set<Int>
    private let leadsIn: Set<Int>

    init(_ table: LineTable) {
        self.table = table
        stacked = Self.stacks(table)
        leadsIn = Self.linesBeforeLeadIn(table)
        let often = Self.oftenRepeated(table)
        var beforeSentences = true
        features.reserveCapacity(table.significant.count)
        for position in table.significant.indices {
            var set = FeatureSet(.bias)
            let line = table.line(position)
            let role = table.role(position) ?? .body
            addShape(role, line, to: &set)
            if role == .body || role == .bracketedDate {
                addSetting(position, line, to: &set)
                addWords(position, line, to: &set)
            }
            set.insert(.beforeSentences, if: beforeSentences)
            addPlace(position, to: &set)
            set.insert(.beforeLeadIn, if: leadsIn.contains(position))
            set.insert(.behindFurniture, if: table.isBehindFurniture(position))
            set.insert(.inStack, if: stacked.contains(position))
            set.insert(.oftenRepeated, if: often.contains(line.squashed))
            if beforeSentences, position < 40 { addRepetition(position, line, to: &set) }
            features.append(set)
            if isSentence(line.squashed) { beforeSentences = false }
        }
    }

    subscript(position: Int) -> FeatureSet {
        features.indices.contains(position) ? features[position] : FeatureSet()
    }

    /// Whether a line has a feature; false outside of the file.
    func has(_ feature: LineFeature, _ position: Int) -> Bool {
        features.indices.contains(position) && features[position].contains(feature)
    }

    private func isSentence(_ text: [Unicode.Scalar]) -> Bool {
        text.count > 20 && text.last == "。"
    }

    // MARK: Shape

    private func addShape(_ role: LineRole, _ line: SourceLine, to set: inout FeatureSet) {
        switch role {
        case .number(let number):
            set.insert(.numberAlone)
            set.insert(.numberNamesKind, if: number.namesInstrument)
        case .orderNumber: set.insert(.orderNumberAlone)
        case .letterhead: set.insert(.letterheadShape)
        case .date: set.insert(.dateAlone)
        case .bracketedDate: set.insert(.bracketedHistory)
        case .annotation: set.insert(.annotationShape)
        case .cc: set.insert(.ccShape)
        case .printing:
            set.insert(.printingShape)
            set.insert(.printingDate, if: CalendarDate.scan(line.squashed, at: 0) != nil)
        case .attachmentLabel: set.insert(.attachmentLabelShape)
        case .tableRow: set.insert(.tableRow)
        case .body: set.insert(.plain)
        case .blank, .furniture: break
        }
    }

    private func addSetting(_ position: Int, _ line: SourceLine, to set: inout FeatureSet) {
        let text = line.squashed
        set.insert(.titleLike, if: table.isTitleLike(position))
        set.insert(.runningText, if: table.isRunningText(position))
        set.insert(.endsSentence, if: Reflow.endsSentence(text))
        set.insert(.endsInStop, if: text.last.map { "。；;！".unicodeScalars.contains($0) } ?? false)
        set.insert(.endsInColon, if: text.last == "：" || text.last == ":")
        set.insert(.holdsComma, if: text.contains { "，。；,".unicodeScalars.contains($0) })
        let level = line.style?.headingLevel
        set.insert(.heading, if: level == 1 || (line.style?.relativeSize ?? 1) >= 1.3 && line.style?.isCentred == true)
        set.insert(.subheading, if: (level ?? 1) > 1)
        set.insert(.centred, if: line.style?.isCentred == true)
        set.insert(.rightSet, if: line.style?.isRightSet == true)
        set.insert(.link, if: (line.style?.linkShare ?? 0) > 0.8)
        set.insert(.historyEntry, if: HistoryLine.isEntry(text))
        set.insert(
            .continuesHistory,
            if: position > 0 && followsAtOnce(position) && line.content.lowerBound >= 2
                && Label.scan(line.text).map { $0.end < line.text.count } ?? true)
        set.insert(.caption, if: HistoryLine.captions.has(text))
        set.insert(.opensWithLabel, if: Label.scan(line.text) != nil)
        set.insert(.narrow, if: line.width <= 24)
        set.insert(.short, if: line.width <= 50)
        set.insert(.middling, if: line.width <= 60)
    }

    /// Whether nothing stands between a line and the one before it, not even a blank one.
    private func followsAtOnce(_ position: Int) -> Bool {
        table.significant[position] == table.significant[position - 1] + 1
            && table.line(position).number != table.line(position - 1).number
    }

    // MARK: Words

    private func addWords(_ position: Int, _ line: SourceLine, to set: inout FeatureSet) {
        let text = line.squashed
        set.insert(
            .endsLikeAgency, if: AgencyNames.endsLikeAgency(text) && text.count >= 3 && text[0] != "本" && text[0] != "各"
        )
        set.insert(.opensSigner, if: text.begins(with: "签发人") || text.begins(with: "签发："))
        set.insert(.orderEnding, if: DocumentKinds.isOrderHead(text))
        let isOfficial = Signatory.isOfficial(line)
        set.insert(.postAndName, if: isOfficial)
        set.insert(.shortOfficial, if: isOfficial && text.count <= 10)
        let fields = SitePage.fields(in: line)
        set.insert(.siteField, if: !fields.isEmpty)
        set.insert(.siteOnlyField, if: fields.contains { SiteWords.siteOnly.has($0.name) })
        set.insert(.link, if: SitePage.isLink(line))
        set.insert(.mixesScripts, if: RowOfWords.mixesScripts(line.text))
        set.insert(.rowOfWords, if: RowOfWords.isRow(line))
        set.insert(.siteName, if: SiteWords.isSiteName(text))
        set.insert(.timeOfDay, if: SitePage.hasTimeOfDay(text))
        set.insert(.footWords, if: SiteWords.isOfFoot(text))
        set.insert(.footMark, if: SiteWords.closes(text))
        set.insert(.leadIn, if: LeadIn.opens(text))
        set.insert(.opensSentence, if: text.contains("《") || SentenceWords.openings.begins(text))
        set.insert(.entryOpening, if: EntryOpening.opens(line.text))
        set.insert(.officialTitle, if: DocumentKinds.isOfficialTitle(text))
        set.insert(.instrumentTitle, if: DocumentKinds.isInstrumentTitle(text))
        set.insert(.opensImprint, if: text.ends(with: "简介") && text.contains("公报"))
        set.insert(.opensNote, if: AttachmentEvidence.opensNote(text))
        set.insert(.continuesNote, if: isRestOfNote(position, line))
        set.insert(.continuesList, if: position > 0 && continuesList(table.line(position - 1), line))
    }

    /// A numbered line or an indented one below 「附件：1.…」.
    private func isRestOfNote(_ position: Int, _ line: SourceLine) -> Bool {
        guard line.width <= 100, line.text.last != "。" else { return false }
        return Label.scan(line.text)?.shape == .arabic
            || table.isTitleLike(position) && line.content.lowerBound >= 3
    }

    private func continuesList(_ last: SourceLine, _ next: SourceLine) -> Bool {
        if let end = last.squashed.last, "，、,".unicodeScalars.contains(end) { return true }
        if last.squashed.last == "。" { return false }
        return next.content.lowerBound >= 4 || (table.layout.isHardWrapped && last.width >= table.layout.width - 8)
    }

    // MARK: Place and repetition

    private func addPlace(_ position: Int, to set: inout FeatureSet) {
        set.insert(.pageStart, if: table.startsPage(position))
        set.insert(.opening, if: isOpening(position))
        let before = position > 0 ? table.role(position - 1) : nil
        set.insert(.behindClosing, if: before?.closesText ?? true)
        set.insert(.behindSentence, if: position == 0 || table.endsSentence(position - 1) || before?.closesText == true)
        set.insert(.behindLeadIn, if: position > 0 && LeadIn.opens(table.line(position - 1).squashed))
        set.insert(
            .pageStartBehindSentence,
            if: position > 0 && table.startsPage(position) && table.endsSentence(position - 1))
        switch table.role(position + 1) {
        case .number, .orderNumber: set.insert(.beforeNumber)
        case .body:
            let next = table.line(position + 1)
            set.insert(
                .beforeText,
                if: table.isRunningText(position + 1) || Label.scan(next.text) != nil
                    || Reflow.endsSentence(next.squashed))
        default: break
        }
    }

    /// Whether what stands before a line has come to its end.
    private func isOpening(_ position: Int) -> Bool {
        guard position > 0, let before = table.role(position - 1) else { return true }
        if before.closesText || before == .tableRow || table.startsPage(position) { return true }
        return table.endsSentence(position - 1) || !table.isRunningText(position - 1)
    }

    /// Titles that a page prints more than once at its top, in one line or several.
    private func addRepetition(_ position: Int, _ line: SourceLine, to set: inout FeatureSet) {
        guard table.isTitleLike(position) else { return }
        let wanted = TitleParts.bare(line.squashed).comparable
        guard wanted.count >= 2 else { return }
        var below: [Unicode.Scalar] = []
        for next in position + 1..<min(position + 13, table.significant.count) {
            let text = table.line(next).squashed
            if table.isRunningText(next) && !table.isTitleLike(next) || Reflow.endsSentence(text) { break }
            guard table.isTitleLike(next) else {
                below = []
                continue
            }
            let comparable = TitleParts.bare(text).comparable
            if comparable == wanted, wanted.count >= 8 { set.insert(.repeatedBelow) }
            below += comparable
            if below.firstRange(of: wanted.string) != nil { set.insert(.partOfTextBelow) }
        }
        for last in 0..<min(position, 40) where TitleParts.bare(table.line(last).squashed).comparable == wanted {
            set.insert(.repeatedAbove, if: wanted.count >= 8)
        }
    }

    /// The positions in stacks of narrow lines before the first sentence.
    private static func stacks(_ table: LineTable) -> Set<Int> {
        var found: Set<Int> = []
        var run: [Int] = []
        func finish() {
            if run.count >= 5 { found.formUnion(run) }
            run = []
        }
        for position in table.significant.indices.prefix(80) {
            let line = table.line(position)
            if table.isTitleLike(position), line.width <= 40, !AgencyNames.endsLikeAgency(line.squashed) {
                run.append(position)
            } else {
                finish()
            }
        }
        finish()
        return found
    }

    /// The positions of lines that lead over to the text of a document, and of the few before them.
    private static func linesBeforeLeadIn(_ table: LineTable) -> Set<Int> {
        let first = table.significant.indices.prefix(12).first { LeadIn.opens(table.line($0).squashed) }
        return first.map { Set(max(0, $0 - 6)...$0) } ?? []
    }

    /// Narrow lines that stand several times in the file.
    private static func oftenRepeated(_ table: LineTable) -> Set<[Unicode.Scalar]> {
        var counts: [[Unicode.Scalar]: Int] = [:]
        for position in table.significant.indices where table.line(position).width <= 24 && table.isTitleLike(position)
        {
            counts[table.line(position).squashed, default: 0] += 1
        }
        return Set(counts.filter { $0.value >= 2 }.keys)
    }
}
