import Ingest

/// Extracts the records of one document: each grammar reads the passages, and what it finds gets its place.
struct DocumentExtractor {
    let document: Document
    let issue: Issue
    var record: DocumentRecord
    private(set) var findings: [Finding] = []
    /// Names by which the text means other instruments: 本法 of 某法（以下简称本法）.
    var foreignNames: [String] = []
    let tree: ProvisionTree
    /// The tasks that have a stretch of a passage, with that stretch, by passage.
    private var extents: [Int: [(task: Int, range: Range<Int>)]] = [:]
    /// The passages of the text and the cells, as grammars read them.
    private var texts: [AnalyzedText] = []
    /// The cells of tables of tasks, read as passages that follow those of the text.
    private var cells: [TaskCell] = []

    init(_ document: Document, id: String, issue: Issue) {
        self.document = document
        self.issue = issue
        tree = ProvisionTree(document, id: id)
        let start = PlaceRecord(line: document.lines.lowerBound, column: 1)
        let span = document.span.map(SpanRecord.init) ?? SpanRecord(start: start, end: start)
        record = DocumentRecord(id: id, title: document.title.scalars.tidied.string, span: span)
    }

    mutating func extract() {
        if let number = document.number?.value {
            record.number = NumberRecord(
                text: number.text, agency: number.agency, year: number.year, serial: number.serial)
        }
        let declared = issue.documents.count == 1 ? issue.declared : []
        MetadataReader(document: document).fill(&record, declared: declared)
        findings += DeclarationFindings(document: document, record: record).findings(declared)
        record.elements = document.blocks.compactMap { block in
            guard let kind = ElementRecord.Kind(rawValue: block.element.rawValue), let span = block.span else {
                return nil
            }
            return ElementRecord(element: kind, text: block.text.string.trimmedBlanks, span: SpanRecord(span))
        }
        record.provisions = tree.roots
        record.tables = TableBuilder.tables(of: document)
        extractTasks()
        texts = readable.map { AnalyzedText($0.text.scalars) }
        if !isChronicle {
            extractDeadlines()
            let tabled = tableTargets()
            extractTargets(besides: Set(tabled.map(\.span)))
            record.targets += tabled
        }
        let definitions = Definitions(passages: tree.passages)
        record.definitions = definitions.records
        record.obligations = ObligationExtractor(passages: tree.passages, texts: texts).obligations(
            record, isNormative: isNormative)
        definitions.nameUnits(&record.tasks)
        definitions.countDays(&record.deadlines)
        extractCitations()
        record.references = ReferenceExtractor(
            passages: tree.passages, roots: tree.roots, isAmendment: citationContext.isAmendment,
            foreignNames: foreignNames
        ).references()
        record.validity = ValidityExtractor(
            passages: tree.passages, notes: notes, declared: declared, titles: citationContext,
            published: issue.masthead?.published
        ).validity(of: record, citations: record.citations)
        if isChronicle, record.kind != "解读" {
            record.events = EventExtractor(passages: tree.passages, heads: heads)
                .events(
                    year: issue.masthead?.year ?? EventExtractor.year(of: issue), published: issue.masthead?.published)
        }
        extractOfficials()
        identifyUnits()
        findings += DocumentFindings(document: document, record: record, passages: tree.passages).findings()
    }

    /// What the text says of the size of the document that it explains.
    var claims: [(claim: CountClaim, text: MappedText)] {
        guard record.kind == "解读" else { return [] }
        return tree.passages.flatMap { passage in
            CountClaims.claims(in: passage.text.scalars).map { ($0, passage.text) }
        }
    }

    /// The title and the lines between it and the text.
    private var heads: [MappedText] {
        [document.title] + document.blocks.filter { $0.element == .byline }.map(\.text)
    }

    /// The lines around the text that may say from when to when it holds.
    private var notes: [MappedText] {
        document.blocks.filter { [.byline, .adoption, .annotation, .recipients].contains($0.element) }.map(\.text)
    }

    /// 大事记 and 解读 tell of what others set.
    private var isChronicle: Bool {
        record.kind == "解读" || EventExtractor.applies(to: record, passages: tree.passages)
    }

    /// The year of the document: of its 成文日期, its number, or the issue that prints it.
    private var year: Int? {
        record.signed.flatMap { Int($0.prefix(4)) } ?? record.number?.year ?? issue.masthead?.year
    }

    /// The year whose goals the first paragraphs say that the document sets out: 「确定了2010年的奋斗目标」.
    private var coverYear: Int? {
        tree.passages.prefix { $0.label == nil }.prefix(3).lazy
            .compactMap { DefaultYear.year(ofGoalsIn: $0.text.scalars) }.first
    }

    /// What the headings above a passage say of it; passages in a row mostly have the same.
    private func headings(of passage: Passage, after last: Headings?) -> Headings {
        if let last, last.path.elementsEqual(passage.path, by: { $0.isSame(as: $1) }) { return last }
        let path =
            passage.text.isFolded
            ? passage.path.map { HanFolding.fold(Array($0.unicodeScalars)).string } : passage.path
        return Headings(
            path: passage.path,
            isRetrospective: path.contains { Retrospect.isRetrospective(heading: Array($0.unicodeScalars)) },
            year: path.reversed().lazy.compactMap(DefaultYear.year(in:)).first)
    }

    private struct Headings {
        var path: [String]
        var isRetrospective: Bool
        var year: Int?
    }

    // MARK: Tasks

    private mutating func extractTasks() {
        let finder = StatementFinder(places: PlaceNames.places(of: record))
        let builder = TaskBuilder(passages: tree.passages, finder: finder, documentID: record.id)
        for (task, found) in builder.found.enumerated() {
            for extent in found.extents { extents[extent.passage, default: []].append((task, extent.range)) }
        }
        record.tasks = builder.found.map(\.task)
        findings += builder.findings
        let tables = TaskTable(grammar: finder.grammar, documentID: record.id)
        for table in tree.tables {
            for found in tables.tasks(table.block.rows, provision: table.provision, first: record.tasks.count + 1) {
                let task = record.tasks.count
                record.tasks.append(found.task)
                for cell in TaskCell.cells(of: found, in: table.section)
                where !cells.contains(where: { $0.isSame(as: cell) }) {
                    extents[tree.passages.count + cells.count] = [(task, 0..<cell.passage.text.count)]
                    cells.append(cell)
                }
            }
        }
    }

    /// The passages of the text, and behind them the cells of tables of tasks.
    var readable: [Passage] { cells.isEmpty ? tree.passages : tree.passages + cells.map(\.passage) }

    /// The task whose text or statement holds a stretch of a passage.
    private func task(at passage: Int, _ range: Range<Int>) -> Int? {
        extents[passage]?.first { $0.range.overlaps(range) }?.task
    }

    // MARK: Officials

    /// Reads who is in charge of what, and who gets or loses a post.
    private mutating func extractOfficials() {
        let extractor = DutyExtractor(
            passages: tree.passages, tables: tree.tables.map(\.block), documentID: record.id)
        let read = extractor.read(title: record.title)
        record.duties = read.duties
        findings += read.findings
        let appointments = AppointmentExtractor(
            // Rules say how posts are filled, and fill none.
            passages: tree.passages.filter { !isNormative($0) }, signed: record.signed
        )
        .appointments(title: record.title)
        guard !appointments.isEmpty else { return }
        record.appointments = appointments
        // 大事记 and 解读 tell of what others decided.
        if isChronicle { return }
        record.duties += AppointmentExtractor.duties(of: appointments)
    }

    // MARK: Units

    /// Gives units the ids under which all their names are one.
    private mutating func identifyUnits() {
        let identity = UnitIdentity(
            context: PlaceContext([
                record.issuers + [record.printer].compactMap { $0 }, [record.title, issue.masthead?.title ?? ""],
                record.citations.compactMap(\.title),
            ]))
        func ids(_ names: [String]) -> [String?]? {
            let ids = names.map(identity.id)
            return ids.contains { $0 != nil } ? ids : nil
        }
        record.issuerIDs = ids(record.issuers)
        for task in record.tasks.indices {
            for index in record.tasks[task].assignments.indices
            where record.tasks[task].assignments[index].group != true {
                record.tasks[task].assignments[index].unitID = identity.id(
                    of: record.tasks[task].assignments[index].fullName ?? record.tasks[task].assignments[index].unit)
            }
        }
        for index in record.duties.indices {
            record.duties[index].overseesIDs = ids(record.duties[index].oversees)
            record.duties[index].liaisesIDs = ids(record.duties[index].liaises)
        }
    }

    // MARK: Time limits and goals

    private mutating func extractDeadlines() {
        let year = year
        var above: Headings?
        for (index, passage) in readable.enumerated() {
            let headings = headings(of: passage, after: above)
            above = headings
            var context = TimeContext(year: year, signed: record.signed, isRetrospective: headings.isRetrospective)
            context.isLabelled = index >= tree.passages.count && cells[index - tree.passages.count].isDue
            for limit in TimeLimitGrammar.timeLimits(in: texts[index], context: context) {
                guard let span = passage.text.span(of: limit.range) else { continue }
                let quote = passage.text.string(limit.range)
                let task = task(at: index, limit.range)
                if let task { record.tasks[task].deadlines.append(DateRecord(date: limit.date, quote: quote)) }
                record.deadlines.append(
                    DeadlineRecord(
                        kind: limit.kind, date: limit.date, start: limit.start, duration: limit.duration,
                        event: limit.event, certainty: limit.certainty, quote: quote,
                        task: task.map { record.tasks[$0].id }, provision: passage.provision, span: SpanRecord(span)))
            }
        }
    }

    /// - Parameter tabled: The places of goals that are read from tables of indicators.
    private mutating func extractTargets(besides tabled: Set<SpanRecord>) {
        let documentYear = DefaultYear.year(in: record.title) ?? coverYear
        let year = year
        var above: Headings?
        var leadIn = LeadIn()
        for (index, passage) in readable.enumerated() {
            if let cell = passage.text.span, tabled.contains(SpanRecord(cell)) { continue }
            let headings = headings(of: passage, after: above)
            above = headings
            let context = TargetContext(
                defaultYear: leadIn.year(for: passage) ?? headings.year ?? documentYear, documentYear: year,
                isRetrospective: headings.isRetrospective,
                isNormative: isNormative(passage))
            for match in TargetGrammar.targets(in: texts[index], context: context) {
                guard let span = passage.text.span(of: match.range) else { continue }
                let task = task(at: index, match.range)
                // 完成时限 of the task sets the year of its goals.
                let due = task.flatMap { record.tasks[$0].deadlines.compactMap(\.date).first { $0.first != "-" } }
                record.targets.append(
                    TargetRecord(
                        indicator: match.indicator, comparator: match.comparator, value: match.value,
                        upper: match.upper,
                        unit: match.unit, year: match.year ?? due.flatMap { Int($0.prefix(4)) },
                        baseline: match.baseline,
                        quote: passage.text.string(match.range), task: task.map { record.tasks[$0].id },
                        provision: passage.provision, span: SpanRecord(span), rule: "sentence", nature: match.nature))
            }
        }
    }

    /// The year that a sentence sets for the list below it: 「到2025年，主要指标如下：」.
    private struct LeadIn {
        private var year: Int?
        /// The headings above the sentence.
        private var path: [String] = []

        private static let longest = 60
        private static let longestOpening = 14

        mutating func year(for passage: Passage) -> Int? {
            if passage.label != nil {
                let isBelow =
                    passage.path.count >= path.count && zip(passage.path, path).allSatisfy { $0.isSame(as: $1) }
                return isBelow ? year : nil
            }
            path = passage.path
            year = Self.year(of: passage.text.scalars)
            return nil
        }

        /// The year with which a sentence begins that ends in a colon; one that it only mentions (《…2025年…》, 2023年5月的会议)
        /// sets none.
        private static func year(of text: [Unicode.Scalar]) -> Int? {
            guard let last = text.last, last == "：" || last == ":", text.count <= longest else { return nil }
            let opening = Array(text.prefix { !"，,：:".unicodeScalars.contains($0) })
            guard opening.count <= longestOpening, !opening.contains("月"), !opening.contains("《") else { return nil }
            return DefaultYear.year(in: opening.string)
        }
    }

    /// Goals that stand in the cells of indicator tables.
    private func tableTargets() -> [TargetRecord] {
        let context = TargetContext(defaultYear: DefaultYear.year(in: record.title), documentYear: year)
        return tree.tables.flatMap { table -> [TargetRecord] in
            let grid = TableGrid(table.block.rows)
            let found = IndicatorTable.targets(
                header: grid.header.map(\.scalars.string), rows: grid.rows.map { $0.map(Self.withoutSerial) },
                context: context)
            return found.compactMap { goal -> TargetRecord? in
                let cell = grid.rows[goal.row][goal.column]
                guard let span = cell.span else { return nil }
                return TargetRecord(
                    indicator: goal.match.indicator, comparator: goal.match.comparator, value: goal.match.value,
                    upper: goal.match.upper, unit: goal.match.unit, year: goal.match.year,
                    baseline: goal.match.baseline, quote: cell.string, provision: table.provision,
                    span: SpanRecord(span), rule: "indicator table", nature: goal.match.nature)
            }
        }
    }

    /// The name of a numbered row: 「8 3岁以下儿童系统管理率」 is of row 8.
    private static func withoutSerial(_ cell: MappedText) -> String {
        guard let (_, end) = Numeral.scanArabic(cell.scalars, at: 0), end + 1 < cell.count, cell.scalars[end].isBlank,
            cell.scalars[(end + 1)...].contains(where: \.isHan)
        else { return cell.scalars.string }
        return cell.scalars[(end + 1)...].string
    }

    private static let articleStep = Array("/art".utf8)

    /// Whether a passage belongs to an article of rules.
    private func isNormative(_ passage: Passage) -> Bool {
        if passage.label?.shape == .article { return true }
        return Array(passage.provision.utf8).holds(Self.articleStep)
    }
}
