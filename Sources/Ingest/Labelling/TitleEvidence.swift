/// Measures how well a run of lines reads as the title of a document.
struct TitleEvidence {
    let table: LineTable
    let lines: LineEvidence
    /// The titles of the 目录, made comparable.
    let contentsTitles: Set<[Unicode.Scalar]>

    static let longestRun = 6

    /// The features of a run; nil where it can't be a title.
    func features(of run: ClosedRange<Int>) -> FeatureSet? {
        if case .number(let number) = table.role(run.lowerBound) { return ruling(run, number) }
        let level = table.line(run.lowerBound).style?.headingLevel
        guard run.allSatisfy({ table.isTitleLike($0) && table.line($0).style?.headingLevel == level }),
            run.dropFirst().allSatisfy({ !table.startsPage($0) && !table.isBehindFurniture($0) }),
            run.count == 1 || !repeatsWithin(run)
        else { return nil }
        let whole = squashed(run)
        guard whole.count <= 160, whole.count >= 2 else { return nil }
        let text = run.lowerBound < 4 ? TitleParts.bare(whole) : whole
        var set = FeatureSet(.bias)
        addKind(run, text, to: &set)
        if set.contains(.kindlessTitle), run.contains(where: { table.line($0).squashed.count(where: \.isHan) < 3 }) {
            return nil
        }
        addSurroundings(run, to: &set)
        set.insert(.firstLineIsWhole, if: run.count > 1 && opensAnew(run))
        set.insert(.repeatedBelow, if: repeatsBelow(run, text))
        if run.count == 1 { copy([.repeatedAbove], run.lowerBound, to: &set) }
        if !set.contains(.instrumentTitle), !set.contains(.kindlessTitle) {
            addLength(run, to: &set)
        } else {
            set.insert(.bareRun, if: run.count > 1)
        }
        addPlace(run, to: &set)
        if run.lowerBound > 0, set.contains(.orderTitle) {
            set.insert(.announcesAbove, if: announcesAbove(run))
        }
        return set
    }

    /// Whether an order or notice says of a text named directly above it that it is adopted.
    private func announcesAbove(_ run: ClosedRange<Int>) -> Bool {
        let below = (run.upperBound + 1..<min(run.upperBound + 6, table.significant.count)).flatMap {
            table.line($0).squashed
        }
        let quoted = AttachmentEvidence.titles(in: below)
        let hasArticles = (run.upperBound + 1..<min(run.upperBound + 60, table.significant.count)).contains {
            position in
            Label.scan(table.line(position).text).map { $0.shape == .article && $0.number == 1 } ?? false
        }
        guard hasArticles else { return false }
        return (max(0, run.lowerBound - 4)..<run.lowerBound).contains { position in
            table.isTitleLike(position) && quoted.contains(table.line(position).squashed.comparable)
        }
    }

    func squashed(_ range: ClosedRange<Int>) -> [Unicode.Scalar] { range.flatMap { table.line($0).squashed } }

    /// A number that is the title as well: 第32/2020号行政长官批示 with its text at once.
    private func ruling(_ run: ClosedRange<Int>, _ number: DocumentNumber) -> FeatureSet? {
        guard run.count == 1, table.role(run.upperBound + 1) == .body,
            !DocumentKinds.isOfficialTitle(TitleParts.bare(table.line(run.upperBound + 1).squashed))
        else { return nil }
        guard number.namesInstrument || number.isOrder || NumberedOrder.isOne(number) else { return nil }
        let next = run.upperBound + 1
        if number.namesInstrument,
            (next..<min(next + 3, table.significant.count)).contains(where: { isBelowRulingNumber(next...$0) })
        {
            return nil
        }
        var set = FeatureSet(.bias)
        set.insert(.opening, if: lines.has(.opening, run.lowerBound))
        set.insert(.numberedTitle, if: number.namesInstrument)
        set.insert(.orderTitle, if: !number.namesInstrument)
        set.insert(.behindClosing, if: lines.has(.behindClosing, run.lowerBound))
        set.insert(.beforeSentences, if: lines.has(.beforeSentences, run.lowerBound))
        set.insert(.numberAlone)
        return set
    }

    // MARK: Kind

    private func addKind(_ run: ClosedRange<Int>, _ text: [Unicode.Scalar], to set: inout FeatureSet) {
        let next = run.upperBound + 1
        set.insert(.listedInContents, if: contentsTitles.contains(text.comparable))
        if DocumentKinds.isOfficialTitle(text) {
            set.insert(.officialTitle)
        } else if DocumentKinds.isGazetteTitle(text) {
            set.insert(.gazetteTitle)
        } else if isOrderTitle(text, next) {
            set.insert(.orderTitle)
        } else if DocumentKinds.isInstrumentTitle(text) || DocumentKinds.isLawTitle(text), isRule(next) {
            set.insert(.ruleTitle)
        } else if isBelowRulingNumber(run) {
            set.insert(.numberedTitle)
        } else if DocumentKinds.isInstrumentTitle(text) {
            set.insert(.instrumentTitle)
        } else {
            set.insert(.kindlessTitle)
        }
    }

    /// Whether the history of its adoption stands below a title, or its number at the very top: 第12/2003号行政法规.
    private func isRule(_ next: Int) -> Bool {
        if table.role(next) == .bracketedDate || lines.has(.historyEntry, next) { return true }
        if lines.has(.caption, next), next <= 3 { return true }
        guard next <= 6, case .number(let number) = table.role(0),
            number.namesInstrument || number.year == nil || next <= 2
        else {
            return false
        }
        return (1..<next).allSatisfy(table.isTitleLike)
    }

    /// 「沈阳市人民政府令」 above 「第85号」.
    func isOrderTitle(_ text: [Unicode.Scalar], _ next: Int) -> Bool {
        let text = DocumentKinds.withoutDate(text)
        guard text.count <= 40, text.count >= 3,
            let kind = ["令", "公告", "通告", "布告"].first(where: { text.ends(with: $0) })
        else { return false }
        switch table.role(next) {
        case .orderNumber: return true
        // 「教育部令」 above its date and its number.
        case .number, .date: return AgencyNames.endsLikeAgency(text.dropLast(kind.unicodeScalars.count))
        default: return false
        }
    }

    /// The lines below 第2/2004号法律.
    private func isBelowRulingNumber(_ run: ClosedRange<Int>) -> Bool {
        guard run.lowerBound > 0, case .number(let number) = table.role(run.lowerBound - 1), number.namesInstrument,
            lines.has(.opening, run.lowerBound - 1)
        else { return false }
        return run.count <= 3 && run.allSatisfy(table.isTitleLike) && table.role(run.upperBound + 1) == .body
            && !table.isTitleLike(run.upperBound + 1)
            && !run.contains { AgencyNames.endsLikeAgency(table.line($0).squashed) }
    }

    /// Whether a run reads as a title of any kind that begins a document.
    func hasKind(_ run: ClosedRange<Int>) -> Bool {
        guard let set = features(of: run) else { return false }
        return !set.contains(.kindlessTitle) && !set.contains(.instrumentTitle) || set.contains(.listedInContents)
    }

    private func addLength(_ run: ClosedRange<Int>, to set: inout FeatureSet) {
        set.insert(.longerByOne, if: run.count == 2)
        set.insert(.longerByTwo, if: run.count == 3)
        set.insert(.longerByMore, if: run.count > 3)
    }

    // MARK: Surroundings

    /// The place of a run speaks for official titles, and for those without a kind only before the first sentence.
    private func addPlace(_ run: ClosedRange<Int>, to set: inout FeatureSet) {
        set.insert(.opening, if: lines.has(.opening, run.lowerBound))
        let kinds: [LineFeature] = [.instrumentTitle, .kindlessTitle]
        if set.contains(.officialTitle) {
            copy([.pageStart, .behindClosing], run.lowerBound, to: &set)
        } else if kinds.contains(where: set.contains) {
            copy([.beforeSentences, .behindLeadIn, .oftenRepeated, .leadIn, .inStack], run.lowerBound, to: &set)
            copy([.beforeText, .holdsComma, .endsInColon], run.upperBound, to: &set)
        }
        for position in run {
            copy(
                [.siteField, .siteName, .link, .footWords, .timeOfDay, .rowOfWords, .mixesScripts], position, to: &set)
        }
        for position in run { copy([.historyEntry, .caption], position, to: &set) }
        copy([.heading, .subheading], run.lowerBound, to: &set)
    }

    private func copy(_ features: [LineFeature], _ position: Int, to set: inout FeatureSet) {
        for feature in features { set.insert(feature, if: lines.has(feature, position)) }
    }

    private func addSurroundings(_ run: ClosedRange<Int>, to set: inout FeatureSet) {
        if set.contains(.gazetteTitle), !lines.has(.behindClosing, run.lowerBound) {
            let width = table.line(run.upperBound).width
            set.insert(.fullLine, if: table.layout.isHardWrapped && abs(width - table.layout.width - 1) <= 5)
        }
        guard set.contains(.officialTitle) else { return }
        set.insert(.headGoesOn, if: hasHeadLine(below: run.upperBound) || hasRecipients(below: run.upperBound))
    }

    /// Whether a number, a history or an annotation stands in the next three lines, and no other title before it.
    private func hasHeadLine(below position: Int) -> Bool {
        for next in position + 1...position + 3 {
            switch table.role(next) {
            case .number, .orderNumber, .bracketedDate, .annotation: return true
            default: break
            }
            if lines.has(.officialTitle, next) { return false }
        }
        return false
    }

    private func hasRecipients(below position: Int) -> Bool {
        for next in position + 1..<min(position + 5, table.significant.count) {
            guard table.role(next) == .body, !lines.has(.officialTitle, next) else { return false }
            let text = table.line(next).squashed
            if let last = text.last, last == "：" || last == ":" { return !text.contains("。") }
            if text.contains("。") || Label.scan(text) != nil { return false }
        }
        return false
    }

    // MARK: Where a title begins

    /// Whether the first line of a run is complete by itself and the rest is a title: a signature that closes what stands
    /// before, the name of a page's section, a title of its own.
    private func opensAnew(_ run: ClosedRange<Int>) -> Bool {
        let first = table.line(run.lowerBound).squashed
        let rest = squashed(run.lowerBound + 1...run.upperBound)
        let endsLikeAgency = AgencyNames.endsLikeAgency(first)
        if first.comparable.count >= 8, rest.comparable.firstRange(of: first.comparable.string) != nil { return true }
        if endsLikeAgency, !isBelowNumber(run.lowerBound), !TitleWords.goOn.begins(rest), isTitle(rest, run) {
            return true
        }
        // 「某某条例」 above 「某某常务委员会公告」.
        if isOrderTitle(rest, run.upperBound + 1) { return DocumentKinds.isInstrumentTitle(first) }
        guard DocumentKinds.isOfficialTitle(rest), let office = rest.firstRange(of: "关于")?.lowerBound, office >= 3,
            AgencyNames.endsLikeAgency(rest[..<office])
        else { return false }
        if DocumentKinds.isOfficialTitle(first) {
            return TitleParts.bare(first).comparable != TitleParts.bare(rest).comparable
        }
        return !TitleWords.goOn.occurs(in: first) && !endsLikeAgency
    }

    private func isBelowNumber(_ position: Int) -> Bool {
        switch table.role(position - 1) {
        case .number, .letterhead: true
        default: false
        }
    }

    private func isTitle(_ text: [Unicode.Scalar], _ run: ClosedRange<Int>) -> Bool {
        contentsTitles.contains(text.comparable) || DocumentKinds.isOfficialTitle(text)
            || DocumentKinds.isGazetteTitle(text) || isOrderTitle(text, run.upperBound + 1)
            || (DocumentKinds.isInstrumentTitle(text) && isRule(run.upperBound + 1))
    }

    /// Whether a run holds a title and the same again.
    private func repeatsWithin(_ run: ClosedRange<Int>) -> Bool {
        let keys = run.map { TitleParts.bare(table.line($0).squashed).comparable }
        for start in 1..<keys.count {
            let again = Array(keys[start...].joined())
            guard again.count >= 8 else { continue }
            if Array(keys[..<start].joined()) == again || keys[0] == keys[start] { return true }
        }
        return false
    }

    /// Whether a run at the top of a file stands there again below, in one line or several.
    private func repeatsBelow(_ run: ClosedRange<Int>, _ text: [Unicode.Scalar]) -> Bool {
        guard run.lowerBound <= 20, lines.has(.beforeSentences, run.lowerBound) else { return false }
        let wanted = text.comparable
        guard wanted.count >= 8 else { return false }
        for start in run.upperBound + 1..<min(run.upperBound + 13, table.significant.count) {
            var below: [Unicode.Scalar] = []
            for end in start..<min(start + Self.longestRun, table.significant.count) where table.isTitleLike(end) {
                below += TitleParts.bare(table.line(end).squashed).comparable
                if below == wanted { return true }
                if below.count > wanted.count { break }
            }
        }
        return false
    }
}

/// Numbers that name the office and the kind of what it orders or makes known: 某某局公告第242号.
enum NumberedOrder {
    static func isOne(_ number: DocumentNumber) -> Bool {
        ["公告第", "令第", "通告第", "公告20", "令20"].contains { number.text.contains($0) }
    }
}

/// Words within titles.
enum TitleWords {
    /// What a title goes on with behind the office that issues it.
    static let goOn: WordList = ["关于", "印发", "转发", "批转"]
}
