/// The scores of runs behind what was read before them.
extension LineLabeller {
    /// What is to be said of a run behind what was read before it; nil where it may not follow.
    mutating func evidence(_ candidate: Candidate, at position: Int, zone: LineZone, behind way: Way) -> FeatureSet? {
        guard isAllowed(candidate, at: position, zone: zone, behind: way) else { return nil }
        var set = candidate.features
        let begins = way.zone.beginsDocument(zone, candidate.label)
        set.insert(.beginsDocument, if: begins)
        let isOfHead: Set<LineLabel> = [.date, .adoption, .annotation]
        set.insert(
            .untitled,
            if: zone == .text && (way.zone == .page || way.zone == .above)
                || zone == .above && isOfHead.contains(candidate.label))
        set.insert(.onPage, if: zone == .page)
        set.insert(.declaredTitle, if: declaresTitle && zone == .head)
        // Above all documents whatever stands before a title is of the page, and says nothing for it.
        if candidate.label == .title, set.contains(.officialTitle), way.zone == .page || way.zone == .above,
            way.head < 0
        {
            set.remove(.pageStart)
            set.remove(.behindClosing)
            set.insert(.behindPage)
        }
        switch candidate.label {
        case .title: addTitle(position..<position + candidate.length, way, to: &set)
        case .attachmentTitle:
            addAttachment(position..<position + candidate.length, way, to: &set)
            let isInstrument = [.instrumentEnding, .namedInTitle, .quotedInCover, .behindAttachmentLabel].contains(
                where: set.contains)
            guard isInstrument else { return nil }
        default: break
        }
        return set
    }

    /// The rules that no weight can outweigh.
    private func isAllowed(_ candidate: Candidate, at position: Int, zone: LineZone, behind way: Way) -> Bool {
        let set = candidate.features
        // Only the first document of a file may lack a title.
        if zone == .text, way.zone == .above, way.isBehindDocument { return false }
        switch candidate.label {
        case .imprint:
            return way.zone == .imprint
                || (set.contains(.opensImprint) && set.contains(.titleLike) && set.contains(.opening))
        case .letterhead where zone == .above && way.zone != .above && way.zone != .page:
            return set.contains(.letterheadShape) && set.contains(.opening)
        case .letterhead: return set.contains(.letterheadShape) || zone == .above || set.contains(.orderEnding)
        case .number where zone == .above && way.zone != .above && way.zone != .page:
            return (numbersFirst || set.contains(.numberNamesKind)) && set.contains(.opening)
        case .byline:
            return set.contains(.opensSigner) || set.contains(.short) && (zone == .head || set.contains(.beforeNumber))
        case .adoption where !set.contains(.bracketedHistory):
            // Without brackets it stands in the head alone; what goes on an entry stands directly below it, and nothing goes on
            // one whose bracket is closed.
            let isHead = zone == .head || zone == .text && set.contains(.beforeSentences)
            return isHead && (set.contains(.historyEntry) || way.label == .adoption && !isClosedBracket(position - 1))
        case .signature: return set.contains(.middling)
        case .cc: return set.contains(.ccShape) || way.label == .cc
        case .printing: return set.contains(.printingShape) || lines.has(.printingDate, position + 1)
        case .attachmentNote: return set.contains(.opensNote) || way.label == .attachmentNote
        case .navigation where way.zone == .text && zone == .above: return set.contains(.oftenRepeated)
        case .navigation where zone == .text || zone == .foot: return set.contains(.footMark)
        case .siteField where zone == .text || zone == .foot: return set.contains(.siteOnlyField)
        case .foreign where way.zone == .text:
            guard way.hasSubstance else { return false }
            return set.contains(.footMark) || set.contains(.behindFurniture) && set.contains(.titleLike)
        case .foreign where way.zone == .page: return set.contains(.plain) && set.contains(.beforeLeadIn)
        case .title:
            // Without a kind only its place makes a title: above all text, or below the words that lead over to it.
            let isBare = set.contains(.instrumentTitle) || set.contains(.kindlessTitle)
            if isBare, !set.contains(.listedInContents), way.zone == .text || way.zone == .foot || way.head >= 0 {
                return false
            }
            return set.contains(.opening) || way.label.map(Self.opensBehind.contains) ?? true
        case .attachmentTitle: return isAttachment(set, way)
        default: return true
        }
    }

    private func isClosedBracket(_ position: Int) -> Bool {
        let text = table.line(position).squashed
        return text.first.map("（(".unicodeScalars.contains) ?? false
            && text.last.map("）)".unicodeScalars.contains) ?? false
    }

    /// A title of an attachment stands behind its label, or where a text has ended and it reads as one.
    private func isAttachment(_ set: FeatureSet, _ way: Way) -> Bool {
        if way.label == .attachmentLabel { return true }
        // The office that signs stands above a date; only a person's name may stand below it.
        if way.label == .signature, !way.features.contains(.postAndName) { return false }
        return way.label.map(Self.closings.contains) ?? false || set.contains(.pageStartBehindSentence)
    }

    /// Labels behind which a title may stand whatever the line looks like.
    private static let opensBehind: Set<LineLabel> = [
        .navigation, .siteField, .foreign, .repeatedTitle, .letterhead, .number, .table,
    ]

    private static let closings: Set<LineLabel> = [
        .date, .annotation, .number, .printing, .letterhead, .cc, .signature,
    ]

    // MARK: Titles

    private func addTitle(_ run: Range<Int>, _ way: Way, to set: inout FeatureSet) {
        guard way.head >= 0 else { return }
        let text = comparable(run)
        let isNear = run.lowerBound - heads[way.head].title.upperBound <= 15
        set.insert(.sameNumber, if: set.contains(.orderTitle) && isNear && hasNumber(run, heads[way.head]))
        set.insert(.attachedAbove, if: isAttached(text, run, to: heads[way.head], way))
        var head = way.head
        while head >= 0 {
            if comparable(Range(heads[head].title)) == text {
                set.insert(.knownTitle)
                break
            }
            head = heads[head].previous
        }
    }

    /// Whether the head above has the number already that stands below an order's title, or in it.
    private func hasNumber(_ run: Range<Int>, _ head: PathHead) -> Bool {
        let number: [Unicode.Scalar] =
            run.upperBound < table.significant.count && lines.has(.orderNumberAlone, run.upperBound)
            ? table.line(run.upperBound).squashed : table.line(run.lowerBound).squashed
        return (head.title.lowerBound..<run.lowerBound).contains { position in
            table.line(position).squashed.ends(with: number.string)
        }
    }

    private func comparable(_ run: Range<Int>) -> [Unicode.Scalar] {
        run.flatMap { table.line($0).squashed }.comparable
    }

    /// Whether the document before names this title: then it issues it or has it attached.
    private func isAttached(_ wanted: [Unicode.Scalar], _ run: Range<Int>, to head: PathHead, _ way: Way) -> Bool {
        if way.label == .attachmentLabel { return true }
        guard wanted.count >= 4 else { return false }
        var cover: [Unicode.Scalar] = []
        for position in head.title.lowerBound..<min(head.title.upperBound + 60, run.lowerBound) {
            cover += table.line(position).squashed.comparable
        }
        return cover.firstRange(of: wanted.string) != nil
    }

    // MARK: Titles of attachments

    private mutating func addAttachment(_ run: Range<Int>, _ way: Way, to set: inout FeatureSet) {
        set.insert(.behindAttachmentLabel, if: way.label == .attachmentLabel)
        set.insert(.behindElement, if: way.label.map(Self.closings.contains) ?? false)
        let wanted = comparable(run)
        guard wanted.count >= 4 else { return }
        if way.head >= 0 {
            set.insert(.namedInTitle, if: comparable(Range(heads[way.head].title)).firstRange(of: wanted.string) != nil)
        }
        let start = way.textStart
        guard start >= 0 else { return }
        let titles = quoted[start] ?? attachments.quotedTitles(from: start)
        quoted[start] = titles
        set.insert(.quotedInCover, if: titles.contains(wanted))
    }
}
