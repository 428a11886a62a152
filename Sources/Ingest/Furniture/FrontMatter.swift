/// What stands before the first document of an issue: masthead, imprint and 目录.
struct FrontMatter {
    var masthead: Masthead?
    var contents: [ContentsEntry] = []
    /// The lines that are masthead or imprint.
    var mastheadLines: Set<Int> = []
    /// The lines of the 目录.
    var contentsLines: Set<Int> = []
    /// The index of the first line behind all of it.
    var end = 0

    /// Reads the front matter.
    ///
    /// - Parameter skip: The lines that are blank or furniture already.
    init(_ lines: [SourceLine], skip: Set<Int>) {
        let front = FrontMatter.frontRegion(lines, skip: skip)
        masthead = FrontMatter.masthead(lines, front)
        let region = FrontMatter.contentsRegion(lines, front)
        if let region {
            var reader = ContentsReader()
            for index in front where region.contains(index) {
                reader.read(lines[index])
                contentsLines.insert(index)
            }
            contents = reader.entries
            end = region.upperBound + 1
        }
        if masthead != nil {
            let last = region?.lowerBound ?? FrontMatter.mastheadEnd(lines, front)
            for index in front where index < last { mastheadLines.insert(index) }
            end = max(end, last)
        }
    }

    /// The lines before the first sentence of running text: front matter has none.
    private static func frontRegion(_ lines: [SourceLine], skip: Set<Int>) -> [Int] {
        var region: [Int] = []
        for index in lines.indices where !lines[index].isBlank && !skip.contains(index) {
            let text = lines[index].squashed
            if text.last == "。", text.count > 20 { break }
            region.append(index)
            if region.count > 400 { break }
        }
        return region
    }

    // MARK: 目录

    /// The lines from the first heading or entry of the 目录 to its last entry.
    private static func contentsRegion(_ lines: [SourceLine], _ front: [Int]) -> ClosedRange<Int>? {
        let paged = front.indices.filter {
            ContentsReader.pageMark(lines[front[$0]].text) != nil && !HistoryLine.opensWithDay(lines[front[$0]].text)
        }
        guard let first = paged.first else { return nil }
        var last = first
        for position in paged where position - last <= 24 {
            // The masthead in English and the long titles of its contents take many lines.
            let between = front[last + 1..<position + 1].count { lines[$0].squashed.contains(where: \.isHan) }
            if between <= 12 { last = position }
        }
        let count = paged.count { $0 <= last }
        var start = first
        var headed = false
        for position in front.indices.prefix(first + 1).reversed() where first - position <= 8 {
            if ContentsReader.isHeading(lines[front[position]].squashed) {
                start = position
                headed = true
            }
        }
        if !headed {
            // The lines of the first entry's title: title-like, and directly above.
            while start > 0, first - start < 3, lines[front[start - 1]].width >= 16,
                !lines[front[start - 1]].squashed.contains(where: { "：:".unicodeScalars.contains($0) })
            { start -= 1 }
        }
        guard count >= 2 || headed else { return nil }
        return front[start]...front[last]
    }

    // MARK: Masthead

    private static func masthead(_ lines: [SourceLine], _ front: [Int]) -> Masthead? {
        var title: String?
        var year: Int?
        var number: String?
        var total: Int?
        var date: CalendarDate?
        for index in front.prefix(60) {
            let text = lines[index].squashed
            if title == nil, let end = gazetteNameEnd(text) { title = text[..<end].string }
            if year == nil, text.count <= 5, let (value, end) = Numeral.scan(text, at: 0),
                (1900...2999).contains(value),
                end == text.count || text[end] == "年"
            {
                year = value
            }
            if date == nil, let at = text.indices.first(where: { CalendarDate.scan(text, at: $0) != nil }),
                text.count - at < 40
            {
                date = CalendarDate.scan(text, at: at)?.date
            }
            if date == nil, text.contains("期") { date = compactDate(in: text) }
            if number == nil || total == nil {
                readNumber(text, hasTitle: title != nil, &year, &number, &total)
            }
        }
        guard number != nil, title != nil || total != nil else { return nil }
        return Masthead(title: title ?? "", year: year ?? date?.year, number: number, total: total, published: date)
    }

    /// Where the name of a gazette ends that a line begins with: 「某市人民政府公报」, 「行政院公報 第026卷 第123期」.
    private static func gazetteNameEnd(_ text: [Unicode.Scalar]) -> Int? {
        guard let found = text.prefix(26).firstRange(of: "公报"), found.upperBound <= 24 else { return nil }
        let rest = text[found.upperBound...]
        let isName = rest.isEmpty || rest.first == "第" || rest.first?.decimalDigit != nil
        return isName ? found.upperBound : nil
    }

    /// 20200703.
    private static func compactDate(in text: [Unicode.Scalar]) -> CalendarDate? {
        for start in text.indices where start == 0 || text[start - 1].decimalDigit == nil {
            guard let (value, end) = Numeral.scanArabic(text, at: start), end - start == 8 else { continue }
            return CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
        }
        return nil
    }

    /// 「第3、4期（总第497期）」, 「2003年第43期」.
    private static func readNumber(
        _ text: [Unicode.Scalar], hasTitle: Bool, _ year: inout Int?, _ number: inout String?, _ total: inout Int?
    ) {
        var at = 0
        while let found = text[at...].firstRange(of: "第") {
            at = found.upperBound
            var parts: [String] = []
            var next = at
            while let (value, end) = Numeral.scan(text, at: next) {
                parts.append(String(value))
                next = end
                guard next < text.count, "、-—－~～·．.".unicodeScalars.contains(text[next]) else { break }
                next += 1
            }
            guard !parts.isEmpty, next < text.count, text[next] == "期" || text[next] == "號" || text[next] == "号" else {
                continue
            }
            let isTotal = found.lowerBound > 0 && "总總".unicodeScalars.contains(text[found.lowerBound - 1])
            if isTotal {
                if total == nil { total = Int(parts[0]) }
            } else if number == nil, text[next] == "期" || (hasTitle && isIssueNumber(text, found.lowerBound, next)) {
                number = parts.joined(separator: "-")
                if found.lowerBound >= 5, text[found.lowerBound - 1] == "年",
                    let (value, end) = Numeral.scan(text, at: found.lowerBound - 5), end == found.lowerBound - 1
                {
                    year = year ?? value
                }
            }
        }
    }

    private static func isNumberLine(_ text: [Unicode.Scalar]) -> Bool {
        text.count > 6 && text[5] == "第" && isIssueNumber(text, 5, text.count - 1)
    }

    /// 「2023年第12号」, alone below the gazette's title.
    private static func isIssueNumber(_ text: [Unicode.Scalar], _ start: Int, _ mark: Int) -> Bool {
        mark == text.count - 1 && start == 5 && text[4] == "年"
    }

    /// Without a 目录 the masthead ends behind the last line that names year, number or date of the issue.
    private static func mastheadEnd(_ lines: [SourceLine], _ front: [Int]) -> Int {
        var end = 0
        for index in front.prefix(60) {
            let text = lines[index].squashed
            let names = (text.contains("期") && text.contains("第")) || (text.count <= 12 && isNumberLine(text))
            if names || text.ends(with: "公报") { end = index + 1 }
        }
        return end
    }
}
