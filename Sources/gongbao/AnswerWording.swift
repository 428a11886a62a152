import Ask
import Extract
import Index

/// Puts answers into words, in the language of the question.
struct AnswerWording {
    let isEnglish: Bool

    init(isEnglish: Bool) { self.isEnglish = isEnglish }

    /// Whether a question that was not understood is in English.
    static func isEnglish(_ question: String) -> Bool {
        !question.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
    }

    private func say(_ chinese: String, _ english: String) -> String { isEnglish ? english : chinese }

    func text(of answer: Answer, limit: Int) -> String {
        guard let question = answer.question else { return notUnderstood(answer) }
        var lines = [say("理解：", "Understood: ") + understood(question)]
        if let heading = heading(of: answer) { lines.append(heading) }
        if let count = answer.count, [.tasks, .taskCount, .documents].contains(question.intent), !answer.items.isEmpty {
            lines.append(
                question.intent == .documents
                    ? say("共\(count)份", "\(count) documents") : say("共\(count)项", "\(count) in all"))
        }
        if answer.outcome == .several {
            lines.append(say("有\(answer.items.count)处符合，逐一列出：", "\(answer.items.count) places fit; each is given:"))
        }
        if answer.outcome == .answered, answer.items.count > 1, answer.count == nil {
            lines.append(say("共\(answer.items.count)项", "\(answer.items.count) in all"))
        }
        lines += answer.notes.map(note)
        for (number, item) in answer.items.prefix(limit).enumerated() {
            if number == answer.exact, number > 0 || answer.items.count > 0,
                let last = question.dates?.bounds.last
            {
                lines.append("")
                lines.append(say("\(last)之前已到期的：", "Due before \(last):"))
            }
            lines.append("")
            lines += text(of: item, of: question)
        }
        if answer.items.count > limit {
            lines.append("")
            lines.append(
                say(
                    "还有\(answer.items.count - limit)处，用--limit列出更多",
                    "\(answer.items.count - limit) more; --limit gives them"))
        }
        return lines.joined(separator: "\n")
    }

    /// What has to be known before the items: that they are likely and no more, that there are none.
    private func heading(of answer: Answer) -> String? {
        let left = answer.unmatched.joined(separator: say("、", ", "))
        switch answer.tier {
        case .likely:
            return left.isEmpty
                ? say("可能是（没有完全对上）：", "Likely, not certain:")
                : say("可能是（没有对上：\(left)）：", "Likely, not certain (not found there: \(left)):")
        case .none: return say("档案中没有查到。", "Not in the archive.")
        case .answer, .notUnderstood: return nil
        }
    }

    private func notUnderstood(_ answer: Answer) -> String {
        answer.notes.map(note).joined(separator: "\n")
    }

    /// All ways in which a question was read, with what speaks for each.
    func readings(of answer: Answer) -> String {
        var lines = ["", say("读法：", "Readings:")]
        for reading in answer.readings {
            let parts = reading.parts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { "\($0.key) \(Self.signed($0.value))" }.joined(separator: ", ")
            let tier = reading.tier.map { "  → \($0.rawValue)" } ?? ""
            lines.append("  \(Self.signed(reading.score))  \(reading.intent.rawValue)  (\(parts))\(tier)")
        }
        for slot in answer.slots { lines.append("  \(slot.start)–\(slot.end)  \(slot.kind)  \(slot.text)") }
        if !answer.dropped.isEmpty {
            lines.append(say("  略去：", "  left out: ") + answer.dropped.joined(separator: " "))
        }
        return lines.joined(separator: "\n")
    }

    private static func signed(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths < 0 ? "−" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    // MARK: The question

    private func understood(_ question: Question) -> String {
        var parts = [intent(question)]
        func add(_ chinese: String, _ english: String, _ value: String?) {
            if let value { parts.append(say("\(chinese) \(value)", "\(english) \(value)")) }
        }
        add("文件", "document", question.document)
        add("任务", "task", question.label)
        add("地区", "area", question.area)
        add("条", "article", question.article)
        add("单位", "unit", question.unit)
        add("人", "person", question.person)
        add("内容", "about", question.topic)
        add("时间", "days", question.dates.map(days))
        return parts.joined(separator: say("｜", " | "))
    }

    private func days(_ dates: AskedDates) -> String {
        if let recurring = dates.bounds.recurring { return recurring }
        if let year = dates.year { return String(year) }
        return switch (dates.bounds.first, dates.bounds.last) {
        case (nil, let last?): say("截至\(last)", "until \(last)")
        case (let first?, nil): say("\(first)起", "from \(first)")
        case (let first?, let last?): say("\(first)至\(last)", "\(first) to \(last)")
        case (nil, nil): ""
        }
    }

    private func intent(_ question: Question) -> String {
        switch question.intent {
        case .units: say("任务的\(role(question.role) ?? "")单位", "units of tasks, \(role(question.role) ?? "any role")")
        case .tasks: say("\(role(question.role) ?? "")任务", "tasks, \(role(question.role) ?? "any role")")
        case .confirmation: say("是否\(role(question.role) ?? "有关")", "whether \(role(question.role) ?? "involved")")
        case .deadlines: say("到期事项", "what is due")
        case .dueDate: say("任务的时限", "time limits of tasks")
        case .targets: say("目标值", "target values")
        case .citing: say("\(relation(question.relation))它的文件", "documents that \(relation(question.relation)) it")
        case .cited: say("它\(relation(question.relation))的文件", "documents that it \(relation(question.relation))")
        case .status: say("是否有效", "whether in force")
        case .effective: say("施行日期", "date of effect")
        case .expiry: say("有效期", "date of expiry")
        case .signed: say("成文日期", "date")
        case .issuer: say("发文机关", "issuing offices")
        case .title: say("标题", "title")
        case .number: say("发文字号", "number")
        case .recipients: say("主送机关", "addressees")
        case .interpreter: say("解释机关", "who interprets it")
        case .provision: say("条文", "what it says")
        case .definition: say("定义", "definition")
        case .documents: say("文件", "documents")
        case .duties: say("分工", "duties")
        case .officials: say("分管领导", "officials in charge")
        case .events: say("大事记", "events")
        case .oversees: say("是否分管", "whether in charge")
        case .ranking:
            say("\(role(question.role) ?? "")任务最多的单位", "units with most tasks, \(role(question.role) ?? "any role")")
        case .taskCount: say("任务数", "number of tasks")
        case .inEffect: say("施行的文件", "documents that take effect")
        case .lapsing: say("失效的文件", "documents that expire")
        case .obligations: say("要求", "obligations")
        case .comparison: say("并列", "side by side")
        case .passages: say("原文", "passages")
        }
    }

    private func role(_ role: AssignmentRecord.Role?) -> String? {
        switch role {
        case .lead: say("牵头", "lead")
        case .responsible: say("责任", "responsible")
        case .support: say("配合", "support")
        case .implement: say("落实", "implement")
        case nil: nil
        }
    }

    private func relation(_ relation: CitationRecord.Relation?) -> String {
        switch relation {
        case .basis: say("依据", "are based on")
        case .repeals: say("废止", "repeal")
        case .amends: say("修改", "amend")
        case .forwards: say("转发", "forward")
        case .mention, nil: say("引用", "cite")
        }
    }

    // MARK: The answer

    private func text(of item: AnswerItem, of question: Question) -> [String] {
        var lines: [String] = []
        if [.provision, .documents, .passages, .obligations].contains(question.intent) {
            lines += item.values.map(\.text)
        } else {
            let values = item.values.isEmpty ? nothing(question) : values(item.values, question)
            let isYesNo = question.intent == .confirmation && question.unit != nil || question.intent == .oversees
            let isSo = item.values.isEmpty ? say("否。", "No: ") : say("是。", "Yes: ")
            lines.append((isYesNo ? isSo : "") + values)
        }
        if !item.others.isEmpty { lines.append("  \(others(question.intent))\(values(item.others, question))") }
        if let subject = item.subject, question.intent != .provision {
            let label = item.label.map { "\($0) " } ?? ""
            lines.append("  " + label + shortened(subject))
        }
        if !item.quote.isEmpty, ![.provision, .events, .documents, .passages, .obligations].contains(question.intent) {
            lines.append("  「\(shortened(item.quote))」")
        }
        let document = item.document.number ?? item.document.title
        lines.append("  \(document)  \(Layout.place(item.document.file, item.line))")
        return lines
    }

    private func others(_ intent: Question.Intent) -> String {
        switch intent {
        case .targets: say("基数：", "baseline: ")
        case .duties: say("联系：", "liaises with: ")
        case .documents: say("文种：", "kind: ")
        case .comparison: say("含：", "has: ")
        case .deadlines: say("单位：", "units: ")
        default: say("其他：", "others: ")
        }
    }

    private func values(_ values: [AnswerValue], _ question: Question) -> String {
        // Units of one role stand together.
        var groups: [(suffix: String, texts: [String])] = []
        for value in values {
            let suffix = suffix(of: value, question)
            if let last = groups.indices.last, groups[last].suffix == suffix {
                groups[last].texts.append(text(of: value))
            } else {
                groups.append((suffix, [text(of: value)]))
            }
        }
        return groups.map { $0.texts.joined(separator: say("、", ", ")) + $0.suffix }.joined(separator: say("；", "; "))
    }

    private func text(of value: AnswerValue) -> String {
        guard let status = value.status else { return value.text }
        return switch status {
        case .repealed: say("已废止，见 \(value.text)", "repealed, see \(value.text)")
        case .expired: say("已失效（有效期至 \(value.text)）", "expired (valid until \(value.text))")
        case .pending: say("尚未施行（自 \(value.text) 起）", "not yet in force (from \(value.text))")
        case .effective: say("未见失效或废止", "nothing says that it is not in force")
        }
    }

    private func suffix(of value: AnswerValue, _ question: Question) -> String {
        if let role = role(value.role) { return say("（\(role)）", " (\(role))") }
        if let year = value.year { return say("（\(year)年）", " (\(year))") }
        if value.status == nil, question.relation == nil, let relation = value.relation {
            return say("（\(self.relation(relation))）", " (\(relation.rawValue))")
        }
        return ""
    }

    private func nothing(_ question: Question) -> String {
        switch question.intent {
        case .confirmation where question.unit != nil:
            say("\(question.unit ?? "")没有这一角色", "\(question.unit ?? "") has no such role")
        case .units, .confirmation, .tasks:
            say("没有\(role(question.role) ?? "")单位", "no \(role(question.role) ?? "") unit is named")
        case .dueDate: say("没有写明时限", "no time limit is stated")
        case .oversees: say("\(question.person ?? "")不分管", "not in the charge of \(question.person ?? "")")
        default: say("没有写明", "not stated")
        }
    }

    private func shortened(_ text: String) -> String {
        let line = text.replacing("\n", with: " ")
        return line.count > 80 ? line.prefix(79) + "…" : line
    }

    private func note(_ note: AnswerNote) -> String {
        let subject = note.subject ?? ""
        let like = note.values.joined(separator: say("、", ", "))
        let proposal = like.isEmpty ? "" : say("；相近的有：\(like)", "; like it: \(like)")
        return switch note.code {
        case .nothingAsked: say("没有问题", "nothing is asked")
        case .notUnderstood:
            say(
                "没有听懂要问什么；可以问：谁牵头、有哪些任务、什么时候完成、目标是多少、依据什么、是否有效、第几条说什么",
                "what is asked for was not understood; ask who leads, which tasks, when it is due, what the target is, what it is based on, whether it is in force, what an article says"
            )
        case .noArea: say("档案中没有\(subject)的文件", "The archive has no documents of \(subject)")
        case .nearTasks: say("有的任务：\(like)", "tasks there are: \(like)")
        case .version: say("几个版本中取\(like)起的：\(subject)", "of several versions the one from \(like): \(subject)")
        case .cut: say("共\(like)项，只列出一部分", "\(like) in all; some are given")
        case .nearUnits: say("未计名称相近的单位：\(like)", "units with names near it are not counted: \(like)")
        case .noDocument: say("档案中没有文件 \(subject)", "The archive has no document \(subject)") + proposal
        case .noUnit: say("档案中没有单位 \(subject)", "The archive has no unit \(subject)") + proposal
        case .noPerson: say("档案中没有 \(subject) 的分工", "The archive has no duties of \(subject)") + proposal
        case .noTask: say("档案中没有这样的任务：\(subject)", "The archive has no such task: \(subject)") + proposal
        case .noArticle: say("没有这一条：\(subject)", "There is no such article: \(subject)")
        case .noIndicator: say("档案中没有这一指标：\(subject)", "The archive has no target for \(subject)") + proposal
        case .notSaid:
            say("档案中没有写明", "The archive doesn't tell") + (subject.isEmpty ? "" : say("：\(subject)", ": \(subject)"))
        case .otherYears: say("没有这一年的目标；有目标的年份：\(like)", "no target for that year; there are some for \(like)")
        case .area: say("只计\(subject)的文件", "only documents of \(subject) are counted")
        case .onlyArchive: say("只就档案中的文件而言", "as far as the documents of this archive tell")
        case .citedOnly:
            say("档案中没有 \(subject) 本身，只有提到它的文件", "\(subject) itself is not in the archive; others speak of it")
        }
    }
}
