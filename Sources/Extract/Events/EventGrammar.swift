public import Ingest

/// Reads the entries of a 大事记, each with the paragraphs that continue it.
public enum EventGrammar {
    /// - Parameters:
    ///   - paragraphs: The paragraphs of the 大事记.
    ///   - year: The year of the first entry, unless a heading or the entry itself prints one.
    ///   - latest: A day after which none of the events can lie, such as that of publication: an entry that would lie
    ///     behind it belongs to the year before.
    public static func events(
        in paragraphs: [[Unicode.Scalar]], year: Int?, latest: CalendarDate? = nil
    ) -> [EventMatch] {
        var reader = Reader(year: year, latest: latest)
        for (index, text) in paragraphs.enumerated() { reader.read(text, index) }
        return reader.found
    }

    private struct Reader {
        var found: [EventMatch] = []
        private var year: Int?
        private var month: Int?
        private let latest: CalendarDate?
        private var hasPrintedYear = false
        private var mayContinue = false

        init(year: Int?, latest: CalendarDate?) {
            self.year = year
            self.latest = latest
        }

        mutating func read(_ text: [Unicode.Scalar], _ index: Int) {
            if let heading = Self.heading(text) {
                year = heading.year ?? year
                month = heading.month ?? month
                hasPrintedYear = hasPrintedYear || heading.year != nil
                mayContinue = false
                return
            }
            if let read = EventDate.scan(text) {
                let dates = resolve(read)
                found.append(
                    EventMatch(date: dates.0, end: dates.1, textStart: read.end, paragraphs: index...index))
                mayContinue = true
            } else if mayContinue, Self.isProse(text), let last = found.popLast() {
                var event = last
                event.paragraphs = event.paragraphs.lowerBound...index
                found.append(event)
            }
        }

        /// A paragraph that holds a year or a month and nothing else.
        private static func heading(_ text: [Unicode.Scalar]) -> (year: Int?, month: Int?)? {
            let line = text.filter { !$0.isBlank }
            guard (2...10).contains(line.count) else { return nil }
            var result: (year: Int?, month: Int?) = (nil, nil)
            var cursor = 0
            while cursor < line.count {
                guard let number = Numeral.scan(line, at: cursor), number.end < line.count else { return nil }
                switch line[number.end] {
                case "年": result.year = number.value
                case "月": result.month = number.value
                default: return nil
                }
                cursor = number.end + 1
                if cursor < line.count, line[cursor] == "份" { cursor += 1 }
            }
            return result.year != nil || (1...12).contains(result.month ?? 0) ? result : nil
        }

        /// Whether a paragraph is text and no signature.
        private static func isProse(_ text: [Unicode.Scalar]) -> Bool {
            guard let last = text.last(where: { !$0.isBlank }) else { return false }
            return last.endsSentence || last == "”" || last == "：" || text.contains { $0 == "。" || $0.isComma }
        }

        private mutating func resolve(_ read: EventDate) -> (CalendarDate?, CalendarDate?) {
            guard let start = read.start else { return (found.last?.date, nil) }
            if let printed = start.year {
                year = printed
                hasPrintedYear = true
            } else if let next = start.month, let before = month, next < before, before - next > 6 {
                year = year.map { $0 + 1 }
            }
            month = start.month ?? month
            guard var year, let month, let day = start.day else { return (nil, nil) }
            if !hasPrintedYear, let latest, let date = CalendarDate(year: year, month: month, day: day), date > latest {
                year -= 1
                self.year = year
            }
            let first = CalendarDate(year: year, month: month, day: day)
            guard let last = read.last, let lastDay = last.day else { return (first, nil) }
            let lastMonth = last.month ?? month
            let lastYear = last.year ?? (last.isNextYear || lastMonth < month ? year + 1 : year)
            return (first, CalendarDate(year: lastYear, month: lastMonth, day: lastDay))
        }
    }
}
