/// Tells the element of each line of one document.
///
/// Single lines know whether they are numbers, dates, 抄送 and so on; here the lines around them settle the rest: title,
/// addressees, signature, the titles of attachments.
struct ElementMarker {
    /// What a line ends as.
    enum Mark: Hashable {
        case element(Element)
        case furniture(Furniture)
    }

    let table: LineTable
    let head: Head?
    let range: Range<Int>
    private(set) var marks: [Mark]

    init(_ table: LineTable, head: Head?, range: Range<Int>) {
        self.table = table
        self.head = head
        self.range = range
        marks = range.map { ElementMarker.initial(table.role($0)) }
        markTitle()
        let bodyStart = markOpening()
        markSignatures()
        markClosings()
        markAttachments(from: bodyStart)
        markTrailingSignature()
    }

    subscript(position: Int) -> Mark {
        get { marks[position - range.lowerBound] }
        set { marks[position - range.lowerBound] = newValue }
    }

    private static func initial(_ role: LineRole?) -> Mark {
        switch role {
        case .number, .orderNumber: .element(.number)
        case .letterhead: .furniture(.letterhead)
        case .date: .element(.date)
        case .bracketedDate: .element(.adoption)
        case .annotation: .element(.annotation)
        case .cc: .element(.cc)
        case .printing: .element(.printing)
        case .attachmentLabel: .element(.attachmentLabel)
        case .tableRow: .element(.table)
        default: .element(.body)
        }
    }

    private func text(_ position: Int) -> [Unicode.Scalar] { table.line(position).squashed }
    private func isBody(_ position: Int) -> Bool { range.contains(position) && self[position] == .element(.body) }

    // MARK: The opening

    private mutating func markTitle() {
        guard let head else { return }
        for position in head.title { self[position] = .element(.title) }
        for position in head.start..<head.title.lowerBound where isBody(position) {
            self[position] = .furniture(.repeatedTitle)
        }
    }

    /// Marks addressees or byline; returns where the text begins.
    private mutating func markOpening() -> Int {
        guard let head else { return openingOfHeadless() }
        var position = head.title.upperBound + 1
        skipElements(&position)
        // 「国务院」 between the title and its number.
        if isBody(position), range.contains(position + 1), self[position + 1] == .element(.number),
            table.isTitleLike(position), AgencyNames.endsLikeAgency(text(position))
        {
            self[position] = .element(.byline)
            skipElements(&position)
        }
        if let end = recipientsEnd(from: position) {
            for line in position...end { self[line] = .element(.recipients) }
            return end + 1
        }
        if isBody(position), isByline(position) {
            self[position] = .element(.byline)
            return position + 1
        }
        return position
    }

    private func skipElements(_ position: inout Int) {
        while range.contains(position), !isBody(position), self[position] != .element(.table) { position += 1 }
    }

    /// A page that left out the title begins with the addressees: more than one, and text below.
    private mutating func openingOfHeadless() -> Int {
        var position = range.lowerBound
        skipElements(&position)
        if isBody(position), table.isTitleLike(position), recipientsEnd(from: position + 1) == position + 1,
            let last = text(position).last, !"、，,".unicodeScalars.contains(last)
        {
            self[position] = .element(.title)
            position += 1
        }
        guard let end = recipientsEnd(from: position),
            text(end).contains(where: { $0 == "、" || $0 == "，" || $0 == "," }),
            Label.scan(table.line(position).text) == nil, isBody(end + 1)
        else { return range.lowerBound }
        for line in position...end { self[line] = .element(.recipients) }
        return end + 1
    }

    private func recipientsEnd(from start: Int) -> Int? {
        for position in start..<start + 5 {
            guard isBody(position) else { return nil }
            let line = text(position)
            if line.begins(with: "各位") || line.begins(with: "同志们") { return nil }
            if let last = line.last, last == "：" || last == ":" {
                return isSentence(line) ? nil : position
            }
            if line.contains("。") || Label.scan(line) != nil { return nil }
        }
        return nil
    }

    /// Whether a line that ends with a colon leads into the text, rather than names addressees.
    private func isSentence(_ line: [Unicode.Scalar]) -> Bool {
        if line.contains(where: { "。；《".unicodeScalars.contains($0) }) || line.contains("如下") { return true }
        return ["附件", "为", "根据", "按照", "现", "经", "一、"].contains { line.begins(with: $0) }
    }

    /// Who made a report, or where: a short line below the title, before the text.
    private func isByline(_ position: Int) -> Bool {
        let line = table.line(position)
        guard table.isTitleLike(position), line.width <= 50, range.contains(position + 1),
            !EntryOpening.opens(line.text),
            !line.squashed.contains("，")
        else { return false }
        let next = text(position + 1)
        return isBody(position + 1)
            && (next.last == "：" || Label.scan(next) != nil || table.isRunningText(position + 1))
    }

    // MARK: Signature and date

    private mutating func markSignatures() {
        for position in range where self[position] == .element(.date) {
            var above = position - 1
            while isBody(above), position - above <= 6, isSignature(above) {
                self[above] = .element(.signature)
                above -= 1
            }
            if isBody(position + 1), isOfficial(table.line(position + 1)) { self[position + 1] = .element(.signature) }
        }
        // 「市長 某某」 below an order whose date stands at its head.
        for position in range where isBody(position) && table.line(position).squashed.count <= 10 {
            if isOfficial(table.line(position)), table.isTitleLike(position) { self[position] = .element(.signature) }
        }
    }

    /// A short line that names who signs: no sentence, no label.
    private func isSignature(_ position: Int) -> Bool {
        let line = table.line(position)
        guard table.isTitleLike(position), line.width <= 60 else { return false }
        let name = line.squashed
        return AgencyNames.endsLikeAgency(name) || isOfficial(line)
    }

    /// 「市长 某某」, 「总理 某某」: a post and a name with white space between.
    private func isOfficial(_ line: SourceLine) -> Bool {
        let parts = line.text.split(whereSeparator: \.isBlank)
        guard parts.count >= 2, parts.count <= 6, line.squashed.count <= 20 else { return false }
        // 「部 長 某某某」: the post is set with blanks too.
        return (1..<parts.count).contains { count in
            let post = parts[..<count].joined()
            return post.count >= 2 && post.last.map { "长理席任官记".unicodeScalars.contains($0) } ?? false
        }
    }

    /// Names at the very end without a date: who compiled a chronicle.
    private mutating func markTrailingSignature() {
        var position = range.upperBound - 1
        var lines: [Int] = []
        while isBody(position), lines.count < 3, table.isTitleLike(position), table.line(position).width <= 60,
            AgencyNames.endsLikeAgency(text(position))
        {
            lines.append(position)
            position -= 1
        }
        guard isBody(position), table.endsSentence(position) else { return }
        for line in lines { self[line] = .element(.signature) }
    }

    // MARK: 抄送 and 印发

    private mutating func markClosings() {
        for position in range {
            if self[position] == .element(.cc) {
                var next = position + 1
                while isBody(next), continuesList(table.line(next - 1), table.line(next)) {
                    self[next] = .element(.cc)
                    next += 1
                }
            }
            // 「沈阳市人民政府办公室」 above 「2021年11月4日印发」.
            if self[position] == .element(.printing), CalendarDate.scan(text(position), at: 0) != nil,
                isBody(position - 1),
                table.line(position - 1).width <= 60, AgencyNames.endsLikeAgency(text(position - 1))
            {
                self[position - 1] = .element(.printing)
            }
        }
    }

    private func continuesList(_ last: SourceLine, _ next: SourceLine) -> Bool {
        if let end = last.squashed.last, "，、,".unicodeScalars.contains(end) { return true }
        if last.squashed.last == "。" { return false }
        return next.content.lowerBound >= 4 || (table.layout.isHardWrapped && last.width >= table.layout.width - 8)
    }

    // MARK: Attachments

    private mutating func markAttachments(from start: Int) {
        let title = head.map { Array($0.title.map { text($0) }.joined()).comparable } ?? []
        let quoted = quotedTitles(from: start)
        var position = start
        while range.contains(position) {
            defer { position += 1 }
            guard isBody(position) else { continue }
            let line = text(position)
            if line.begins(with: "附件：") || line.begins(with: "附件:") || line.begins(with: "附：") {
                position = markNote(from: position)
                continue
            }
            guard table.isTitleLike(position), let before = positionBefore(position) else { continue }
            if self[before] == .element(.attachmentLabel) {
                position = mark(titleFrom: position, lines: 4) {
                    DocumentKinds.isInstrumentTitle($0) ? .named : .plausible
                }
            } else if opensInstrument(position, behind: before) {
                position = mark(titleFrom: position, lines: 4) { run in
                    let wanted = run.comparable
                    guard wanted.count >= 4 else { return .none }
                    if quoted.contains(wanted) { return .quoted }
                    if title.firstRange(of: wanted.string) != nil { return .named }
                    return DocumentKinds.isInstrumentTitle(run) ? .plausible : .none
                }
            }
        }
    }

    private func positionBefore(_ position: Int) -> Int? { position > range.lowerBound ? position - 1 : nil }

    /// Whether the cover note has ended before a line.
    private func opensInstrument(_ position: Int, behind before: Int) -> Bool {
        switch self[before] {
        case .element(.date), .element(.annotation), .element(.number), .element(.printing), .furniture(.letterhead),
            .element(.cc), .element(.signature):
            true
        default: table.startsPage(position) && table.endsSentence(before)
        }
    }

    /// How well a run of lines fits as the title of an instrument.
    private enum Fit: Int { case none, plausible, named, quoted }

    /// The titles in 《》 of the cover: what it issues is named there in full.
    private func quotedTitles(from start: Int) -> Set<[Unicode.Scalar]> {
        var titles: Set<[Unicode.Scalar]> = []
        var text: [Unicode.Scalar] = []
        for position in start..<min(start + 12, range.upperBound) where isBody(position) { text += self.text(position) }
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

    /// Marks the run of title-like lines that fits best, the longest of equal ones; returns its last line, or the first
    /// line when none fits.
    private mutating func mark(titleFrom start: Int, lines: Int, fit: ([Unicode.Scalar]) -> Fit) -> Int {
        var run: [Unicode.Scalar] = []
        var best: (position: Int, fit: Fit)?
        for position in start..<start + lines {
            guard isBody(position), table.isTitleLike(position) else { break }
            if position > start {
                if table.startsPage(position) || isMeasure(position) || Reflow.isLabelledLine(text(position)) { break }
                // The first paragraph below a title is indented further than the title's own lines.
                if table.line(position).content.lowerBound > table.line(start).content.lowerBound + 1,
                    table.layout.isHardWrapped, table.line(position).width >= table.layout.width - 8
                {
                    break
                }
            }
            run += text(position)
            let found = fit(run)
            if found != .none, found.rawValue >= best?.fit.rawValue ?? 0 { best = (position, found) }
            if table.role(position + 1) == .tableRow { break }
        }
        guard let best else { return start }
        for position in start...best.position { self[position] = .element(.attachmentTitle) }
        return best.position
    }

    /// 「单位：万元/亩」.
    private func isMeasure(_ position: Int) -> Bool {
        let line = text(position)
        return line.begins(with: "单位：") || line.begins(with: "单位:") || line.begins(with: "（单位")
    }

    /// 附件说明: 「附件：1.…」 and the numbered lines below it.
    private mutating func markNote(from start: Int) -> Int {
        self[start] = .element(.attachmentNote)
        var position = start + 1
        while isBody(position), table.line(position).width <= 100 {
            let line = table.line(position).text
            let isNumbered = Label.scan(line)?.shape == .arabic
            let isRest = table.isTitleLike(position) && table.line(position).content.lowerBound >= 3
            guard isNumbered || isRest, line.last != "。" else { break }
            self[position] = .element(.attachmentNote)
            position += 1
        }
        return position - 1
    }
}
