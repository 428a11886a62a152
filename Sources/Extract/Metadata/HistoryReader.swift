import Ingest

/// Reads how a law came about from the lines below its title (题注, 沿革): what was done, by whom, when and under which number.
///
/// 「2014年1月22日某省第十四届人民代表大会第二次会议通过　2018年3月1日某市人民政府令第98号公布」 are two entries.
struct HistoryReader {
    let blocks: [Block]

    init(blocks: [Block]) { self.blocks = blocks }

    init(_ document: Document) { blocks = document.blocks.filter { $0.element == .adoption } }

    /// The first day that a block names: that of the document.
    static func firstDay(of block: Block) -> CalendarDate? {
        HistoryReader(blocks: [block]).days(in: block.text.scalars).first?.date
    }

    /// The entries in the order of the print; none for a text that only gives its day.
    func entries() -> [HistoryRecord] { blocks.flatMap(entries) }

    private func entries(in block: Block) -> [HistoryRecord] {
        let text = block.text
        let days = days(in: text.scalars)
        return days.indices.compactMap { index in
            let end = index + 1 < days.count ? days[index + 1].range.lowerBound : text.count
            let range = days[index].range.lowerBound..<end
            return record(text, day: days[index], range)
        }
    }

    /// The days with which entries begin: at the begin of the text, or behind white space, a mark or 「根据」.
    private func days(in text: [Unicode.Scalar]) -> [(date: CalendarDate, range: Range<Int>)] {
        var found: [(date: CalendarDate, range: Range<Int>)] = []
        var at = 0
        while at < text.count {
            guard opensEntry(text, at), let (date, end) = CalendarDate.scan(text, at: at) else {
                at += 1
                continue
            }
            found.append((date, at..<end))
            at = end
        }
        return found
    }

    private func opensEntry(_ text: [Unicode.Scalar], _ at: Int) -> Bool {
        guard at > 0 else { return true }
        let last = text[at - 1]
        if last.isBlank || "（(，,；;。、.据经于".unicodeScalars.contains(last) { return true }
        return HistoryAct.words.contains { text[..<at].ends(with: $0.word) }
    }

    private func record(
        _ text: MappedText, day: (date: CalendarDate, range: Range<Int>), _ range: Range<Int>
    ) -> HistoryRecord? {
        let rest = Array(text.scalars[day.range.upperBound..<range.upperBound])
        guard let act = HistoryAct.read(rest), let span = text.span(of: range) else { return nil }
        let number = DocumentNumber.find(in: rest).first
        let subject = rest[..<min(act.start, number?.range.lowerBound ?? act.start)].filter { !$0.isBlank }
        let session = Self.session(in: subject)
        let organ = session.map { Array(subject[..<$0.lowerBound]) } ?? subject
        return HistoryRecord(
            act: act.act, date: day.date.description, organ: Self.organ(organ),
            session: session.map { subject[$0].string },
            number: number?.number.text, quote: text.string(range).trimmedBlanks, span: SpanRecord(span))
    }

    /// The session: from 第…届 or 第…次 to 会议.
    private static func session(in text: [Unicode.Scalar]) -> Range<Int>? {
        guard let end = text.firstRange(of: "会议")?.upperBound, let start = text[..<end].lastIndex(of: "第"),
            Numeral.scan(text, at: start + 1) != nil
        else { return nil }
        return start..<end
    }

    /// The organ, without the number of its term: 某省人民代表大会 of 某省第十四届人民代表大会.
    private static func organ(_ text: [Unicode.Scalar]) -> String? {
        var name = text
        if let term = name.firstIndex(of: "第"), let end = name[term...].firstIndex(of: "届"), end - term <= 6 {
            name.removeSubrange(term...end)
        }
        while let last = name.last, "，、（(经由".unicodeScalars.contains(last) { name.removeLast() }
        while let first = name.first, "，、经由".unicodeScalars.contains(first) { name.removeFirst() }
        return name.count >= 2 && name.count <= 40 && !name.contains("《") ? name.string : nil
    }
}

/// What was done to a law on a day of its history.
enum HistoryAct {
    /// The words, those that say more first: 「令修正发布」 amends, though it is published too.
    static let words: [(word: String, act: HistoryRecord.Act)] = [
        ("废止", .repealed), ("修正", .amended), ("修订", .amended), ("修改", .amended), ("增订", .amended), ("公布", .promulgated),
        ("发布", .promulgated), ("颁布", .promulgated), ("订定", .promulgated), ("批准", .approved), ("通过", .adopted),
        ("制定", .adopted),
    ]

    /// The act that an entry names outside of 《》, and where its words begin.
    static func read(_ text: [Unicode.Scalar]) -> (act: HistoryRecord.Act, start: Int)? {
        var depth = 0
        var found: [(rank: Int, start: Int)] = []
        for at in text.indices {
            if text[at] == "《" { depth += 1 }
            if text[at] == "》" { depth = max(0, depth - 1) }
            guard depth == 0 else { continue }
            if let rank = words.firstIndex(where: { text[at...].begins(with: $0.word) }) { found.append((rank, at)) }
        }
        guard let best = found.min(by: { $0.rank < $1.rank }), let first = found.map(\.start).min() else { return nil }
        return (words[best.rank].act, first)
    }
}
