import Ingest
import Testing

@testable import Extract

@Suite struct ObligationGrammarTests {
    private func read(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return ObligationGrammar.obligations(in: AnalyzedText(scalars)).map { found in
            let parts = [found.subject, found.modal, found.act, found.condition, found.consequence]
            return parts.map { $0.map { scalars[$0].string } ?? "-" }.joined(separator: " | ")
        }
    }

    @Test(
        "who, what, when and what follows",
        arguments: [
            ("承储企业应当建立台账，不得虚报数量。", ["承储企业 | 应当 | 建立台账 | - | -", "承储企业 | 不得 | 虚报数量 | - | -"]),
            ("确需变更的，建设单位应当重新报批。", ["建设单位 | 应当 | 重新报批 | 确需变更的 | -"]), ("禁止倾倒垃圾。", ["- | 禁止 | 倾倒垃圾 | - | -"]),
            ("禁止任何单位和个人倾倒垃圾。", ["任何单位和个人 | 禁止 | 倾倒垃圾 | - | -"]), ("在水库管理范围内禁止炸鱼。", ["- | 禁止 | 炸鱼 | 在水库管理范围内 | -"]),
            (
                "承储企业应当建立台账；违反规定的，处一万元罚款。",
                ["承储企业 | 应当 | 建立台账 | - | 违反规定的，处一万元罚款"]
            ), ("任何人有权举报，主管部门可以给予奖励。", ["任何人 | 有权 | 举报 | - | -", "主管部门 | 可以 | 给予奖励 | - | -"]),
            ("重点单位，应当每年演练。", ["重点单位 | 应当 | 每年演练 | - | -"]),
        ])
    func parts(_ text: String, _ expected: [String]) {
        #expect(read(text) == expected)
    }

    @Test(
        "a modal verb within an attribute or another word sets nothing",
        arguments: ["应当公开的信息。", "不得公开的，从其规定。", "相应措施由市政府制定。", "拥有权利。"])
    func none(_ text: String) {
        #expect(read(text).isEmpty)
    }
}
