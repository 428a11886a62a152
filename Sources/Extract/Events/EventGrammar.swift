public import Ingest

/// Reads the entries of a 大事记, each with the paragraphs that continue it.
public enum EventGrammar {
    /// - Parameters:
    ///   - paragraphs: The paragraphs of the 大事记.
    ///   - heads: Its title and what stands below it, which may print the year and the month.
    ///   - year: The year of the first entry, unless a title, a heading or the entry itself prints one.
    ///   - latest: A day after which none of the events can lie, such as that of publication: an entry that would lie
    ///     behind it belongs to the year before.
    public static func events(
        in paragraphs: [[Unicode.Scalar]], heads: [[Unicode.Scalar]] = [], year: Int?, latest: CalendarDate? = nil
    ) -> [EventMatch] {
        var reader = Reader(year: year, latest: latest)
        for head in heads {
            if let period = EventPeriod.inTitle(head) ?? EventPeriod.heading(head) {
                reader.enter(period, from: "the title")
            }
        }
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
        /// From where year and month of the next entry come.
        private var yearSource = "the issue"
        private var monthSource = "above"

        init(year: Int?, latest: CalendarDate?) {
            self.year = year
            self.latest = latest
        }

        mutating func enter(_ period: EventPeriod, from source: String) {
            if period.year != nil { yearSource = source }
            if period.month != nil { monthSource = source }
            year = period.year ?? year
            // A new year begins with its first month, whatever the one before ended with.
            month = period.month ?? (period.year == nil ? month : nil)
            hasPrintedYear = hasPrintedYear || period.year != nil
            mayContinue = false
        }

        mutating func read(_ text: [Unicode.Scalar], _ index: Int) {
            if let period = EventPeriod.heading(text) {
                enter(period, from: "the heading")
            } else if let read = EventDate.scan(text) {
                // A mark sets off further entries of a day; without a day before it, it is a mark like any other.
                if read.kind == .sameDay, found.isEmpty { return }
                let rule = rule(read.kind)
                let dates = resolve(read.kind)
                var match = EventMatch(
                    date: dates.0, end: dates.1, rule: rule, textStart: read.end, paragraphs: index...index)
                if dates.0 == nil { match.yearless = yearless(read.kind) }
                found.append(match)
                mayContinue = true
            } else if mayContinue, Self.isProse(text), let last = found.popLast() {
                var event = last
                event.paragraphs = event.paragraphs.lowerBound...index
                found.append(event)
            }
        }

        /// Whether a paragraph is text and no signature.
        private static func isProse(_ text: [Unicode.Scalar]) -> Bool {
            guard let last = text.last(where: { !$0.isBlank }) else { return false }
            return last.endsSentence || last == "”" || last == "：" || text.contains { $0 == "。" || $0.isComma }
        }

        private mutating func resolve(_ kind: EventDate.Kind) -> (CalendarDate?, CalendarDate?) {
            switch kind {
            case .sameDay: return (found.last?.date, nil)
            case .vague(let day):
                note(day)
                return (nil, nil)
            case .day(let start, let last): return resolve(start, last)
            }
        }

        /// The month and day of an entry of a chronicle whose year nothing tells.
        private func yearless(_ kind: EventDate.Kind) -> String? {
            switch kind {
            case .sameDay: return found.last?.yearless
            case .vague: return nil
            case .day(let start, _):
                guard year == nil, let month, let day = start.day else { return nil }
                return PartialDate(month: month, day: day).iso
            }
        }

        /// What gives the day of an entry, and from where year and month are completed.
        private func rule(_ kind: EventDate.Kind) -> String {
            switch kind {
            case .sameDay: return "day of the entry before"
            case .vague: return "no day printed"
            case .day(let start, _):
                var parts = ["day printed"]
                if start.month == nil { parts.append("month from \(monthSource)") }
                if start.year == nil { parts.append("year from \(yearSource)") }
                return parts.joined(separator: "; ")
            }
        }

        /// Takes over what an entry prints of year and month.
        private mutating func note(_ start: EventDate.Day) {
            if let printed = start.year {
                year = printed
                yearSource = "the entry above"
                hasPrintedYear = true
            } else if let next = start.month, let before = month, next < before, before - next > 6 {
                year = year.map { $0 + 1 }
            }
            month = start.month ?? month
            if start.month != nil { monthSource = "the entry above" }
        }

        private mutating func resolve(_ start: EventDate.Day, _ last: EventDate.Day?) -> (CalendarDate?, CalendarDate?)
        {
            note(start)
            guard var year, let month, let day = start.day else { return (nil, nil) }
            if !hasPrintedYear, let latest, let date = CalendarDate(year: year, month: month, day: day), date > latest {
                year -= 1
                self.year = year
            }
            let first = CalendarDate(year: year, month: month, day: day)
            guard let last, let lastDay = last.day else { return (first, nil) }
            let lastMonth = last.month ?? month
            let lastYear = last.year ?? (last.isNextYear || lastMonth < month ? year + 1 : year)
            // What follows a range over the end of a month stands in either.
            return (first, CalendarDate(year: lastYear, month: lastMonth, day: lastDay))
        }
    }
}
