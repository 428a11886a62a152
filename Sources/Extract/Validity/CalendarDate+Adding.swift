import Ingest

extension CalendarDate {
    /// The date so many days later, or earlier.
    func adding(days count: Int) -> CalendarDate {
        var date = self
        var left = count
        while left > 0 {
            let rest = CalendarDate.days(in: date.month, of: date.year) - date.day
            if left <= rest {
                date.day += left
                return date
            }
            left -= rest + 1
            date = date.adding(months: 1)
            date.day = 1
        }
        while left < 0 {
            if -left < date.day {
                date.day += left
                return date
            }
            left += date.day
            date.day = 1
            date = date.adding(months: -1)
            date.day = CalendarDate.days(in: date.month, of: date.year)
        }
        return date
    }

    /// The same day so many months later, or the last of that month.
    func adding(months count: Int) -> CalendarDate {
        let months = year * 12 + month - 1 + count
        var date = self
        date.year = months / 12
        date.month = months % 12 + 1
        date.day = min(day, CalendarDate.days(in: date.month, of: date.year))
        return date
    }
}
