import Extract
import Index

/// The page that lists units.
struct UnitListPage {
    let scene: Scene
    let listing: Listing<UnitEntry>
    private var say: Language { scene.say }

    var page: Page {
        Page(
            title: say("单位", "Units"), section: "units", formats: [.json, .csv],
            body: Tag.div {
                Tag.h1(text: say("单位", "Units"))
                Tag.form(.class("filters"), .action(Address("units"))) {
                    scene.field("name", say("名称", "Name"))
                    scene.languageField
                    Tag.button(.type("submit"), text: say("筛选", "Filter"))
                }
                Tag.p(.class("total"), .role("status")) {
                    say("共 ", "")
                    Tag.strong(text: scene.count(listing.total))
                    say(" 个单位", " units")
                }
                Tag.div(.class("table-scroll"), .role("region"), .aria("label", say("单位", "Units")), .tabindex) {
                    Tag.table(.class("counts")) {
                        Tag.thead {
                            Tag.tr {
                                Tag.th(.scope("col"), text: say("单位", "Unit"))
                                Tag.th(.scope("col"), text: say("任务", "Tasks"))
                                for role in AssignmentRecord.Role.allCases {
                                    Tag.th(.scope("col"), text: Terms.role(role, say))
                                }
                            }
                        }
                        Tag.tbody { for unit in listing.items { row(unit) } }
                    }
                }
                scene.pager(next: listing.next, isLater: scene.inquiry.text("after") != nil)
            })
    }

    private func row(_ unit: UnitEntry) -> Markup {
        Tag.tr {
            Tag.th(.scope("row"), .lang("zh-CN")) { scene.link(unit.name, Address("units", unit.name)) }
            for count in [unit.tasks, unit.lead, unit.responsible, unit.support, unit.implement] {
                Tag.td(.class("figure"), text: count == 0 ? "·" : scene.count(count))
            }
        }
    }
}

/// The page of a unit: its inbox.
struct UnitPage {
    let scene: Scene
    let name: String
    /// The tasks before the filter of days.
    let all: [TaskHit]
    let listing: Listing<UnitInbox.Item>
    let officials: [RecordEntry<DutyRecord>]
    private var say: Language { scene.say }

    init(
        scene: Scene, name: String, all: [TaskHit], listing: Listing<UnitInbox.Item>,
        officials: [RecordEntry<DutyRecord>]
    ) {
        self.scene = scene
        self.name = name
        self.all = all
        self.listing = listing
        self.officials = officials
    }

    var page: Page {
        Page(
            title: name, section: "units", formats: [.json, .csv, .ics],
            body: Tag.div(.class("unit-page")) {
                Tag.h1(.lang("zh-CN"), text: name)
                tabs
                filters
                Tag.p(.class("total"), .role("status")) {
                    say("共 ", "")
                    Tag.strong(text: scene.count(listing.total))
                    say(" 项任务", " tasks")
                    Tag.span(.class("aside-links")) {
                        Tag.a(.href(scene.address.with("after", nil).ending(.ics)), text: say("订阅日历", "Calendar"))
                        Tag.a(.href(scene.address.with("after", nil).ending(.csv)), text: "CSV")
                    }
                }
                if listing.items.isEmpty {
                    Tag.p(.class("empty"), text: say("没有符合的任务。", "No task fits."))
                }
                Tag.ol(.class("inbox")) { for item in listing.items { Tag.li { task(item) } } }
                scene.pager(next: listing.next, isLater: scene.inquiry.text("after") != nil)
                if !officials.isEmpty { inCharge }
            })
    }

    /// The roles of the unit, as links that narrow the list.
    private var tabs: Markup {
        let chosen = scene.inquiry.role()
        return Tag.nav(.class("tabs"), .aria("label", say("角色", "Roles"))) {
            Tag.a(
                scene.to(plain.with("role", nil)), chosen == nil ? .aria("current", "true") : nil,
                text: say("全部", "All"))
            for role in AssignmentRecord.Role.allCases {
                Tag.a(
                    scene.to(plain.with("role", role.rawValue)), chosen == role ? .aria("current", "true") : nil,
                    text: Terms.role(role, say))
            }
        }
    }

    private var plain: Address { scene.address.with("after", nil) }

    private var filters: Markup {
        let years = Set(all.compactMap(\.document.year)).sorted(by: >).map(String.init)
        return Tag.form(.class("filters"), .action(Address("units", name))) {
            if let role = scene.inquiry.text("role") { Tag.input(.type("hidden"), .name("role"), .value(role)) }
            scene.choice("year", say("文件年份", "Year"), years.map { ($0, $0) }, any: say("不限", "any"))
            scene.choice(
                "due", say("时限", "Due"),
                [
                    ("open", say("未到期", "still to come")), ("past", say("已到期", "past")),
                    ("none", say("没有日期", "without a day")),
                ], any: say("不限", "any"))
            scene.languageField
            Tag.button(.type("submit"), text: say("筛选", "Filter"))
        }
    }

    private func task(_ item: UnitInbox.Item) -> Markup {
        Tag.article(.class("task")) {
            Tag.p(.class("task-text"), .lang("zh-CN")) {
                if let label = item.task.label { Tag.span(.class("label"), text: label) }
                Tag.a(scene.to(item.document.address.at(item.task.provision)), text: item.task.text)
            }
            scene.units(item.task, except: name)
            let dates = item.task.deadlines.compactMap { $0.date ?? $0.quote }
            Tag.p(.class("meta")) {
                if !dates.isEmpty {
                    Tag.span(.class("due"), text: say("时限 ", "due ") + dates.joined(separator: "、"))
                }
                Tag.a(
                    scene.to(item.document.address), .lang("zh-CN"),
                    text: item.document.number ?? item.document.title)
                if !item.under.isEmpty {
                    Tag.span(.class("hint"), text: say("原文作 ", "printed as ") + item.under.joined(separator: "、"))
                }
            }
        }
    }

    private var inCharge: Markup {
        Tag.section {
            Tag.h2(text: say("分管领导", "Officials in charge"))
            Tag.ul(.class("plain")) {
                for hit in officials {
                    Tag.li {
                        Tag.strong(.lang("zh-CN"), text: hit.record.person)
                        " "
                        Tag.span(.lang("zh-CN"), text: hit.record.posts.joined(separator: "、"))
                        " "
                        Tag.a(scene.to(hit.document.address), .lang("zh-CN"), text: hit.document.name)
                    }
                }
            }
        }
    }
}
