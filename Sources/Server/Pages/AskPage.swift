import Ask
import Extract
import Index

/// The page of a question.
struct AskPage {
    let scene: Scene
    let ledger: Ledger
    let question: String
    let answer: Answer?
    private var say: Language { scene.say }

    var page: Page {
        Page(
            title: question.isEmpty ? say("问答", "Ask") : question, section: "ask",
            formats: question.isEmpty ? [] : [.json],
            body: Tag.div(.class("ask-page")) {
                Tag.h1(text: say("问答", "Ask"))
                Tag.form(.class("search-form"), .action(Address("ask"))) {
                    Tag.label(.class("unseen"), .for("q"), text: say("问题", "Question"))
                    Tag.input(
                        .type("text"), .id("q"), .name("q"), .value(question), .maxlength(500), .autocomplete("off"),
                        .placeholder(say("例如：第53项任务由哪个单位牵头？", "For example: Which unit leads task 53?")))
                    scene.languageField
                    Tag.button(.type("submit"), text: say("提问", "Ask"))
                }
                if let answer { given(answer) }
                if answer == nil || answer?.tier == .notUnderstood { examples }
            })
    }

    private func given(_ answer: Answer) -> Markup {
        Tag.div {
            if let question = answer.question { understood(question) }
            outcome(answer)
            for note in answer.notes {
                Tag.p(.class("notice")) {
                    Terms.name(note.code.rawValue, of: Terms.notes, say)
                    if let subject = note.subject { "：\(subject)" }
                    if !note.values.isEmpty { "（\(note.values.joined(separator: "、"))）" }
                }
            }
            Tag.ol(.class("answers")) {
                for item in answer.items.prefix(scene.inquiry.integer("limit") ?? 50) { Tag.li { self.item(item) } }
            }
        }
    }

    /// How sure the answer is, and what of the question it leaves out.
    private func outcome(_ answer: Answer) -> Markup {
        Tag.p(.class("outcome outcome-\(answer.tier.rawValue)"), .role("status")) {
            answer.tier == .answer
                ? Terms.name(answer.outcome.rawValue, of: Terms.outcomes, say)
                : Terms.name(answer.tier.rawValue, of: Terms.tiers, say)
            if let count = answer.count { say("，共 \(scene.count(count))", ": \(scene.count(count)) in all") }
            if !answer.unmatched.isEmpty {
                Tag.small(
                    text: say("（未对应：", " (not accounted for: ") + answer.unmatched.joined(separator: "、")
                        + say("）", ")"))
            }
        }
    }

    private func understood(_ question: Question) -> Markup {
        var parts: [(String, String)] = [
            (say("要问", "asked"), Terms.name(question.intent.rawValue, of: Terms.intents, say))
        ]
        func add(_ name: String, _ value: String?) { if let value { parts.append((name, value)) } }
        add(say("角色", "role"), question.role.map { Terms.role($0, say) })
        add(say("关系", "relation"), question.relation.map { Terms.name($0.rawValue, of: Terms.relations, say) })
        add(say("文件", "document"), question.document)
        add(say("任务", "task"), question.label)
        add(say("条", "article"), question.article)
        add(say("单位或人", "unit or person"), question.unit ?? question.person)
        add(say("地区", "area"), question.area)
        add(say("内容", "about"), question.topic)
        add(
            say("时间", "days"),
            question.dates.map { dates in
                dates.bounds.recurring ?? dates.year.map(String.init)
                    ?? [dates.bounds.first, dates.bounds.last].compactMap(\.self).joined(separator: "–")
            })
        return Tag.section(.class("understood"), .aria("label", say("理解", "Understood"))) {
            Tag.h2(text: say("理解为", "Understood as"))
            Tag.dl {
                for (name, value) in parts {
                    Tag.div {
                        Tag.dt(text: name)
                        Tag.dd(text: value)
                    }
                }
            }
        }
    }

    private func item(_ item: AnswerItem) -> Markup {
        let entry = ledger.entry(item.document)
        return Tag.article(.class("answer")) {
            Tag.p(.class("values")) { values(item.values) }
            if !item.others.isEmpty {
                Tag.p(.class("others")) {
                    say("其他：", "Others: ")
                    values(item.others)
                }
            }
            if let subject = item.subject {
                Tag.p(
                    .class("subject"), .lang("zh-CN"),
                    text: [item.label, subject].compactMap(\.self).joined(separator: " "))
            }
            if !item.limits.isEmpty {
                Tag.p(.class("meta due"), text: say("时限 ", "due ") + item.limits.joined(separator: "、"))
            }
            if !item.quote.isEmpty { Tag.blockquote(.lang("zh-CN")) { Tag.p(text: item.quote) } }
            Tag.p(.class("place")) {
                // Provisions and tasks have their places on the page of the document.
                Tag.a(
                    scene.to(item.record.map { entry.address.at($0) } ?? entry.address), .lang("zh-CN"),
                    text: entry.name)
                if !item.path.isEmpty { Tag.span(.lang("zh-CN"), text: " › " + item.path.joined(separator: " › ")) }
                Tag.span(.class("number"), text: " \(entry.source):\(item.line)")
            }
        }
    }

    private func values(_ values: [AnswerValue]) -> Markup {
        guard !values.isEmpty else { return Markup(say("没有写明", "not stated")) }
        var result = Markup()
        for (index, value) in values.enumerated() {
            if index > 0 { result.append(text: "、") }
            result.append(Tag.span(.lang("zh-CN"), text: value.text))
            if let role = value.role { result.append(Tag.small(text: " \(Terms.role(role, say))")) }
            if let year = value.year { result.append(Tag.small(text: " \(year)")) }
            if let relation = value.relation {
                result.append(Tag.small(text: " \(Terms.name(relation.rawValue, of: Terms.relations, say))"))
            }
            if let status = value.status {
                result.append(scene.status(Force(status: status)))
            }
        }
        return result
    }

    private var examples: Markup {
        Tag.section(.class("help")) {
            Tag.h2(text: say("可以这样问", "Questions it understands"))
            Tag.ul {
                for (chinese, english) in Self.questions {
                    Tag.li {
                        Tag.a(scene.to(Address("ask").with("q", say(chinese, english))), text: say(chinese, english))
                    }
                }
            }
        }
    }

    private static let questions = [
        ("第53项任务由哪个单位牵头？", "Which unit leads task 53?"),
        ("市科技局牵头哪些任务？", "Which tasks does 市科技局 lead?"),
        ("2026年6月底前要完成什么？", "What is due by June 2026?"),
        ("地区生产总值的目标是多少？", "What is the target for 地区生产总值?"),
    ]
}
