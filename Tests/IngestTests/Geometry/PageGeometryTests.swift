import Testing

@testable import Ingest

/// Pages set by hand: characters of 1 em, 10 units high, lines 16 units apart.
struct PageSetter {
    var glyphs: [Glyph] = []

    /// Sets a text with its first character at `x`, on a baseline; half-width characters take half an em.
    mutating func set(
        _ text: String, x: Double, y: Double, size: Double = 10, step: Double = 1, direction: Glyph.Direction = .right
    ) {
        var at = x
        for scalar in text.unicodeScalars {
            let width = scalar.value < 0x2000 ? size / 2 : size
            if scalar != " " {
                glyphs.append(
                    Glyph(scalar: scalar, left: at, right: at + width, baseline: y, size: size, direction: direction))
            }
            at += width * step
        }
    }

    /// The lines of the page, its glyphs shuffled; tabs as bars.
    func lines(_ rules: [Rule] = []) -> [String] {
        var generator = SplitMix(state: 7)
        return PageGeometry.lines(of: glyphs.shuffled(using: &generator), rules: rules).map {
            String(String.UnicodeScalarView($0.scalars)).replacing("\t", with: "|")
        }
    }

    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
            return value ^ value >> 31
        }
    }
}

@Suite struct PageGeometryTests {
    private let full = "为深入贯彻落实党中央国务院决策部署结合本市实际制定"

    @Test func glyphsAreOrderedByWhereTheyStand() {
        var page = PageSetter()
        page.set("制定本办法。", x: 50, y: 132)
        page.set("　　" + full, x: 50, y: 100)
        page.set(full + "，现", x: 50, y: 116)
        #expect(page.lines() == ["    " + full, full + "，现", "制定本办法。"])
    }

    @Test func moreRoomThanBetweenLinesIsABlankLine() {
        var page = PageSetter()
        for line in 0..<4 { page.set(full, x: 50, y: 100 + 16 * Double(line)) }
        page.set("二、主要任务", x: 50, y: 190)
        #expect(page.lines() == [full, full, full, full, "", "二、主要任务"])
    }

    @Test func gapsAreBlanksAndSpacedSettingIsNone() {
        var page = PageSetter()
        page.set("沈政发〔2021〕14号", x: 50, y: 100)
        page.set("签发人：甲", x: 200, y: 100)
        page.set("甲市人民政府公报", x: 50, y: 140, step: 2)
        page.set("People's Government", x: 50, y: 180)
        page.set(full, x: 50, y: 220, step: 1.1)
        #expect(
            page.lines() == [
                "沈政发〔2021〕14号            签发人：甲", "", "甲市人民政府公报", "", "People's Government", "", full,
            ])
    }

    @Test func overprintIsOneCharacterAndRaisedMarksStandInTheirLine() {
        var page = PageSetter()
        for shift in [0, 0.3, 0.6] { page.set("公告……", x: 50 + shift, y: 100, size: 20) }
        page.set("见注", x: 50, y: 140)
        page.set("1", x: 70, y: 136, size: 6)
        page.set("。", x: 73, y: 140)
        #expect(page.lines() == ["公告……", "见注1。"])
    }

    @Test func columnsAreReadOneAfterTheOther() {
        var page = PageSetter()
        page.set("某市人民政府关于印发某某办法的通知", x: 120, y: 60, size: 16)
        for line in 0..<6 {
            // The columns' lines stand half a line apart.
            page.set("左\(line)" + full.prefix(17), x: 50, y: 100 + 16 * Double(line))
            page.set("右\(line)" + full.prefix(17), x: 270, y: 108 + 16 * Double(line))
        }
        let columns = ["左", "右"].flatMap { side in (0..<6).map { "\(side)\($0)" + full.prefix(17) } }
        #expect(page.lines().filter { !$0.isEmpty } == ["某市人民政府关于印发某某办法的通知"] + columns)
    }

    @Test func cellsThatOnlyStandApartAreNoColumns() {
        var page = PageSetter()
        page.set(full + full.prefix(12), x: 50, y: 84)
        for (line, cells) in [("粮食总产量", "万吨以上"), ("常住人口城镇化率", "百分之五"), ("森林覆盖率", "逐步提高"), ("研发经费", "增长")].enumerated() {
            page.set(cells.0, x: 50, y: 100 + 16 * Double(line))
            page.set(cells.1, x: 300, y: 100 + 16 * Double(line))
        }
        #expect(
            page.lines().dropFirst().map { $0.filter { $0 != " " } } == [
                "粮食总产量万吨以上", "常住人口城镇化率百分之五", "森林覆盖率逐步提高", "研发经费增长",
            ])
    }

    @Test func ruledLinesMakeRowsAndSpanningCellsAreRepeated() {
        var page = PageSetter()
        page.set("附表", x: 50, y: 80)
        page.set("指标", x: 60, y: 115)
        page.set("目标值", x: 160, y: 115)
        page.set("粮食综合生产能", x: 60, y: 131)
        page.set("力", x: 60, y: 147)
        page.set("2025年", x: 160, y: 139)
        page.set("100", x: 260, y: 139)
        page.set("注：单位为万吨", x: 50, y: 180)
        let level = [100.0, 120, 152].map { Rule(axis: .level, position: $0, start: 50, end: 350) }
        let upright = [50.0, 150, 350].map { Rule(axis: .upright, position: $0, start: 100, end: 152) }
        let inner = Rule(axis: .upright, position: 250, start: 120, end: 152)
        #expect(
            page.lines(level + upright + [inner]) == [
                "附表", "", "指标|目标值|目标值", "粮食综合生产能力|2025年|100", "", "注：单位为万吨",
            ])
    }

    @Test func linesOfACellThatEndBeforeItsEdgeStayApart() {
        var page = PageSetter()
        for (line, unit) in ["市财政局", "市民政局", "各区、县（市）人民", "政府"].enumerated() {
            page.set(unit, x: 60, y: 115 + 16 * Double(line))
        }
        page.set("任务", x: 160, y: 115)
        page.set("时限", x: 260, y: 115)
        let level = [100.0, 170].map { Rule(axis: .level, position: $0, start: 50, end: 350) }
        let upright = [50.0, 150, 250, 350].map { Rule(axis: .upright, position: $0, start: 100, end: 170) }
        #expect(page.lines(level + upright) == ["市财政局 市民政局 各区、县（市）人民政府|任务|时限"])
    }

    @Test func aFrameIsNoTable() {
        var page = PageSetter()
        page.set("某市人民政府公报", x: 60, y: 115)
        let rules =
            [100.0, 200].map { Rule(axis: .level, position: $0, start: 50, end: 350) }
            + [50.0, 350].map { Rule(axis: .upright, position: $0, start: 100, end: 200) }
        #expect(page.lines(rules) == ["某市人民政府公报"])
    }

    @Test func textThatRunsDownThePageFollows() {
        var page = PageSetter()
        // Baselines and edges are given along the line's own direction.
        page.set("附件横排", x: 0, y: -20, direction: .down)
        page.set("正文", x: 50, y: 400)
        #expect(page.lines() == ["正文", "", "附件横排"])
    }

    @Test func aPageWithoutGlyphsHasNoLines() { #expect(PageGeometry.lines(of: []).isEmpty) }

    @Test func brokenPlacesAreLeftOut() {
        let glyphs = [Double.nan, .infinity, 1].map {
            Glyph(scalar: "甲", left: $0, right: $0 + 1, baseline: 0, size: 1)
        }
        #expect(PageGeometry.lines(of: glyphs).count == 1)
    }
}
