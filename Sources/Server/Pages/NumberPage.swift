import Index

/// The page of an agency's numbers.
struct NumberPage {
    let scene: Scene
    let agency: String
    let series: [Series]
    let ledger: Ledger
    private var say: Language { scene.say }
    /// Above this the squares of a series say nothing more.
    private static let greatestDrawn = 1_500

    var page: Page {
        Page(
            title: agency, section: "numbers", formats: [.json],
            body: Tag.div {
                Tag.h1(.lang("zh-CN"), text: agency)
                Tag.p(.class("legend-line")) {
                    Tag.span(.class("cell held"), text: "1")
                    say(" 已收　", " held　")
                    Tag.span(.class("cell cited"), text: "2")
                    say(" 只见引用　", " only cited　")
                    Tag.span(.class("cell double"), text: "3")
                    say(" 重号　", " several documents　")
                    Tag.span(.class("cell gap"), text: "4")
                    say(" 缺", " gap")
                }
                for one in series.sorted(by: { $0.year > $1.year }) { year(one) }
            })
    }

    private func year(_ one: Series) -> Markup {
        let held = Set(one.held)
        let cited = Set(one.citedOnly)
        let doubles = Set(one.doubles)
        let serials =
            one.greatest <= Self.greatestDrawn ? Array(1...max(1, one.greatest)) : (one.held + one.citedOnly).sorted()
        return Tag.section(.class("series"), .id(String(one.year))) {
            Tag.h2(text: String(one.year))
            Tag.p(
                .class("meta"),
                text: say(
                    "已收 \(one.held.count)，只见引用 \(one.citedOnly.count)，缺 \(one.missing)",
                    "\(one.held.count) held, \(one.citedOnly.count) only cited, \(one.missing) missing"))
            Tag.ol(.class("cells"), .lang("zh-CN")) {
                for serial in serials {
                    Tag.li {
                        if held.contains(serial) {
                            let key = NumberKey(agency: agency, year: one.year, serial: serial)
                            Tag.a(
                                .class(doubles.contains(serial) ? "cell double" : "cell held"), .title(title(key)),
                                scene.to(Address("documents", ledger.held(key).first?.entry.id ?? key.text)),
                                text: String(serial))
                        } else if cited.contains(serial) {
                            let key = NumberKey(agency: agency, year: one.year, serial: serial)
                            Tag.a(
                                .class("cell cited"), .title(key.text),
                                scene.to(Address("search").with("q", "cites:\(key.text)")), text: String(serial))
                        } else {
                            Tag.span(.class("cell gap"), text: String(serial))
                        }
                    }
                }
            }
        }
    }

    private func title(_ key: NumberKey) -> String {
        ([key.text] + ledger.held(key).map(\.entry.title)).joined(separator: " ")
    }

    /// The page that lists all series.
    static func list(_ series: [Series], _ scene: Scene) -> Page {
        let say = scene.say
        return Page(
            title: say("文号", "Numbers"), section: "numbers", formats: [.json, .csv],
            body: Tag.div {
                Tag.h1(text: say("文号台账", "Number ledger"))
                Tag.form(.class("filters"), .action(Address("numbers"))) {
                    scene.field("agency", say("机关代字", "Code"))
                    Tag.label(.class("field")) {
                        Tag.span(text: say("年份", "Year"))
                        Tag.input(.type("number"), .name("year"), .value(scene.inquiry.values["year"] ?? ""))
                    }
                    scene.languageField
                    Tag.button(.type("submit"), text: say("查看", "Show"))
                }
                Tag.div(.class("table-scroll"), .role("region"), .aria("label", say("文号", "Numbers")), .tabindex) {
                    Tag.table(.class("counts")) {
                        Tag.thead {
                            Tag.tr {
                                for name in [
                                    say("机关代字", "Code"), say("年份", "Year"), say("已收", "Held"),
                                    say("只见引用", "Only cited"), say("缺", "Gaps"), say("重号", "Doubles"),
                                    say("最大号", "Greatest"),
                                ] { Tag.th(.scope("col"), text: name) }
                            }
                        }
                        Tag.tbody { for one in series.prefix(500) { row(one, scene) } }
                    }
                }
            })
    }

    private static func row(_ one: Series, _ scene: Scene) -> Markup {
        Tag.tr {
            Tag.th(.scope("row"), .lang("zh-CN")) {
                scene.link(one.agency, Address("numbers", one.agency).at(String(one.year)))
            }
            for figure in [one.year, one.held.count, one.citedOnly.count, one.missing, one.doubles.count, one.greatest]
            {
                Tag.td(.class("figure"), text: figure == 0 ? "·" : String(figure))
            }
        }
    }
}
