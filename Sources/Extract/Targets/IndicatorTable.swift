import Ingest

/// A goal read from a row of a table, with the cell in which it stands.
struct TableTarget: Equatable, Sendable {
    /// The goal; its range lies in the text of the cell.
    var match: TargetMatch
    /// The row, from 0, the header not counted.
    var row: Int
    /// The column, from 0.
    var column: Int
}

/// Reads the goals of a table of indicators: 序号, 指标, 2020年, 2025年.
///
/// ```swift
/// IndicatorTable.targets(header: ["指标", "2020年", "2025年"], rows: [["产前筛查率", ">60％", ">80％"]])
/// // 产前筛查率 > 80 % in 2025, from 60 in 2020
/// ```
enum IndicatorTable {
    /// The goals of a table, row by row.
    ///
    /// - Parameters:
    ///   - header: The header cells, spanning ones repeated.
    ///   - rows: The cells of each row; short rows are taken as they are.
    ///   - context: What the document says about years.
    /// - Returns: Nothing where no column says that it holds goals.
    static func targets(
        header: [String], rows: [[String]], context: TargetContext = TargetContext()
    ) -> [TableTarget] {
        guard !context.isRetrospective, let columns = IndicatorColumns(header, context) else { return [] }
        var targets: [TableTarget] = []
        for (index, row) in rows.enumerated() {
            guard row.count > columns.indicator else { continue }
            for goal in columns.goals where goal.column < row.count {
                guard let match = target(row, goal, columns, context) else { continue }
                targets.append(TableTarget(match: match, row: index, column: goal.column))
            }
        }
        return targets
    }

    private static func target(
        _ row: [String], _ goal: IndicatorColumns.Dated, _ columns: IndicatorColumns, _ context: TargetContext
    ) -> TargetMatch? {
        let cell = row[goal.column]
        guard let value = IndicatorCell(cell) else { return nil }
        let (name, nameUnit) = named(row[columns.indicator])
        let unitCell = columns.unit.flatMap { $0 < row.count ? row[$0] : nil }.flatMap { $0.isEmpty ? nil : $0 }
        var match = TargetMatch(
            indicator: value.phrase.map { name + $0 } ?? name, indicatorRange: nil, comparator: value.sign,
            value: value.quantity, upper: value.upper, unit: value.unit ?? unitCell ?? nameUnit,
            year: goal.year ?? context.defaultYear, baseline: nil, range: 0..<cell.unicodeScalars.count)
        match.nature = columns.nature.flatMap { $0 < row.count ? Self.nature(row[$0]) : nil }
        for base in columns.baselines where base.column < row.count {
            guard let start = IndicatorCell(row[base.column]), start.phrase == nil else { continue }
            match.baseline = TargetRecord.Baseline(value: start.quantity, year: base.year)
        }
        return match
    }

    private static func nature(_ cell: String) -> String? {
        let text = Array(cell.unicodeScalars.filter { !$0.isBlank })
        return TargetWords.natures.first(in: text, 0..<text.count).map { text[$0.range].string }
    }

    /// An indicator's name and the unit in brackets behind it: 地区生产总值（亿元）.
    private static func named(_ cell: String) -> (name: String, unit: String?) {
        let compact = CompactText(withoutSerial(Array(cell.unicodeScalars)))
        let text = compact.scalars
        guard text.last == "）", let open = text.lastIndex(of: "（"), open > 0 else {
            return (compact.printed(0..<text.count), nil)
        }
        let inner = open + 1..<text.count - 1
        guard isUnit(text, inner) else { return (compact.printed(0..<text.count), nil) }
        return (compact.printed(0..<open), compact.printed(inner).replacing("％", with: "%"))
    }

    /// A name without the serial number that a table without rules leaves in its cell: 10 2型糖尿病患者管理率.
    private static func withoutSerial(_ cell: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let digits = cell.prefix { $0.decimalDigit != nil }.count
        guard digits > 0, digits < cell.count else { return cell }
        let mark = cell[digits]
        guard mark.isBlank || ((mark == "." || mark == "、") && cell.at(digits + 1)?.decimalDigit == nil) else {
            return cell
        }
        return Array(cell[(digits + 1)...])
    }

    private static func isUnit(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        if let (length, _) = TargetWords.magnitudes.match(text, at: start, before: range.upperBound) { start += length }
        guard let (length, _) = TargetWords.units.match(text, at: start, before: range.upperBound) else { return false }
        return start + length == range.upperBound || text[start + length] == "/"
    }
}

/// Which column of a table holds what.
private struct IndicatorColumns {
    struct Dated: Equatable {
        var column: Int
        var year: Int?
    }

    var indicator = 0
    var unit: Int?
    /// The column that says how far the goals bind (属性).
    var nature: Int?
    var goals: [Dated] = []
    var baselines: [Dated] = []

    /// Sorts the columns; nil where none holds indicators or none goals.
    init?(_ header: [String], _ context: TargetContext) {
        var years: [Dated] = []
        var name: Int?
        for (column, title) in header.enumerated() {
            let text = CompactText(Array(title.unicodeScalars)).scalars
            let year = Self.year(in: text)
            if Self.holds(text, ["指标名称", "指标", "目标名称", "主要指标", "具体指标", "项目名称", "指标内容", "任务名称", "目标任务名称", "工作内容"]),
                year == nil, !Self.isGoal(text)
            {
                name = column
            } else if text.count <= 4, Self.holds(text, ["单位"]), !Self.holds(text, ["责任单位", "牵头单位"]) {
                unit = unit ?? column
            } else if Self.holds(text, ["属性", "目标类型", "指标类型"]) {
                nature = column
            } else if Self.holds(text, ["增速", "年均", "累计", "完成"]), !Self.isGoal(text) {
                continue
            } else if Self.isGoal(text) {
                goals.append(Dated(column: column, year: year))
            } else if Self.isBase(text) {
                baselines.append(Dated(column: column, year: year))
            } else if year != nil {
                years.append(Dated(column: column, year: year))
            }
        }
        place(years, context)
        guard let name, !goals.isEmpty else { return nil }
        indicator = name
    }

    /// Columns that name only a year: the last is the goal, and so is what lies behind the document's year.
    private mutating func place(_ years: [Dated], _ context: TargetContext) {
        let latest = years.compactMap(\.year).max()
        for dated in years {
            let isLater = context.documentYear.map { ($0...).contains(dated.year ?? 0) } ?? false
            if isLater || goals.isEmpty && dated.year == latest && years.count > 1 {
                goals.append(dated)
            } else {
                baselines.append(dated)
            }
        }
    }

    private static func isGoal(_ text: [Unicode.Scalar]) -> Bool {
        holds(text, ["目标", "规划值", "预期值", "计划值", "预期", "指标要求", "指标值"])
            && !holds(text, ["目标名称", "目标类型", "目标任务名称", "目标责任"])
    }

    private static func isBase(_ text: [Unicode.Scalar]) -> Bool {
        holds(text, ["现状", "基期", "基准", "实际", "基数", "完成值", "完成情况"])
    }

    private static func holds(_ text: [Unicode.Scalar], _ words: [String]) -> Bool {
        words.contains { word in text.indices.contains { text.holds(word, at: $0) } }
    }

    private static func year(in text: [Unicode.Scalar]) -> Int? {
        for index in text.indices {
            if let before = text.at(index - 1), before.decimalDigit != nil { continue }
            if let date = DateExpression.scan(text, at: index), case .printed(let year) = date.year { return year }
            if let (plan, _) = PlanPeriod.scan(text, at: index) { return plan.end }
            if let (value, end) = Numeral.scanArabic(text, at: index), (1990...2100).contains(value), end == text.count
            {
                return value
            }
        }
        return nil
    }
}

/// A cell of a goal: >80％, ≥98％, 达到85％, 力争达到8人, [10], 比2016年下降10%以上.
private struct IndicatorCell {
    var sign: String
    var quantity: Double
    var upper: Double?
    var unit: String?
    /// The change that the words of the cell name (下降), where they name one.
    var phrase: String?

    /// Reads a cell; nil where it holds no number (—, 持续提升).
    init?(_ cell: String) {
        let compact = CompactText(Array(cell.unicodeScalars))
        let text = compact.scalars
        guard let (start, quantity) = Self.quantity(in: text) else { return nil }
        let before = 0..<start
        var signs: [String] = []
        if let (_, sign) = TargetWords.before.match(text, endingAt: start, from: 0) { signs.append(sign) }
        sign = quantity.upper != nil ? "range" : quantity.closing ?? signs.first ?? "="
        self.quantity = quantity.value
        upper = quantity.upper
        unit = quantity.unit.isEmpty ? nil : compact.printed(quantity.unit).replacing("％", with: "%")
        let change = TargetWords.change.match(text, endingAt: start, from: 0).map { start - $0.length..<start }
        phrase = change.map(compact.printed)
        if phrase == nil, before.count > 12 { return nil }
    }

    /// The goal's number: the last that is neither a year nor part of the name of a base.
    private static func quantity(in text: [Unicode.Scalar]) -> (start: Int, quantity: Quantity)? {
        var found: (Int, Quantity)?
        var index = 0
        while index < text.count {
            if let date = DateExpression.scan(text, at: index) {
                index = date.range.upperBound
            } else if let (_, end) = PlanPeriod.scan(text, at: index) {
                index = end
            } else if let quantity = Quantity.scan(text, at: index, allowsBare: true), !quantity.isHan {
                found = (index, quantity)
                index = quantity.end
            } else {
                index += 1
            }
        }
        return found
    }
}
