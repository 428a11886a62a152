/// Parts the lines of a file into front matter and documents, and accounts for every one of them.
enum Segmenter {
    static func segment(_ text: SourceText, source: Source) -> Issue {
        let lines = LineParts.parts(of: ReadingAids.clean(text.lines))
        let furniture = furniture(text, of: lines)
        let running = RunningHeads.find(in: lines)
        var roles = lines.map(LineClassifier.role(of:))
        LineClassifier.joinDates(lines, &roles)
        for (index, furniture) in furniture where roles[index] != .blank { roles[index] = .furniture(furniture) }
        var skip: Set<Int> = []
        for index in lines.indices {
            if case .furniture = roles[index] { skip.insert(index) }
        }
        var page = SitePage(lines, skip: Set(furniture.keys))
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
        var labeller = LineLabeller(
            table, contents: front.contents, declaresTitle: page.declared.contains { $0.field == .title })
        let labelling = labeller.label()
        var builder = DocumentBuilder(table: table, tables: text.tables)
        var documents = labelling.documents.compactMap { builder.build($0.range, $0.marks) }
        let around = labelling.furniture
        let positions = Dictionary(uniqueKeysWithValues: table.significant.enumerated().map { ($1, $0) })
        if documents.count == 1 { page.fill(&documents[0]) }

        let fates = lines.indices.map { index -> LineFate in
            if lines[index].isBlank { return .blank }
            if case .furniture(let furniture) = roles[index] { return .furniture(furniture) }
            if front.mastheadLines.contains(index) { return .furniture(.masthead) }
            if front.contentsLines.contains(index) { return .furniture(.contents) }
            if let position = positions[index], let furniture = around[position] { return .furniture(furniture) }
            return builder.fates[index] ?? .unread
        }
        return Issue(
            source: source, lines: text.lines, tables: text.tables,
            fates: merged(fates, lines, count: text.lines.count),
            masthead: front.masthead, contents: front.contents, declared: page.declared, documents: documents,
            decisions: labelling.decisions(table), unreadParts: text.unreadParts)
    }

    /// The furniture that the reader found, by the parts of its lines.
    private static func furniture(_ text: SourceText, of parts: [SourceLine]) -> [Int: Furniture] {
        guard !text.furniture.isEmpty else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: parts.indices.compactMap { index in
                text.furniture[parts[index].number - 1].map { (index, $0) }
            })
    }

    /// What became of each line, of what became of its parts: text where one of them is text.
    private static func merged(_ fates: [LineFate], _ parts: [SourceLine], count: Int) -> [LineFate] {
        guard parts.count != count else { return fates }
        var result = Array(repeating: LineFate.blank, count: count)
        func rank(_ fate: LineFate) -> Int {
            switch fate {
            case .blank: 0
            case .furniture: 1
            case .unread: 2
            case .tableRow: 3
            case .text: 4
            }
        }
        for (index, part) in parts.enumerated() where rank(fates[index]) > rank(result[part.number - 1]) {
            result[part.number - 1] = fates[index]
        }
        return result
    }
}
