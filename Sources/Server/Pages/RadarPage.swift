import Extract
import Index

/// The page of what is to come.
struct RadarPage {
    let scene: Scene
    let first: String
    let last: String
    let events: [Radar.Event]
    let ledger: Ledger
    private var say: Language { scene.say }

    var page: Page {
        Page(
            title: say("时限", "Radar"), section: "radar", formats: [.json, .csv, .ics],
            body: Tag.div(.class("radar-page")) {
                Tag.h1(text: say("将到期、施行、失效的", "What falls due, takes effect, lapses"))
                Tag.form(.class("filters"), .action(Address("radar"))) {
                    Tag.label(.class("field")) {
                        Tag.span(text: say("从哪天", "From"))
                        Tag.input(.type("date"), .name("on"), .value(first))
                    }
                    scene.choice(
                        "days", say("多少天", "Days"), ["30", "90", "180", "365", "1095"].map { ($0, $0) },
                        any: say("180", "180"))
                    scene.field("unit", say("单位", "Unit"))
                    scene.languageField
                    Tag.button(.type("submit"), text: say("查看", "Show"))
                }
                Tag.p(.class("total"), .role("status")) {
                    "\(first) – \(last)："
                    Tag.strong(text: scene.count(events.count))
                    say(" 项", " entries")
                }
                if events.isEmpty {
                    Tag.p(
                        .class("empty"),
                        text: say(
                            "这段日子里没有。档案的最近年份见下方；可以把起始日提前。",
                            "Nothing in these days. Start from an earlier day to see what was due."))
                }
                for month in months { self.month(month) }
                undated
            })
    }

    private var months: [String] {
        var seen: [String] = []
        for event in events where seen.last != String(event.day.prefix(7)) { seen.append(String(event.day.prefix(7))) }
        return seen
    }

    private func month(_ name: String) -> Markup {
        Tag.section(.class("month")) {
            Tag.h2(text: name)
            Tag.ol(.class("agenda")) {
                for event in events where event.day.prefix(7) == name {
                    Tag.li(.class("event event-\(event.kind)")) { entry(event) }
                }
            }
        }
    }

    private func entry(_ event: Radar.Event) -> Markup {
        Tag.div(.class("event-row")) {
            Tag.p(.class("day")) {
                Tag.time(.datetime(event.day), text: event.day.count > 7 ? String(event.day.dropFirst(5)) : event.day)
                Tag.small(text: kind(event.kind))
            }
            Tag.div {
                Tag.p(.lang("zh-CN")) {
                    Tag.a(scene.to(event.address), text: Self.shortened(event.text))
                }
                Tag.p(.class("meta"), .lang("zh-CN")) {
                    if !event.lead.isEmpty { Tag.span(text: event.lead.joined(separator: "、")) }
                    Tag.span(text: event.document.name)
                    if let quote = event.quote, event.kind == "due" { Tag.span(text: "「\(quote)」") }
                }
            }
        }
    }

    private func kind(_ kind: String) -> String {
        switch kind {
        case "due": say("到期", "due")
        case "effective": say("施行", "in force")
        default: say("失效", "lapses")
        }
    }

    static func shortened(_ text: String) -> String { text.count > 90 ? text.prefix(89) + "…" : text }

    /// Documents of a kind that has an end, which say none.
    private var undated: Markup {
        let open = ledger.documents.filter {
            $0.effective != nil && $0.expires == nil && ledger.force(of: $0, on: first).status == .effective
        }
        guard !open.isEmpty else { return .empty }
        return Tag.details(.class("list")) {
            Tag.summary {
                Tag.h2 {
                    say("施行中而未写有效期的", "In force without an end ")
                    Tag.span(.class("count"), text: scene.count(open.count))
                }
            }
            Tag.ol(.class("documents")) { for facts in open.prefix(200) { Tag.li { scene.documentLine(facts.entry) } } }
        }
    }
}
