import Ingest

/// Reads the metadata of a document from its elements: kind, issuers, addressees, dates, 抄送, 印发.
struct MetadataReader {
    let document: Document

    /// The blocks of the cover: those before what is issued or attached.
    private var cover: ArraySlice<Block> {
        let end = document.blocks.firstIndex { $0.element == .attachmentTitle } ?? document.blocks.endIndex
        return document.blocks[..<end]
    }

    /// - Parameter declared: What the page says of the document; it fills what the document leaves out.
    func fill(_ record: inout DocumentRecord, declared: [Declaration] = []) {
        record.kind = DocumentKinds.kind(of: document.title.scalars.tidied) ?? ClosingFormula.kind(of: document)
        record.issuers = issuers()
        record.recipients = recipients()
        record.signed = signed()?.description
        (record.printer, record.printed) = printing()
        record.public = isPublic()
        record.cc = cc()
        record.attachments = attachments()
        let history = HistoryReader(document).entries()
        record.history = history.isEmpty ? nil : history
        if record.issuers.isEmpty, let first = history.first, first.act != .amended, let organ = first.organ,
            AgencyNames.endsLikeAgency(Array(organ.unicodeScalars))
        {
            record.issuers = [organ]
        }
        for declaration in declared {
            let value = declaration.value.scalars
            switch declaration.field {
            case .date: record.signed = record.signed ?? Declaration.date(value)?.description
            case .issuer where record.issuers.isEmpty || !isSigned && names(in: value).count > record.issuers.count:
                record.issuers = names(in: value)
            default: break
            }
        }
    }

    // MARK: 发文机关

    private var isSigned: Bool { document.blocks.contains { $0.element == .signature } }

    private func issuers() -> [String] {
        let signatures = document.blocks.filter { $0.element == .signature }
        let signed = signatures.flatMap { names(in: $0.text.scalars) }
        if !signed.isEmpty { return merged(signed) }
        let title = document.title.scalars
        let marks = ["关于", "關於", "印发", "转发", "批转"]
        if let end = marks.compactMap({ title.firstRange(of: $0)?.lowerBound }).min() {
            let named = names(in: Array(title[..<end]))
            if !named.isEmpty { return named }
        }
        for kind in ["令", "公告", "通告", "布告"] where title.ends(with: kind) {
            let agency = Array(title.tidied.dropLast(kind.unicodeScalars.count))
            if AgencyNames.endsLikeAgency(agency) { return [withoutState(agency).string] }
        }
        if let office = document.number?.value.rulingOffice { return [office] }
        if let byline = document.blocks.first(where: { $0.element == .byline }),
            let agency = agency(ofByline: byline.text.scalars)
        {
            return [agency]
        }
        // A rule that an order issued is its issuer's.
        if let number = document.number?.value, number.isOrder, let agency = number.agency { return [agency] }
        return []
    }

    /// 国务院 of 中华人民共和国国务院: the state before the name of one of its organs says nothing.
    private func withoutState(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard name.begins(with: "中华人民共和国"), name.count >= 10 else { return name }
        return Array(name.dropFirst(7))
    }

    /// The agencies that a line names: several stand apart by white space; a letter-spaced name is one.
    private func names(in line: [Unicode.Scalar]) -> [String] {
        let parts = line.split(whereSeparator: \.isBlank).map(Array.init)
        guard !parts.isEmpty else { return [] }
        if parts.count > 1, parts.allSatisfy({ $0.count >= 3 && AgencyNames.endsLikeAgency($0) }) {
            return parts.map { $0.string }
        }
        let whole = line.filter { !$0.isBlank }
        guard AgencyNames.endsLikeAgency(whole), !whole.contains(where: { "《》，。".unicodeScalars.contains($0) }) else {
            return []
        }
        return JointIssuers.split(whole).map(\.string)
    }

    /// A second name in brackets on a line of its own belongs to the first.
    private func merged(_ names: [String]) -> [String] {
        var result: [String] = []
        for name in names {
            if let first = name.first, first == "（" || first == "(", let last = result.popLast() {
                result.append(last + "（" + name.dropFirst().dropLast() + "）")
            } else if !result.contains(name) {
                result.append(name)
            }
        }
        return result
    }

    /// 「沈阳市人民政府市长 某某」.
    private func agency(ofByline text: [Unicode.Scalar]) -> String? {
        guard let first = text.split(whereSeparator: \.isBlank).first.map(Array.init) else { return nil }
        for post in ["代市长", "代省长", "市长", "省长", "县长", "区长", "州长", "主席", "主任", "局长", "厅长", "部长", "院长", "检察长"]
        where first.ends(with: post) {
            let agency = first.dropLast(post.unicodeScalars.count)
            if AgencyNames.endsLikeAgency(agency) { return agency.string }
        }
        return nil
    }

    // MARK: Others

    private func recipients() -> String? {
        guard let block = document.blocks.first(where: { $0.element == .recipients }) else { return nil }
        var text = block.text.scalars
        while let last = text.last, last == "：" || last == ":" || last.isBlank { text.removeLast() }
        return text.tidied.string
    }

    /// 成文日期: below the signature of the cover; else the date in brackets below the title; else the last date.
    func signed() -> CalendarDate? {
        func date(_ block: Block) -> CalendarDate? {
            CalendarDate.scan(ElementLabels.strip(block.text.scalars), at: 0)?.date
        }
        if let block = cover.first(where: { $0.element == .date }) { return date(block) }
        for block in document.blocks where block.element == .adoption {
            // 「（2019年3月1日）」, 「（1996年6月3日国务院令第201号发布）」: the first date is that of the document.
            if let date = HistoryReader.firstDay(of: block) { return date }
        }
        return document.blocks.last { $0.element == .date }.flatMap(date)
    }

    private func printing() -> (String?, String?) {
        guard let block = document.blocks.last(where: { $0.element == .printing }) else { return (nil, nil) }
        let text = block.text.scalars.filter { !$0.isBlank }
        guard let at = text.indices.first(where: { CalendarDate.scan(text, at: $0) != nil }),
            let (date, _) = CalendarDate.scan(text, at: at)
        else { return (nil, nil) }
        // A year such as 2022年 must not lose its first digits to the search.
        let agency = text[..<at]
        return (agency.isEmpty ? nil : agency.string, date.description)
    }

    private func isPublic() -> Bool {
        document.blocks.contains { block in
            block.element == .annotation && block.text.scalars.contains("公开")
                && !["不予公开", "不公开", "依申请公开"].contains { block.text.scalars.contains($0) }
        }
    }

    private func cc() -> String? {
        guard let block = document.blocks.first(where: { $0.element == .cc }) else { return nil }
        let text = block.text.scalars.tidied
        guard let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
        var list = text[(colon + 1)...]
        while let last = list.last, last == "。" || last.isBlank { list.removeLast() }
        return list.isEmpty ? nil : list.string
    }

    private func attachments() -> [AttachmentRecord] {
        var titles: [[Unicode.Scalar]] = []
        for block in document.blocks where block.element == .attachmentTitle {
            titles.append(block.text.scalars.tidied)
        }
        for note in document.blocks where note.element == .attachmentNote {
            guard let title = noteTitle(note.text.scalars.tidied) else { continue }
            if !titles.contains(where: { isSame($0.comparable, title.comparable) }) { titles.append(title) }
        }
        return titles.map { AttachmentRecord(title: $0.string) }
    }

    private func noteTitle(_ text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var rest = text[...]
        for word in ["附件：", "附件:", "附：", "附:"] where rest.begins(with: word) {
            rest = rest.dropFirst(word.unicodeScalars.count)
            break
        }
        if let label = Label.scan(Array(rest)) { rest = rest.dropFirst(label.end) }
        let title = Array(rest)
        guard title.count >= 4, !title.contains("略") || title.count > 6 else { return nil }
        return title
    }

    /// Titles printed twice differ by a slip at times; nearly the same is the same.
    private func isSame(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
        guard left != right else { return true }
        guard abs(left.count - right.count) <= 1, left.count > 6 else { return false }
        let prefix = zip(left, right).prefix { $0 == $1 }.count
        let suffix = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
        return prefix + suffix >= min(left.count, right.count)
    }
}
