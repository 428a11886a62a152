/// Finds where documents begin.
///
/// The evidence is a title that stands alone: 「…关于…的通知」 with a 文号, a letterhead, addressees or a date beside it;
/// the title of a 目录 entry; 大事记, 政府工作报告, 解读 and the like; a 令 with its number; a rule with the history of its
/// adoption below the title. A 文号 by itself is no boundary: it may be cited, or displaced into the middle of a body.
struct HeadFinder {
    let table: LineTable
    /// The titles of the 目录, made comparable.
    let contentsTitles: Set<[Unicode.Scalar]>

    init(_ table: LineTable, contents: [ContentsEntry]) {
        self.table = table
        contentsTitles = Set(contents.map { Array($0.title.unicodeScalars).comparable })
    }

    func heads() -> [Head] {
        var heads: [Head] = []
        var titles: Set<[Unicode.Scalar]> = []
        var position = 0
        let numberFirst = numbersStandBeforeTitles()
        while position < table.significant.count {
            if let own = numberedTitle(at: position) {
                let start = position
                position = own.upperBound + 1
                heads.append(Head(start: start, title: own))
                continue
            }
            guard let found = title(at: position), let kind = evidence(for: found, previous: heads.last, titles) else {
                position += 1
                continue
            }
            var head = Head(
                start: found.lowerBound, title: withoutRepetition(found), isImprint: kind == .imprint)
            let floor = heads.last.map { $0.title.upperBound + 1 } ?? 0
            head.start = extended(head, floor: floor, numberFirst: numberFirst, isFirst: heads.isEmpty)
            if heads.isEmpty, let first = repeatsAbove(head.title) { head.start = min(head.start, first) }
            heads.append(head)
            titles.insert(comparable(head.title))
            position = found.upperBound + 1
        }
        return withSharedHeads(heads)
    }

    /// The title of an instrument whose number names its kind, as in Macao: the lines below 第2/2004号法律, or the number
    /// itself where text follows at once (第32/2020号行政长官批示).
    private func numberedTitle(at position: Int) -> ClosedRange<Int>? {
        guard case .number(let number) = table.role(position), number.namesInstrument, isOpening(position) else {
            return nil
        }
        var end = position
        while end - position < 3, table.isTitleLike(end + 1), !AgencyNames.endsLikeAgency(table.line(end + 1).squashed)
        {
            end += 1
        }
        let titled = end > position && end - position < 3 && table.role(end + 1) == .body
        return titled ? position + 1...end : position...position
    }

    /// Takes in a line that stands above several heads alike, such as a link to the text in another language.
    private func withSharedHeads(_ heads: [Head]) -> [Head] {
        func above(_ head: Head) -> [Unicode.Scalar]? {
            guard head.start > 0, table.isTitleLike(head.start - 1), table.line(head.start - 1).width <= 24 else {
                return nil
            }
            return table.line(head.start - 1).squashed
        }
        var counts: [[Unicode.Scalar]: Int] = [:]
        for head in heads { if let line = above(head) { counts[line, default: 0] += 1 } }
        return heads.map { head in
            guard let line = above(head), counts[line, default: 0] >= 2 else { return head }
            var head = head
            head.start -= 1
            return head
        }
    }

    // MARK: Titles

    private enum Kind { case official, gazette, order, rule, imprint }

    /// The longest run of title-like lines from a position that reads as the title of a document.
    private func title(at position: Int) -> ClosedRange<Int>? {
        guard table.isTitleLike(position), isOpening(position) else { return nil }
        var best: ClosedRange<Int>?
        /// What was found so far, comparable.
        var known: [Unicode.Scalar]?
        var text: [Unicode.Scalar] = []
        for end in position..<min(position + 6, table.significant.count) {
            guard table.isTitleLike(end) else { break }
            if end > position, table.startsPage(end) { break }
            let line = table.line(end).squashed
            if let title = known, Self.bareTitle(line) == title {
                // The title again, see `withoutRepetition`.
                best = position...end
                continue
            }
            text += line
            guard text.count <= 160 else { break }
            if kind(of: bareAtTop(text, from: position), next: end + 1) != nil {
                best = position...end
                known = Self.bareTitle(text)
            }
        }
        guard let found = best, found.count > 1, isWhole(found) || opensBehind(found) else { return best }
        return title(at: position + 1) ?? best
    }

    /// Whether the first line of a run is a signature that closes what stands before, and the rest a title by itself.
    private func isWhole(_ run: ClosedRange<Int>) -> Bool {
        guard AgencyNames.endsLikeAgency(table.line(run.lowerBound).squashed) else { return false }
        let rest = Array((run.lowerBound + 1...run.upperBound).map { table.line($0).squashed }.joined())
        return !["关于", "關於", "印发", "转发", "批转"].contains { rest.begins(with: $0) }
            && kind(of: rest, next: run.upperBound + 1) != nil
    }

    private func kind(of text: [Unicode.Scalar], next: Int) -> Kind? {
        if text.ends(with: "简介"), text.contains("公报") { return .imprint }
        if contentsTitles.contains(text.comparable) { return .gazette }
        if DocumentKinds.isOfficialTitle(text) { return .official }
        if DocumentKinds.isGazetteTitle(text) { return .gazette }
        if isOrderTitle(text, next) { return .order }
        if DocumentKinds.isInstrumentTitle(text), table.role(next) == .bracketedDate { return .rule }
        // A law below its number at the very top: 第12/2003號行政法規.
        if DocumentKinds.isInstrumentTitle(text), next <= 6, case .number = table.role(0) { return .rule }
        return nil
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

    /// Whether what stands before a line has come to its end.
    private func isOpening(_ position: Int) -> Bool {
        guard position > 0, let before = table.role(position - 1) else { return true }
        if before.closesText || before == .tableRow || table.startsPage(position) { return true }
        return table.endsSentence(position - 1) || !table.isRunningText(position - 1)
    }

    private func evidence(for title: ClosedRange<Int>, previous: Head?, _ known: Set<[Unicode.Scalar]>) -> Kind? {
        let text = bareAtTop(squashed(withoutRepetition(title)), from: title.lowerBound)
        guard let kind = kind(of: text, next: title.upperBound + 1), !known.contains(text.comparable) else {
            return nil
        }
        let isListed = contentsTitles.contains(text.comparable)
        let before = title.lowerBound == 0 ? nil : table.role(title.lowerBound - 1)
        let after = (1...3).compactMap { table.role(title.upperBound + $0) }
        switch kind {
        case .imprint, .order: return kind
        case .gazette:
            // A line as wide as the print may be one of a paragraph, unless a document has just ended.
            let width = table.line(title.upperBound).width
            let isFull = table.layout.isHardWrapped && abs(width - table.layout.width - 1) <= 5
            if !isListed, isFull, before?.closesText == false { return nil }
            if isListed || previous == nil { return kind }
            return isAttachedTo(previous, title) ? nil : kind
        case .official:
            let opens = before.map { $0.closesText } ?? true
            let goes =
                after.contains { role in
                    switch role {
                    case .number, .orderNumber, .bracketedDate, .annotation: true
                    default: false
                    }
                } || hasRecipients(below: title.upperBound)
            return isListed || goes || (previous == nil && repeatsAbove(title) != nil)
                || (opens && !isAttachedTo(previous, title)) || table.startsPage(title.lowerBound)
                ? kind : nil
        case .rule:
            return isAttachedTo(previous, title) ? nil : kind
        }
    }

    /// Whether the document before names this title: then it issues it or has it attached.
    private func isAttachedTo(_ previous: Head?, _ title: ClosedRange<Int>) -> Bool {
        guard let previous else { return false }
        if title.lowerBound > 0, table.role(title.lowerBound - 1) == .attachmentLabel { return true }
        let wanted = comparable(title)
        guard wanted.count >= 4 else { return false }
        var cover: [Unicode.Scalar] = []
        for position in previous.title.lowerBound..<min(previous.title.upperBound + 60, title.lowerBound) {
            cover += table.line(position).squashed.comparable
        }
        return cover.firstRange(of: wanted.string) != nil
    }

    private func hasRecipients(below position: Int) -> Bool {
        for next in position + 1..<min(position + 5, table.significant.count) {
            guard table.role(next) == .body else { return false }
            let text = table.line(next).squashed
            if let last = text.last, last == "：" || last == ":" { return !text.contains("。") }
            if text.contains("。") || Label.scan(text) != nil { return false }
        }
        return false
    }

    // MARK: What stands above a title

    /// Whether numbers stand above their titles in this file, rather than below the cover note.
    private func numbersStandBeforeTitles() -> Bool {
        var before = 0
        var elsewhere = 0
        for position in table.significant.indices {
            guard case .number = table.role(position) else { continue }
            if title(at: position + 1) != nil { before += 1 } else { elsewhere += 1 }
        }
        return before >= elsewhere
    }

    /// Takes in the letterhead and number lines above the title, and all title-like lines above a file's first head.
    private func extended(_ head: Head, floor: Int, numberFirst: Bool, isFirst: Bool) -> Int {
        var start = head.start
        while start > floor, let role = table.role(start - 1) {
            switch role {
            case .letterhead: start -= 1
            case .number where numberFirst || isFirst: start -= 1
            case .body where isFirst && isPartOfTitle(start - 1, head): start -= 1
            default: return start
            }
        }
        return start
    }

    func squashed(_ range: ClosedRange<Int>) -> [Unicode.Scalar] {
        Array(range.map { table.line($0).squashed }.joined())
    }

    func comparable(_ range: ClosedRange<Int>) -> [Unicode.Scalar] { squashed(range).comparable }
}

extension LineTable {
    /// Whether a line looks like one of a paragraph: long, or with punctuation inside.
    func isRunningText(_ position: Int) -> Bool {
        guard role(position) == .body else { return false }
        let line = line(position)
        if layout.isHardWrapped { return line.width >= layout.width - 8 }
        return line.width >= 60 || line.squashed.contains("，")
    }
}
