/// Parts the lines of a file into front matter and documents, and accounts for every one of them.
enum Segmenter {
    static func segment(_ text: SourceText, source: Source) -> Issue {
        let lines = text.lines
        let running = RunningHeads.find(in: lines)
        var roles = lines.map(LineClassifier.role(of:))
        LineClassifier.joinDates(lines, &roles)
        for (index, furniture) in text.furniture where roles[index] != .blank { roles[index] = .furniture(furniture) }
        var skip: Set<Int> = []
        for index in lines.indices {
            if case .furniture = roles[index] { skip.insert(index) }
        }
        var page = SitePage(lines, skip: Set(text.furniture.keys))
        page.add(text.declared)
        for index in page.fieldLines where roles[index] != .blank {
            roles[index] = .furniture(.metadata)
            skip.insert(index)
        }
        let front = FrontMatter(lines, skip: skip)
        for index in page.linkLines where roles[index] == .body && index >= front.end {
            roles[index] = .furniture(.pageHead)
        }
        for index in running where roles[index] == .body && index >= front.end {
            roles[index] = .furniture(.runningHead)
        }

        let table = LineTable(lines: lines, roles: roles, firstLine: front.end, setting: text.setting)
        var heads = HeadFinder(table, contents: front.contents).heads()
        if heads.isEmpty, let title = repeatedTitle(table) { heads = [Head(start: 0, title: title...title)] }
        var builder = DocumentBuilder(table: table, tables: text.tables)
        var documents: [Document] = []
        var imprint: Set<Int> = []
        var pageHead: Set<Int> = []

        for (head, range) in regions(table, heads) {
            if head?.isImprint == true {
                for position in range { imprint.insert(table.significant[position]) }
            } else if head == nil, heads.first != nil, PageHead.isWhole(range.map(table.line)) {
                for position in range { pageHead.insert(table.significant[position]) }
            } else if let document = builder.build(head, range) {
                documents.append(document)
            }
        }

        if documents.count == 1 { page.fill(&documents[0]) }

        let fates = lines.indices.map { index -> LineFate in
            if lines[index].isBlank { return .blank }
            if case .furniture(let furniture) = roles[index] { return .furniture(furniture) }
            if front.mastheadLines.contains(index) { return .furniture(.masthead) }
            if front.contentsLines.contains(index) { return .furniture(.contents) }
            if imprint.contains(index) { return .furniture(.imprint) }
            if pageHead.contains(index) { return .furniture(.pageHead) }
            return builder.fates[index] ?? .unread
        }
        return Issue(
            source: source, lines: lines, tables: text.tables, fates: fates, masthead: front.masthead, contents: front.contents,
            declared: page.declared, documents: documents, unreadParts: text.unreadParts)
    }

    /// The title of a text that has no other mark of a head, where a page printed it once before among its fields.
    private static func repeatedTitle(_ table: LineTable) -> Int? {
        let lines = (0..<min(table.significant.count, 10)).prefix { !table.isRunningText($0) || table.isTitleLike($0) }
        return lines.reversed().first { position in
            let title = table.line(position).squashed.comparable
            return title.count >= 12
                && (0..<position).contains { table.line($0).squashed.comparable == title }
        }
    }

    /// The stretches of lines that belong to one head each.
    ///
    /// Without any head the whole file is one document.
    private static func regions(_ table: LineTable, _ heads: [Head]) -> [(Head?, Range<Int>)] {
        let count = table.significant.count
        guard let first = heads.first else { return count == 0 ? [] : [(nil, 0..<count)] }
        var regions: [(Head?, Range<Int>)] = []
        // What stands before the first head, in a file whose first document's title was not recognised.
        if first.start > 0 { regions.append((nil, 0..<first.start)) }
        for (index, head) in heads.enumerated() {
            let end = index + 1 < heads.count ? heads[index + 1].start : count
            regions.append((head, head.start..<end))
        }
        return regions
    }
}
