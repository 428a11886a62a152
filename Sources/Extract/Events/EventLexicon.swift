/// Words that open the entries of a 大事记 in place of a date, simplified and traditional.
enum EventLexicon {
    /// The day of the entry before.
    static let sameDay = ScalarWords("同日 当日 當日 是日 同一天 当天 當天")
    /// A month or a year without a day, or a part of one: the entry has no date.
    static let vague = ScalarWords(
        """
        是月 本月 当月 當月 同月 月内 月內 月初 月中 月底 月末 上旬 中旬 下旬 是年 本年 当年 當年 同年 年内 年內 年初 年中 年底 年末 全年 \
        上半年 下半年 春 夏 秋 冬 春季 夏季 秋季 冬季 春天 年关 一季度 二季度 三季度 四季度
        """)
    /// What makes a day of a month vague: 8月中旬, 9月底, 5月份.
    static let partOfMonth = ScalarWords("上旬 中旬 下旬 初 中 底 末 份 间 間")

    /// Marks that set off entries of one day.
    static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "△", "▲", "◇", "◆", "□", "■", "○", "●", "☆", "★", "※", "▽", "▼": true
        default: false
        }
    }
}
