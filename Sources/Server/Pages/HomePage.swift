import Index

/// The first page.
enum HomePage {
    static let endpoint = Endpoint(path: "/", formats: [.html], parameters: []) { inquiry in
        let ledger = try inquiry.holdings.ledger()
        var reply = Reply()
        reply.page = { page($0, ledger) }
        return reply
    }

    private static func page(_ scene: Scene, _ ledger: Ledger) -> Page {
        let say = scene.say
        return Page(
            title: say("公报", "Gongbao"),
            body: Tag.div(.class("home")) {
                Tag.section(.class("desk")) {
                    Tag.h1(text: say("政府公报，逐条可查", "Government gazettes, to the provision"))
                    Tag.form(.class("search-form"), .role("search"), .action(Address("search"))) {
                        Tag.label(.for("home-q"), text: say("检索原文与记录", "Search texts and records"))
                        Tag.input(.type("search"), .id("home-q"), .name("q"), .maxlength(1000), .autocomplete("off"))
                        scene.languageField
                        Tag.button(.type("submit"), text: say("检索", "Search"))
                    }
                    Tag.form(.class("search-form"), .action(Address("ask"))) {
                        Tag.label(.for("home-ask"), text: say("用一句话提问", "Ask in a sentence"))
                        Tag.input(
                            .type("text"), .id("home-ask"), .name("q"), .maxlength(500), .autocomplete("off"),
                            .placeholder(say("第53项任务由哪个单位牵头？", "Which unit leads task 53?")))
                        scene.languageField
                        Tag.button(.type("submit"), text: say("提问", "Ask"))
                    }
                }
                years(scene, ledger)
                Tag.div(.class("home-columns")) {
                    latest(scene, ledger)
                    units(scene, ledger)
                }
            })
    }

    private static func years(_ scene: Scene, _ ledger: Ledger) -> Markup {
        let counts = Dictionary(grouping: ledger.documents.compactMap(\.entry.year)) { $0 }.mapValues(\.count)
        guard counts.count > 1 else { return .empty }
        return Tag.section {
            Tag.h2(text: scene.say("按年份", "By year"))
            scene.histogram(
                counts.sorted { $0.key < $1.key }.map { year, count in
                    (String(year), count, Address("documents").with("year", String(year)), false)
                }, label: scene.say("按年份", "By year"))
        }
    }

    private static func latest(_ scene: Scene, _ ledger: Ledger) -> Markup {
        let latest = ledger.documents.filter { $0.entry.signed != nil }
            .sorted { ($0.entry.signed ?? "") > ($1.entry.signed ?? "") }.prefix(8)
        return Tag.section {
            Tag.h2(text: scene.say("新近文件", "Latest documents"))
            Tag.ol(.class("documents")) { for facts in latest { Tag.li { scene.documentLine(facts.entry) } } }
            Tag.p { scene.link(scene.say("全部文件", "All documents"), Address("documents")) }
        }
    }

    private static func units(_ scene: Scene, _ ledger: Ledger) -> Markup {
        Tag.section {
            Tag.h2(text: scene.say("任务最多的单位", "Units with most tasks"))
            Tag.ul(.class("ranking")) {
                for unit in ledger.units.prefix(14) {
                    Tag.li {
                        Tag.a(scene.to(Address("units", unit.name)), .lang("zh-CN"), text: unit.name)
                        Tag.span(.class("count"), text: scene.count(unit.tasks))
                    }
                }
            }
            Tag.p { scene.link(scene.say("全部单位", "All units"), Address("units")) }
        }
    }
}
