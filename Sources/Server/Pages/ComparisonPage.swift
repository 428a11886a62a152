/// The page of two documents side by side.
struct ComparisonPage {
    let scene: Scene
    let result: Comparison.Result?
    private var say: Language { scene.say }

    var page: Page {
        Page(
            title: say("对照", "Compare"), section: "documents", formats: result == nil ? [] : [.json],
            body: Tag.div {
                Tag.h1(text: say("对照两件文件", "Compare two documents"))
                Tag.form(.class("filters"), .action(Address("compare"))) {
                    scene.field("left", say("甲（文号或标题）", "Left (number or title)"))
                    scene.field("right", say("乙（文号或标题）", "Right (number or title)"))
                    scene.languageField
                    Tag.button(.type("submit"), text: say("对照", "Compare"))
                }
                if let result { table(result) }
            })
    }

    private func table(_ result: Comparison.Result) -> Markup {
        Tag.div(.class("table-scroll"), .role("region"), .aria("label", say("对照", "Compare")), .tabindex) {
            Tag.p(.class("total"), text: summary(result))
            Tag.table(.class("compare")) {
                Tag.thead {
                    Tag.tr {
                        for entry in [result.left, result.right] {
                            Tag.th(.scope("col"), .lang("zh-CN")) { scene.link(entry.heading, entry.address) }
                        }
                    }
                }
                Tag.tbody {
                    for row in result.rows {
                        Tag.tr(.class("change-\(row.change.rawValue)"), .lang("zh-CN")) { cells(row) }
                    }
                }
            }
        }
    }

    private func summary(_ result: Comparison.Result) -> String {
        func count(_ change: Comparison.Row.Change) -> Int { result.rows.count { $0.change == change } }
        return say(
            "相同 \(count(.same))，修改 \(count(.changed))，增加 \(count(.added))，删去 \(count(.removed))",
            "\(count(.same)) the same, \(count(.changed)) changed, \(count(.added)) added, \(count(.removed)) removed")
    }

    @MarkupBuilder private func cells(_ row: Comparison.Row) -> Markup {
        switch row.change {
        case .changed:
            let parts = TextDifference(row.left ?? "", row.right ?? "")
            Tag.td { for part in parts.left { part.isCommon ? Markup(part.text) : Tag.del(text: part.text) } }
            Tag.td { for part in parts.right { part.isCommon ? Markup(part.text) : Tag.ins(text: part.text) } }
        case .removed:
            Tag.td { Tag.del(text: row.left ?? "") }
            Tag.td()
        case .added:
            Tag.td()
            Tag.td { Tag.ins(text: row.right ?? "") }
        case .same:
            Tag.td(text: row.left ?? "")
            Tag.td(text: row.right ?? "")
        }
    }
}

/// What two texts have in common, and what not, in runs.
struct TextDifference {
    struct Part: Equatable {
        var text: String
        var isCommon: Bool
    }
    private(set) var left: [Part] = []
    private(set) var right: [Part] = []

    /// Longer texts are compared whole: the difference of two long texts that share little takes too long.
    private static let maximumLength = 3_000

    init(_ left: String, _ right: String) {
        let first = Array(left.unicodeScalars)
        let second = Array(right.unicodeScalars)
        guard first.count <= Self.maximumLength, second.count <= Self.maximumLength else {
            self.left = [Part(text: left, isCommon: false)]
            self.right = [Part(text: right, isCommon: false)]
            return
        }
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in second.difference(from: first) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        self.left = Self.parts(first, removed)
        self.right = Self.parts(second, added)
    }

    private static func parts(_ scalars: [Unicode.Scalar], _ changed: Set<Int>) -> [Part] {
        var parts: [Part] = []
        for (offset, scalar) in scalars.enumerated() {
            let isCommon = !changed.contains(offset)
            if parts.last?.isCommon == isCommon {
                parts[parts.count - 1].text.unicodeScalars.append(scalar)
            } else {
                parts.append(Part(text: String(scalar), isCommon: isCommon))
            }
        }
        return parts
    }
}
