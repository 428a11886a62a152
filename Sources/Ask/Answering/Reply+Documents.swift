import Extract
import Index

/// Questions about documents as wholes: their heads, their days, lists of them.
extension Reply {
    mutating func validity() throws {
        let intent = question.intent
        let documents = try askedDocuments()
        items = try records(of: documents).map { index, record in
            let (name, value) =
                switch intent {
                case .effective: ("effective", record.validity?.effective)
                case .expiry: ("expires", record.validity?.expires)
                default: ("interpreter", record.validity?.interpreter)
                }
            var item = documentItem(index, values: [value].compactMap(\.self).map { AnswerValue($0) })
            Self.quote(record.validity, of: name, in: &item)
            return item
        }
        try keepStated(documents)
    }

    mutating func heads() throws {
        let intent = question.intent
        let documents = try askedDocuments()
        items = try records(of: documents).map { index, record in
            let (values, element): ([String?], ElementRecord.Kind) =
                switch intent {
                case .signed: ([record.signed], .date)
                case .issuer: (record.issuers, .signature)
                case .number: ([record.number?.text], .number)
                case .recipients: ([record.recipients], .recipients)
                default: ([record.title], .title)
                }
            var item = documentItem(index, values: values.compactMap(\.self).map { AnswerValue($0) })
            if let source = record.elements.first(where: { $0.element == element }) {
                item.quote = source.text
                (item.line, item.column, item.page) = (
                    source.span.start.line, source.span.start.column, source.span.start.page
                )
            }
            return item
        }
        try keepStated(documents)
    }

    /// Documents that say nothing of what was asked are left out where others do.
    private mutating func keepStated(_ documents: [Int]) throws {
        items.removeAll(where: \.values.isEmpty)
        guard items.isEmpty else { return }
        if documents.isEmpty {
            try noteNoDocument()
        } else {
            note(.notSaid, names.documents[documents[0]].summary.title)
        }
    }

    /// What takes effect, or ceases to have it, on certain days.
    mutating func turning() throws {
        guard let dates = question.dates else { return }
        used.insert("dates")
        let isLapsing = question.intent == .lapsing
        let found = (scope ?? Array(names.documents.indices)).filter { index in
            let entry = names.documents[index]
            return (isLapsing ? entry.expires : entry.effective).map { Self.falls($0, in: dates.bounds) } ?? false
        }
        try weighMatter()
        let fitting = found.filter { reading.matter.missing(in: names.titles[$0]).isEmpty }
        items = try records(of: fitting).map { index, record in
            let day = isLapsing ? record.validity?.expires : record.validity?.effective
            var item = documentItem(index, values: [AnswerValue(record.title), AnswerValue(day ?? "")])
            Self.quote(record.validity, of: isLapsing ? "expires" : "effective", in: &item)
            return item
        }
        if items.isEmpty { note(.notSaid, dates.text) }
    }

    mutating func listDocuments() throws {
        try weighMatter()
        let dates = question.dates
        if dates != nil { used.insert("dates") }
        used.insert("unit")
        let issuer = try question.unit.map(archive.key).map(UnitWording.full)
        var found: [Int] = []
        for index in scope ?? Array(names.documents.indices) {
            let entry = names.documents[index].summary
            if let issuer,
                !(try entry.issuers.contains { try Self.isOffice(UnitWording.full(archive.key($0)), named: issuer) })
            {
                continue
            }
            if let dates, !Self.isOf(entry, dates) { continue }
            let issuers = names.documents[index].issuerKeys.map(Haystack.init)
            guard reading.matter.missing(in: names.titles[index] + issuers).filter({ $0.weight >= 0.25 }).isEmpty else {
                continue
            }
            found.append(index)
        }
        let kinds = askedKinds
        if !kinds.isEmpty {
            found = found.filter { index in kinds.contains { names.documents[index].summary.title.contains($0) } }
        }
        guard
            reading.unit != nil || dates != nil || reading.places != nil || !reading.matter.isEmpty
                || reading.documents != nil
        else { return }
        count = found.count
        items = found.prefix(Self.mostRecords).map { index in
            let summary = names.documents[index].summary
            return documentItem(
                index, values: [AnswerValue(summary.title), summary.number.map { AnswerValue($0) }].compactMap(\.self),
                others: summary.kind.map { [AnswerValue($0)] } ?? [])
        }
        if items.isEmpty { note(.notSaid, question.unit ?? question.topic) }
    }

    /// 哪些公告 asks for one kind of documents.
    private var askedKinds: [String] {
        reading.slots.filter { $0.kind == "asks" }.compactMap { slot in
            MatterWords.kinds.keys.filter { slot.text.hasSuffix($0) && $0.count > 1 }.max { $0.count < $1.count }
                .flatMap { MatterWords.kinds[$0] }
        }
    }

    private static func isOf(_ document: DocumentSummary, _ dates: AskedDates) -> Bool {
        if let year = dates.year { return document.year == year }
        guard let day = document.signed else { return false }
        return falls(day, in: dates.bounds)
    }

    /// Whether an office is meant by a name that may leave out its area: 市政府 for 甲市人民政府.
    private static func isOffice(_ office: String, named name: String) -> Bool {
        if office == name || name.hasSuffix(office) { return true }
        guard office.hasSuffix(name) else { return false }
        let before = office.dropLast(name.count)
        guard let last = before.unicodeScalars.last else { return true }
        let first = name.unicodeScalars.first.map(UnitWording.marks.contains) ?? false
        return first || UnitWording.marks.contains(last)
    }

    // MARK: Side by side

    mutating func comparison() throws {
        let documents = reading.sides.flatMap { Array($0.documents.prefix(1)) }
        guard documents.count > 1 else { return }
        items = try records(of: documents).map { index, record in
            let facts: [String?] = [
                record.number?.text, record.kind, record.issuers.joined(separator: "、"), record.signed,
                record.validity?.effective, record.validity?.expires,
            ]
            let counts = [("任务", record.tasks.count), ("目标", record.targets.count), ("条文", record.provisions.count)]
            return documentItem(
                index, values: facts.compactMap(\.self).filter { !$0.isEmpty }.map { AnswerValue($0) },
                others: counts.filter { $0.1 > 0 }.map { AnswerValue("\($0.0) \($0.1)") })
        }
    }
}
