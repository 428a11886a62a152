import Extract
import Index

/// The page of an indicator: its goals as a table and a drawing.
struct TargetPage {
    let scene: Scene
    let listing: Listing<RecordEntry<TargetRecord>>
    private var say: Language { scene.say }

    var page: Page {
        let indicator = scene.inquiry.text("indicator")
        return Page(
            title: indicator ?? say("指标", "Targets"), section: "targets", formats: [.json, .csv],
            body: Tag.div {
                Tag.h1(.lang("zh-CN"), text: indicator ?? say("指标", "Targets"))
                Self.form(scene)
                Tag.p(.class("total"), .role("status")) {
                    say("共 ", "")
                    Tag.strong(text: scene.count(listing.total))
                    say(" 个目标值", " goals")
                }
                for group in groups { self.group(group) }
                if listing.items.isEmpty { Tag.p(.class("empty"), text: say("没有这一指标的目标。", "No goal is set for it.")) }
                scene.pager(next: listing.next, isLater: scene.inquiry.text("after") != nil)
            })
    }

    /// The goals of one indicator in one measure.
    private struct Group {
        var name: String
        var unit: String?
        var entries: [RecordEntry<TargetRecord>]
        /// Whether two documents set different goals for the same year.
        func contradicts(_ entry: RecordEntry<TargetRecord>) -> Bool {
            entries.contains {
                $0.record.year != nil && $0.record.year == entry.record.year
                    && $0.record.comparator == entry.record.comparator && $0.record.value != entry.record.value
                    && $0.document != entry.document
            }
        }
    }

    private var groups: [Group] {
        var groups: [Group] = []
        for entry in listing.items {
            if let last = groups.last, last.name == entry.record.indicator, last.unit == entry.record.unit {
                groups[groups.count - 1].entries.append(entry)
            } else {
                groups.append(Group(name: entry.record.indicator, unit: entry.record.unit, entries: [entry]))
            }
        }
        return groups
    }

    private func group(_ group: Group) -> Markup {
        Tag.section(.class("target-group")) {
            Tag.h2(.lang("zh-CN"), text: group.name + (group.unit.map { "（\($0)）" } ?? ""))
            drawing(group)
            Tag.div(.class("table-scroll"), .role("region"), .aria("label", group.name), .tabindex) {
                Tag.table {
                    Tag.thead {
                        Tag.tr {
                            for name in [
                                say("年份", "Year"), say("目标", "Goal"), say("原文", "Words"), say("文件", "Document"),
                            ] {
                                Tag.th(.scope("col"), text: name)
                            }
                        }
                    }
                    Tag.tbody { for entry in group.entries { row(entry, in: group) } }
                }
            }
        }
    }

    private func row(_ entry: RecordEntry<TargetRecord>, in group: Group) -> Markup {
        let target = entry.record
        let value = [LitRecords.plain(target.value), target.upper.map(LitRecords.plain)].compactMap(\.self)
            .joined(separator: "–")
        let sign = [">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< ", "~": "≈ "][target.comparator] ?? ""
        return Tag.tr {
            Tag.td(.class("figure"), text: target.year.map(String.init) ?? "–")
            Tag.td(.class("figure")) {
                sign + value + (target.unit ?? "")
                if group.contradicts(entry) {
                    Tag.small(.class("contradiction"), text: say(" 与他件不一", " differs from another"))
                }
            }
            Tag.td(.lang("zh-CN"), text: "「\(target.quote)」")
            Tag.td(.lang("zh-CN")) {
                Tag.a(
                    scene.to(target.provision.map { entry.document.address.at($0) } ?? entry.document.address),
                    text: entry.document.name)
            }
        }
    }

    /// A point for each goal that has a year, where there are several years.
    private func drawing(_ group: Group) -> Markup {
        let points = group.entries.compactMap { entry in entry.record.year.map { (year: $0, value: entry.record.value) }
        }
        guard let firstYear = points.map(\.year).min(), let lastYear = points.map(\.year).max(), lastYear > firstYear,
            let greatest = points.map(\.value).max(), greatest > 0
        else { return .empty }
        let width = 600.0
        let height = 140.0
        func x(_ year: Int) -> Double { 40 + Double(year - firstYear) / Double(lastYear - firstYear) * (width - 80) }
        func y(_ value: Double) -> Double { height - 30 - max(0, value) / greatest * (height - 60) }
        return Tag.svg(
            .class("chart"), .viewBox(width: width, height: height), .role("img"),
            .aria("label", points.map { "\($0.year): \(LitRecords.plain($0.value))" }.joined(separator: ", "))
        ) {
            Tag.rect(
                .class("axis"), .drawing("x", 30), .drawing("y", height - 30), .drawing("width", width - 60),
                .drawing("height", 1))
            for point in points {
                Tag.circle(.drawing("cx", x(point.year)), .drawing("cy", y(point.value)), .drawing("r", 4))
                Tag.text(
                    .drawing("x", x(point.year)), .drawing("y", y(point.value) - 10), .class("point"),
                    text: LitRecords.plain(point.value))
            }
            for year in Set(points.map(\.year)).sorted() {
                Tag.text(.drawing("x", x(year)), .drawing("y", height - 10), .class("tick"), text: String(year))
            }
        }
    }

    private static func form(_ scene: Scene) -> Markup {
        Tag.form(.class("filters"), .action(Address("targets"))) {
            scene.field("indicator", scene.say("指标", "Indicator"))
            Tag.label(.class("field")) {
                Tag.span(text: scene.say("年份", "Year"))
                Tag.input(.type("number"), .name("year"), .value(scene.inquiry.values["year"] ?? ""))
            }
            scene.languageField
            Tag.button(.type("submit"), text: scene.say("查看", "Show"))
        }
    }

    /// The page that lists all indicators.
    static func list(_ listing: Listing<IndicatorEntry>, _ scene: Scene) -> Page {
        Page(
            title: scene.say("指标", "Targets"), section: "targets", formats: [.json, .csv],
            body: Tag.div {
                Tag.h1(text: scene.say("指标", "Targets"))
                form(scene)
                Tag.p(.class("total"), .role("status")) {
                    scene.say("共 ", "")
                    Tag.strong(text: scene.count(listing.total))
                    scene.say(" 个指标", " indicators")
                }
                Tag.ul(.class("columns")) {
                    for item in listing.items {
                        Tag.li {
                            Tag.a(
                                scene.to(Address("targets").with("indicator", item.name)), .lang("zh-CN"),
                                text: item.name)
                            Tag.span(.class("count"), text: scene.count(item.targets))
                        }
                    }
                }
                scene.pager(next: listing.next, isLater: scene.inquiry.text("after") != nil)
            })
    }
}
