/// Makes a document of its lines: elements, paragraphs, tables.
struct DocumentBuilder {
    let table: LineTable
    private var reflow: Reflow
    /// What became of each line of the file; the builder fills in those of its document.
    private(set) var fates: [LineFate?]

    private var blocks: [Block] = []
    private var open: (text: MappedText, last: SourceLine)?
    /// The tables of the file.
    private let tables: [Table]
    /// The table whose lines are being added, and the numbers of those that were.
    private var openTable: (index: Int, lines: Set<Int>)?
    /// The last 发文机关标志 of the document.
    private var letterhead: [Unicode.Scalar] = []

    init(table: LineTable, tables: [Table]) {
        self.table = table
        self.tables = tables
        reflow = Reflow(table, 0..<0)
        fates = Array(repeating: nil, count: table.lines.count)
    }

    /// Builds the document of a range of lines, each with what it is.
    mutating func build(_ range: Range<Int>, _ marks: [LineMark]) -> Document? {
        blocks = []
        letterhead = []
        reflow = Reflow(table, range)
        var lastMark: LineMark?
        for position in range {
            let mark = marks[position - range.lowerBound]
            add(position, mark, after: lastMark)
            lastMark = mark
        }
        flush()
        flushTable()
        var split = blocks.flatMap {
            $0.element == .body ? GluedParagraphs.split($0.text).map { Block(.body, $0) } : [$0]
        }
        TitleParts.part(&split)
        guard let first = range.first, let last = range.last else { return nil }
        return Document(
            title: title(split), number: number(split), blocks: split,
            lines: table.line(first).number...table.line(last).number)
    }

    private mutating func add(_ position: Int, _ mark: LineMark, after last: LineMark?) {
        let index = table.significant[position]
        let line = table.line(position)
        switch mark {
        case .furniture(let furniture):
            fates[index] = .furniture(furniture)
            if furniture == .letterhead { letterhead = line.text }
        case .element(.table):
            flush()
            addRow(line, index)
        case .element(.body):
            flushTable()
            fates[index] = .text
            if continuesOpen(line) {
                joinOpen(line)
            } else {
                flush()
                open = (line.mapped, line)
            }
        case .element(let element):
            fates[index] = .text
            flushTable()
            // A number or a 抄送 block displaced into the middle of a paragraph does not end it.
            if !isDisplaced(element) { flush() }
            append(line, as: element, continuing: last == mark)
        }
    }

    private func continuesOpen(_ line: SourceLine) -> Bool {
        guard let open else { return false }
        return reflow.continues(open.text, last: open.last, next: line)
    }

    /// Puts a line behind the open paragraph, in place: copies for each line would cost the square of its length.
    private mutating func joinOpen(_ line: SourceLine) {
        guard var joined = open?.text else { return }
        open = nil
        Reflow.join(&joined, line)
        open = (joined, line)
    }

    private func isDisplaced(_ element: Element) -> Bool {
        guard [.number, .cc, .printing].contains(element), let open else { return false }
        return !Reflow.endsSentence(open.last.squashed)
    }

    private mutating func append(_ line: SourceLine, as element: Element, continuing: Bool) {
        let joins: Set<Element> = [.title, .recipients, .cc, .attachmentTitle, .printing, .adoption]
        if continuing, let last = blocks.indices.last, blocks[last].element == element,
            joins.contains(element) && !(element == .adoption && HistoryLine.opensWithDay(line.text))
                || isPartOfDate(blocks[last])
        {
            Reflow.join(&blocks[last].text, line)
        } else {
            blocks.append(Block(element, line.mapped))
        }
    }

    /// Whether a date has been cut by the edge of the print.
    private func isPartOfDate(_ block: Block) -> Bool {
        block.element == .date && CalendarDate.scan(ElementLabels.strip(block.text.scalars), at: 0) == nil
    }

    private mutating func flush() {
        if let open { blocks.append(Block(.body, open.text)) }
        open = nil
    }

    // MARK: Tables

    private mutating func addRow(_ line: SourceLine, _ index: Int) {
        fates[index] = .tableRow
        guard let part = line.table else { return }
        if openTable?.index != part.table {
            flushTable()
            openTable = (part.table, [])
        }
        openTable?.lines.insert(line.number)
    }

    /// Adds the block of the open table, with the rows whose lines are those of the document.
    private mutating func flushTable() {
        guard let open = openTable else { return }
        openTable = nil
        var table = tables[open.index]
        if !table.textBefore.isEmpty { blocks.append(Block(.body, table.textBefore)) }
        table.rows.removeAll { row in
            let places = row.lazy.compactMap(\.text.places.first)
            return !places.isEmpty && !places.contains { open.lines.contains(Int($0.line)) }
        }
        var text = table.caption ?? MappedText()
        if let measure = table.measure { text.append(measure) }
        for cell in table.texts.joined() { text.append(cell) }
        blocks.append(Block(.table, text, table: table))
        if !table.textAfter.isEmpty { blocks.append(Block(.body, table.textAfter)) }
    }

    // MARK: Title and number

    private func title(_ blocks: [Block]) -> MappedText {
        blocks.first { $0.element == .title }?.text
            ?? blocks.first { $0.element == .attachmentTitle }.map { TitleParts.withoutNote($0.text) }
            ?? blocks.first.flatMap { isHeading($0) ? $0.text : nil }
            ?? MappedText()
    }

    private func isHeading(_ block: Block) -> Bool {
        block.element == .body && block.text.count <= 60 && !RowOfWords.mixesScripts(block.text.scalars)
            && !Reflow.endsSentence(block.text.scalars)
            && Label.scan(block.text.scalars) == nil
    }

    private func number(_ blocks: [Block]) -> (value: DocumentNumber, text: MappedText)? {
        for block in blocks where block.element == .number {
            if let value = DocumentNumber(line: ElementLabels.strip(block.text.scalars)) { return (value, block.text) }
            // 「某市人民政府令」 above 「第85号」.
            for head in [letterhead, title(blocks).scalars] {
                if let value = DocumentNumber(line: head + block.text.scalars) { return (value, block.text) }
            }
        }
        // 第32/2020号行政长官批示, title and number in one.
        if let title = blocks.first(where: { $0.element == .title })?.text,
            let value = DocumentNumber(line: title.scalars)
        {
            return (value, title)
        }
        // 「（1996年6月3日国务院令第201号发布　根据…令第588号修订）」: the order by which a rule was issued, not amended.
        for block in blocks where block.element == .adoption {
            let text = block.text.scalars
            if let (range, number) = HeadBracket.number(in: text) { return (number, block.text[range]) }
            let found = DocumentNumber.find(in: text).filter { $0.number.isOrder }
            let issuing = found.count == 1 ? found.first : found.first { Self.issues(text[$0.range.upperBound...]) }
            if let issuing { return (issuing.number, block.text[issuing.range]) }
        }
        return nil
    }

    /// Whether what stands behind the number of an order says that it issued the rule.
    private static func issues(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let text = text.drop(while: \.isBlank)
        return ["公布", "发布", "颁布", "发佈", "公佈"].contains { text.begins(with: $0) }
    }
}
