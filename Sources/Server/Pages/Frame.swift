/// What stands around every page.
extension Scene {
    private static let sections: [(path: String, chinese: String, english: String)] = [
        ("search", "检索", "Search"), ("ask", "问答", "Ask"), ("documents", "文件", "Documents"),
        ("units", "单位", "Units"), ("radar", "时限", "Radar"), ("targets", "指标", "Targets"),
        ("numbers", "文号", "Numbers"), ("check", "核稿", "Check"), ("archive", "档案", "Archive"),
    ]

    /// A whole page.
    func frame(_ page: Page) -> [UInt8] {
        let name = say("公报", "Gongbao")
        return Markup.document(
            Tag.html(.lang(say.rawValue)) {
                Tag.head {
                    Tag.meta(.charset("utf-8"))
                    Tag.meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
                    Tag.meta(.name("color-scheme"), .content("light dark"))
                    Tag.title(text: page.title == name ? name : "\(page.title) · \(name)")
                    Tag.link(.rel("stylesheet"), .href(Address("assets", "style.css")))
                    Tag.link(.rel("icon"), .type("image/svg+xml"), .href(Address("assets", "icon.svg")))
                    Tag.script(.src(Address("assets", "script.js")), .defer)
                }
                Tag.body {
                    Tag.a(.class("skip"), .href(place: "main"), text: say("跳到正文", "Skip to content"))
                    masthead(page)
                    Tag.main(.id("main")) { page.body }
                    foot(page)
                }
            })
    }

    private func masthead(_ page: Page) -> Markup {
        Tag.header(.class("masthead")) {
            Tag.div(.class("masthead-row")) {
                link(say("公报", "Gongbao"), Address(), class: "brand")
                Tag.form(.class("quick"), .role("search"), .action(Address("search"))) {
                    Tag.label(.class("unseen"), .for("quick-q"), text: say("检索", "Search"))
                    Tag.input(
                        .type("search"), .id("quick-q"), .name("q"), .maxlength(1000), .autocomplete("off"),
                        .value(page.section == nil && address.path == ["search"] ? asked : ""),
                        .placeholder(say("检索全部公报（按 / 键）", "Search all gazettes (press /)")))
                    languageField
                    Tag.button(.type("submit"), text: say("检索", "Search"))
                }
                languages
            }
            Tag.nav(.class("sections"), .aria("label", say("栏目", "Sections"))) {
                Tag.ul {
                    for section in Self.sections {
                        Tag.li {
                            Tag.a(
                                to(Address(section.path)),
                                page.section == section.path ? .aria("current", "page") : nil,
                                text: say(section.chinese, section.english))
                        }
                    }
                }
            }
        }
    }

    /// The query of a search that could not be read, to be mended.
    private var asked: String { address.query.first { $0.name == "q" }?.value ?? "" }

    private var languages: Markup {
        let other = say == .english
        let plain = address.with("lang", nil)
        return Tag.a(
            .class("language"), .lang(other ? "zh-CN" : "en"), .href(other ? plain : plain.with("lang", "en")),
            text: other ? "中文" : "English")
    }

    private func foot(_ page: Page) -> Markup {
        let ledger = try? inquiry.holdings.ledger()
        return Tag.footer(.class("foot")) {
            if let coverage = ledger?.coverage { Tag.p { coverageLine(coverage) } }
            if !page.formats.isEmpty {
                Tag.p(.class("formats")) {
                    say("本页另有：", "This page as: ")
                    for format in page.formats {
                        Tag.a(.href(address.ending(format)), .rel("alternate"), text: format.rawValue.uppercased())
                        " "
                    }
                }
            }
            Tag.p {
                say("记录由原文自动提取，以原文为准。", "Records are extracted from the source automatically; the source decides. ")
                Tag.a(.href(Address("openapi.json")), text: say("接口说明", "API description"))
            }
        }
    }

    /// What an answer is drawn from.
    func coverageLine(_ coverage: Coverage) -> String {
        let years =
            coverage.firstYear.map { first in
                let last = coverage.lastYear ?? first
                return first == last ? String(first) : "\(first)–\(last)"
            } ?? "–"
        return say(
            "收录：\(count(coverage.sources)) 个来源，\(count(coverage.documents)) 件文件，\(years) 年；未读行 \(percent(coverage.unreadShare))；第 \(coverage.generation) 次更新。",
            "Held: \(count(coverage.sources)) sources, \(count(coverage.documents)) documents, \(years); unread lines \(percent(coverage.unreadShare)); state \(coverage.generation)."
        )
    }
}
