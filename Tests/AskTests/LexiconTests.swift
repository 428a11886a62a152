import CAskWords
import Testing

@testable import Ask

/// The tables of words: that they are read whole, and that what they say of one another is there.
@Suite struct LexiconTests {
    @Test func everyIntentRuleIsRead() {
        let rows = LexiconTable.builtIn(ASK_INTENTS).rows
        #expect(IntentRule.all.count == rows.count)
        #expect(rows.count > 25)
    }

    @Test func everyIntentHasARule() {
        let intents = Set(IntentRule.all.map(\.intent))
        // Passages are what is left where nothing else was answered.
        #expect(Set(Question.Intent.allCases).subtracting(intents) == [.passages])
    }

    /// A rule that asks for a feature that no word and no part of a question has never holds.
    @Test func rulesNameFeaturesThatThereAre() {
        let parts: Set<Feature> = [
            "document", "law", "label", "article", "unit", "dates", "person.name", "topic", "place", "cites", "cited",
        ]
        let known = Cues.all.values.reduce(into: parts) { $0.formUnion($1) }
        for rule in IntentRule.all {
            let named = Set(rule.needs.flatMap(\.self)).union(rule.weights.keys)
            #expect(named.subtracting(known).isEmpty, "\(rule.intent): \(named.subtracting(known))")
        }
    }

    /// Every feature of a word is used by a rule, or is one that the code knows.
    @Test func wordsHaveFeaturesThatAreUsed() {
        let used = IntentRule.all.reduce(into: Set<Feature>(["filler", "why", "opinion", "aux"])) {
            $0.formUnion($1.weights.keys)
            $0.formUnion($1.needs.flatMap(\.self))
        }
        for (word, features) in Cues.all { #expect(features.isSubset(of: used), "\(word): \(features)") }
    }

    @Test func tablesOfNamesHaveTheirColumns() {
        for row in LexiconTable.builtIn(ASK_UNITS).rows {
            #expect(row.count >= 2 && row.allSatisfy { !$0.isEmpty }, "\(row)")
        }
        for row in LexiconTable.builtIn(ASK_WORDS).rows {
            #expect(row.count >= 2 && row.allSatisfy { !$0.isEmpty }, "\(row)")
        }
        for row in LexiconTable.builtIn(ASK_CUES).rows { #expect(row.count == 2, "\(row)") }
    }

    @Test(arguments: [
        ("市人社局", "市人力资源和社会保障局"), ("市人力资源社会保障局", "市人力资源和社会保障局"), ("市发改委", "市发展和改革委员会"),
        ("市发展改革委", "市发展和改革委员会"), ("市卫健委", "市卫生健康委员会"), ("县人民政府", "县政府"), ("市文旅局", "市文化旅游广电局"),
        ("市城管局", "市城市管理行政执法局"), ("市网信办", "市网络安全和信息化委员会办公室"), ("甲水务集团", "甲水务集团有限公司"),
    ])
    func formsOfAUnitAreOne(_ short: String, _ full: String) {
        #expect(UnitWording.full(short) == UnitWording.full(full))
    }

    @Test(arguments: [("市环保局", "市医保局"), ("市教育局", "市体育局"), ("市委办公室", "市政府办公室"), ("市数据局", "市大数据局")])
    func differentUnitsAreTwo(_ one: String, _ other: String) {
        #expect(UnitWording.full(one) != UnitWording.full(other))
    }

    @Test func areasAreCutFromUnits() {
        #expect(UnitWording.areas(of: "甲丁市科技局").map(\.area) == ["甲丁市"])
        #expect(UnitWording.areas(of: "邮政管理局").isEmpty)
        #expect(UnitWording.areas(of: "市市场监管局").isEmpty)
        #expect(PlaceNames.areas("甲丁市乙戊区人民政府办公室") == ["甲丁市", "乙戊区"])
        #expect(PlaceNames.areas("关于印发甲丁市某某方案的通知") == ["甲丁市"])
        #expect(PlaceNames.areas("关于加快县域经济发展的意见").isEmpty)
        #expect(PlaceNames.areas("老旧小区改造方案").isEmpty)
    }

    @Test(arguments: [
        (1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (53, "五十三"), (101, "一百零一"), (121, "一百二十一"), (200, "二百"),
    ])
    func numbersAreWrittenInHan(_ number: Int, _ text: String) { #expect(HanNumber.text(number) == text) }

    @Test func shortFormsAreFoundInLongerNames() {
        let name = Haystack("婚前医学检查率")
        #expect(name.abbreviates(Array("婚检率".unicodeScalars)))
        #expect(!name.abbreviates(Array("检婚率".unicodeScalars)))
        #expect(!Haystack("婚姻登记。检查覆盖率").abbreviates(Array("婚检率".unicodeScalars)))
    }
}
