import Extract
import Index

/// Pieces that several pages are made of.
extension Scene {
    /// A document in a list: its title, and what tells it from others.
    func documentLine(_ entry: DocumentEntry, force: Force? = nil) -> Markup {
        Tag.div(.class("doc-line")) {
            Tag.a(to(entry.address), .class("doc-title"), .lang("zh-CN"), text: entry.heading)
            Tag.p(.class("meta")) {
                if let number = entry.number { Tag.span(.class("number"), .lang("zh-CN"), text: number) }
                if !entry.issuers.isEmpty {
                    Tag.span(.lang("zh-CN"), text: entry.issuers.joined(separator: "、"))
                }
                if let signed = entry.signed { Tag.time(.datetime(signed), text: signed) }
                if let force { status(force) }
            }
        }
    }

    /// The state of a document in a word.
    func status(_ force: Force) -> Markup {
        Tag.span(
            .class("status status-\(force.status.rawValue)"),
            text: Terms.name(force.status.rawValue, of: Terms.statuses, say))
    }

    /// A text with stretches of it marked.
    ///
    /// - Parameter marks: In Unicode scalars, ascending, without overlap.
    func marked(_ scalars: ArraySlice<Unicode.Scalar>, _ marks: [Range<Int>]) -> Markup {
        var result = Markup()
        var position = scalars.startIndex
        func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
        for mark in marks {
            let start = max(mark.lowerBound, position)
            let end = min(mark.upperBound, scalars.endIndex)
            guard start < end else { continue }
            result.append(text: text(position..<start))
            result.append(Tag.mark(text: text(start..<end)))
            position = end
        }
        result.append(text: text(position..<scalars.endIndex))
        return result
    }

    /// The part of a passage around its first mark.
    func snippet(_ hit: SearchHit, width: Int = 110) -> Markup {
        let scalars = Array(hit.text.unicodeScalars)
        let marks = hit.marks.map { max(0, $0.start)..<max($0.start, min($0.end, scalars.count)) }
        let first = marks.first?.lowerBound ?? 0
        let start = first < width ? 0 : first - width / 3
        let end = min(scalars.count, start + width * 2)
        return Tag.p(.class("snippet"), .lang("zh-CN")) {
            if start > 0 { "…" }
            marked(scalars[start..<end], marks.filter { $0.lowerBound < end && $0.upperBound > start })
            if end < scalars.count { "…" }
        }
    }

    /// The units of a task by their roles.
    func units(_ task: TaskRecord, except unit: String? = nil) -> Markup {
        Tag.dl(.class("roles")) {
            for role in AssignmentRecord.Role.allCases {
                let found = task.assignments.filter { $0.role == role }
                if !found.isEmpty {
                    Tag.div(.class("role role-\(role.rawValue)")) {
                        Tag.dt(text: Terms.role(role, say))
                        Tag.dd(.lang("zh-CN")) {
                            for (index, assignment) in found.enumerated() {
                                if index > 0 { "、" }
                                if assignment.unit == unit {
                                    Tag.strong(text: assignment.unit)
                                } else if assignment.group == true {
                                    assignment.unit
                                } else {
                                    link(assignment.unit, Address("units", assignment.unit))
                                }
                                if assignment.inherited {
                                    Tag.small(.title(assignment.ruleQuote ?? ""), text: say("（通则）", " (standing rule)"))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Links to the pages of a list.
    func pager(next: String?, isLater: Bool) -> Markup {
        guard next != nil || isLater else { return .empty }
        return Tag.nav(.class("pager"), .aria("label", say("翻页", "Pages"))) {
            if isLater { link(say("回到首页", "First page"), address.with("after", nil)) }
            if let next { link(say("下一页", "Next page"), address.with("after", next), class: "next") }
        }
    }

    func choice(_ name: String, _ label: String, _ options: [(value: String, text: String)], any: String) -> Markup {
        Tag.label(.class("field")) {
            Tag.span(text: label)
            Tag.select(.name(name)) {
                Tag.option(.value(""), text: any)
                for option in options {
                    Tag.option(
                        .value(option.value), inquiry.values[name] == option.value ? .selected : nil,
                        text: option.text)
                }
            }
        }
    }

    func field(_ name: String, _ label: String, type: String = "text", list: String? = nil) -> Markup {
        Tag.label(.class("field")) {
            Tag.span(text: label)
            Tag.input(
                .type(type), .name(name), .value(inquiry.values[name] ?? ""), .maxlength(400),
                list.map(Attribute.list))
        }
    }

    /// Bars for counts, each of which is a link.
    func histogram(_ counts: [(value: String, count: Int, address: Address, isChosen: Bool)], label: String) -> Markup {
        let greatest = Double(counts.map(\.count).max() ?? 1)
        return Tag.div(.class("histogram"), .role("group"), .aria("label", label)) {
            Tag.ol {
                for bar in counts {
                    Tag.li {
                        Tag.a(
                            to(bar.address), bar.isChosen ? .aria("current", "true") : nil,
                            .title("\(bar.value): \(bar.count)")
                        ) {
                            Tag.svg(.viewBox(width: 10, height: 40), .stretched, .aria("hidden", "true")) {
                                let height = max(1, Double(bar.count) / greatest * 40)
                                Tag.rect(
                                    .drawing("x", 0), .drawing("y", 40 - height), .drawing("width", 10),
                                    .drawing("height", height))
                            }
                            Tag.span(.class("bar-label"), text: bar.value)
                            Tag.span(.class("unseen"), text: " \(bar.count)")
                        }
                    }
                }
            }
        }
    }
}
