import Ingest

/// A date as official texts print it: 2019年6月底, 年底, 每年11月10日, 上半年, “十四五”末, 明年一季度.
///
/// It is read by itself; whether it sets a limit is for ``PointLimit`` and ``PeriodLimit`` to say.
struct DateExpression: Equatable, Sendable {
    /// How the year is given.
    enum Year: Equatable, Sendable {
        case printed(Int)
        /// 今年 0, 明年 1.
        case relative(Int)
        /// 每年, 次年, 当年 of a standing rule.
        case each
        /// 每月, 每季度, 每天: what recurs more than once a year.
        case eachPart
        case absent
    }
    /// The part of a year or month that is named instead of a day.
    enum Part: Equatable, Sendable { case end, beginning, half(Int), quarter(Int), tenDays(Int) }

    var range: Range<Int>
    var year: Year
    var month: Int?
    var day: Int?
    var part: Part?
    /// Whether 底 or 末 closes it.
    var isEnd = false
    /// Whether a clock time follows (10时).
    var hasTime = false

    /// Whether more than a bare year is named.
    var isWithinYear: Bool { month != nil || day != nil || part != nil }

    /// The year, month and day on which it ends, in a given year.
    func last(in year: Int?) -> PartialDate {
        switch part {
        case .half(let half): PartialDate(year: year, month: half * 6).lastDay
        case .quarter(let quarter): PartialDate(year: year, month: quarter * 3).lastDay
        case .tenDays(let third) where third < 3: PartialDate(year: year, month: month, day: third * 10)
        case .beginning where month == nil: PartialDate(year: year, month: 1)
        default: PartialDate(year: year, month: month, day: day).lastDay
        }
    }

    /// The day on which it begins, in a given year.
    func first(in year: Int?) -> PartialDate {
        switch part {
        case .half(let half): PartialDate(year: year, month: half * 6 - 5, day: 1)
        case .quarter(let quarter): PartialDate(year: year, month: quarter * 3 - 2, day: 1)
        case .tenDays(let third): PartialDate(year: year, month: month, day: third * 10 - 9)
        case .end where month == nil: PartialDate(year: year, month: 12, day: 1)
        default: PartialDate(year: year, month: month, day: day).firstDay
        }
    }
}
