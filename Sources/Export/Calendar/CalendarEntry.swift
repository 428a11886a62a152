import Extract

/// One entry of a calendar: days that are taken up whole.
struct CalendarEntry {
    private var id: String
    private var summary: String
    private var details: [String]
    private var first: CalendarDay
    private var last: CalendarDay
    private var rule: String?
    private var isTentative = false
    private var stamp: CalendarDay

    /// An entry for a time limit; nil where it has no day.
    init?(_ deadline: DeadlineRecord, number: Int, task: TaskRecord?, in document: ExportedDocument) {
        let record = document.record
        guard let date = deadline.date else { return nil }
        let year = record.signed.flatMap { Int($0.prefix(4)) } ?? record.number?.year ?? document.issue?.year
        if date.hasPrefix("--") {
            guard let recurring = CalendarDay.recurring(date, from: year) else { return nil }
            (first, last, rule) = (recurring.day, recurring.day, recurring.rule)
            if let start = deadline.start, let begin = CalendarDay.recurring(start, from: year) { first = begin.day }
        } else {
            guard let day = CalendarDay(last: date) else { return nil }
            last = day
            first = deadline.start.flatMap { CalendarDay(first: $0) } ?? day
        }
        id = "\(record.id)/deadline\(number)"
        let subject = task?.text ?? Self.text(around: deadline, in: record.provisions) ?? deadline.quote
        summary = [task?.label, CalendarText.shortened(subject)].compactMap(\.self).joined(separator: " ")
        details = ["「\(deadline.quote)」"]
        for role in AssignmentRecord.Role.allCases {
            let units = task?.assignments.filter { $0.role == role }.map(\.unit) ?? []
            if !units.isEmpty { details.append("\(CalendarText.name(of: role))：\(units.joined(separator: "、"))") }
        }
        details += [record.number?.text, record.title, "\(document.source.path):\(deadline.span.start.line)"]
            .compactMap(\.self)
        isTentative = deadline.certainty == .computed
        stamp = Self.stamp(of: document)
        if last < first { first = last }
    }

    private init(_ day: CalendarDay, id: String, summary: String, document: ExportedDocument) {
        first = day
        last = day
        self.id = id
        self.summary = summary
        details = [document.record.number?.text, document.record.validity?.quote.map { "「\($0)」" }].compactMap(\.self)
        stamp = Self.stamp(of: document)
    }

    /// The text of the provision in which a limit stands.
    private static func text(around deadline: DeadlineRecord, in provisions: [Provision]) -> String? {
        for provision in provisions {
            if provision.id == deadline.provision { return provision.heading ?? provision.text }
            if let below = text(around: deadline, in: provision.children) { return below }
        }
        return nil
    }

    /// The days from which and until which a document is in force.
    static func force(of document: ExportedDocument) -> [CalendarEntry] {
        guard let validity = document.record.validity else { return [] }
        var entries: [CalendarEntry] = []
        if let day = validity.effective.flatMap({ CalendarDay(first: $0) }) {
            entries.append(
                CalendarEntry(
                    day, id: "\(document.record.id)/effective", summary: "施行：\(document.record.title)",
                    document: document))
        }
        if let day = validity.expires.flatMap({ CalendarDay(last: $0) }) {
            entries.append(
                CalendarEntry(
                    day, id: "\(document.record.id)/expires", summary: "失效：\(document.record.title)", document: document
                ))
        }
        return entries
    }

    /// The day of the record's making in the calendar's sense: that of the document, so that the same archive gives the
    /// same bytes.
    private static func stamp(of document: ExportedDocument) -> CalendarDay {
        [document.record.signed, document.issue?.published].compactMap { $0.flatMap { CalendarDay(last: $0) } }.first
            ?? CalendarDay(year: 2000, month: 1, day: 1)
    }

    /// The entry's lines.
    var text: String {
        var lines = [
            "BEGIN:VEVENT", "UID:" + CalendarText.escaped(id) + "@gongbao", "DTSTAMP:\(stamp.compact)T000000Z",
            "DTSTART;VALUE=DATE:\(first.compact)", "DTEND;VALUE=DATE:\(last.next.compact)",
        ]
        if let rule { lines.append("RRULE:" + rule) }
        lines += [
            "SUMMARY:" + CalendarText.escaped(summary),
            "DESCRIPTION:" + CalendarText.escaped(details.joined(separator: "\n")), "TRANSP:TRANSPARENT",
            isTentative ? "STATUS:TENTATIVE" : "STATUS:CONFIRMED", "END:VEVENT",
        ]
        return lines.map(CalendarText.line).joined()
    }
}
