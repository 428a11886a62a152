import Extract
import Index

/// The page of a search.
struct SearchPage {
    let scene: Scene
    let ledger: Ledger
    let query: Query?
    let results: SearchResults?
    private var say: Language { scene.say }

    init(scene: Scene, ledger: Ledger, query: Query?, results: SearchResults?) {
        self.scene = scene
        self.ledger = ledger
        self.query = query
        self.results = results
    }

    var page: Page {
        let asked = scene.inquiry.text("q") ?? ""
        return Page(
            title: asked.isEmpty ? say("检索", "Search") : asked, section: "search",
            formats: results == nil ? [] : [.json, .csv, .ics, .atom],
            body: Tag.div(.class("search-page")) {
                Tag.h1(text: say("检索", "Search"))
                form
                if let results { found(results) } else { help }
            })
    }

    private var form: Markup {
        Tag.form(.class("search-form"), .role("search"), .action(Address("search"))) {
            Tag.label(.class("unseen"), .for("q"), text: say("检索词", "Query"))
            Tag.input(
                .type("search"), .id("q"), .name("q"), .value(scene.inquiry.text("q") ?? ""), .maxlength(1000),
                .autocomplete("off"))
            for name in SearchResource.facets.map(\.rawValue) + ["on"] {
                if let value = scene.inquiry.text(name) { Tag.input(.type("hidden"), .name(name), .value(value)) }
            }
            Tag.label(.class("unseen"), .for("sort"), text: say("排序", "Order"))
            Tag.select(.id("sort"), .name("sort")) {
                for (value, chinese, english) in Self.orders {
                    Tag.option(
                        .value(value), scene.inquiry.values["sort"] == value ? .selected : nil,
                        text: say(chinese, english))
                }
            }
            scene.languageField
            Tag.button(.type("submit"), text: say("检索", "Search"))
        }
    }

    private static let orders = [
        ("relevance", "按相关", "By relevance"), ("date", "按日期", "By date"), ("due", "按时限", "By time limit"),
    ]

    private func found(_ results: SearchResults) -> Markup {
        Tag.div(.class("with-side")) {
            Tag.aside(.class("side"), .aria("label", say("筛选", "Filters"))) {
                Tag.details(.class("fold"), .open) {
                    Tag.summary(text: say("筛选", "Filters"))
                    for facet in SearchResource.facets where facet != .year { filter(facet, results) }
                }
            }
            Tag.div(.class("results")) {
                Tag.p(.class("total"), .role("status")) {
                    say("共 ", "")
                    Tag.strong(text: scene.count(results.total))
                    say(" 处", results.total == 1 ? " passage" : " passages")
                    chosen
                }
                years(results)
                if results.hits.isEmpty { nothing } else { hits(results) }
                scene.pager(next: results.next, isLater: scene.inquiry.text("after") != nil)
            }
        }
    }

    /// The filters that are on, each with a link that takes it off.
    private var chosen: Markup {
        let on = SearchResource.facets.filter { scene.inquiry.text($0.rawValue) != nil }
        return Tag.span(.class("chips")) {
            for facet in on {
                let value = scene.inquiry.text(facet.rawValue) ?? ""
                Tag.a(
                    scene.to(scene.address.with(facet.rawValue, nil).with("after", nil)), .class("chip"),
                    .title(say("去掉这一筛选", "Remove this filter"))
                ) {
                    "\(Self.facetName(facet, say))：\(Self.shown(facet, value, say)) "
                    Tag.span(.aria("hidden", "true"), text: "×")
                }
            }
        }
    }

    static func facetName(_ facet: Facet, _ say: Language) -> String {
        Terms.name(facet.rawValue, of: Terms.facets, say)
    }

    static func shown(_ facet: Facet, _ value: String, _ say: Language) -> String {
        switch facet {
        case .role: Terms.name(value, of: Terms.roles, say)
        case .type: Terms.name(value, of: Terms.types, say)
        default: value
        }
    }

    private func filter(_ facet: Facet, _ results: SearchResults) -> Markup {
        let counts = results.facets?[facet.rawValue] ?? []
        let chosen = scene.inquiry.text(facet.rawValue)
        guard !counts.isEmpty else { return .empty }
        return Tag.section(.class("facet")) {
            Tag.h2(text: Self.facetName(facet, say))
            Tag.ul {
                for count in counts.prefix(8) {
                    Tag.li {
                        let isOn = chosen == count.value
                        Tag.a(
                            scene.to(
                                scene.address.with(facet.rawValue, isOn ? nil : count.value).with("after", nil)),
                            isOn ? .aria("current", "true") : nil
                        ) {
                            Tag.span(.lang("zh-CN"), text: Self.shown(facet, count.value, say))
                            Tag.span(.class("count"), text: scene.count(count.count))
                        }
                    }
                }
            }
        }
    }

    private func years(_ results: SearchResults) -> Markup {
        let counts = (results.facets?["year"] ?? []).sorted { $0.value < $1.value }
        guard counts.count > 1 else { return .empty }
        let chosen = scene.inquiry.text("year")
        return scene.histogram(
            counts.map { count in
                (
                    count.value, count.count,
                    scene.address.with("year", chosen == count.value ? nil : count.value).with("after", nil),
                    chosen == count.value
                )
            }, label: say("按年份", "By year"))
    }

    /// The hits, those that follow each other in one document under its title.
    private func hits(_ results: SearchResults) -> Markup {
        var groups: [[SearchHit]] = []
        for hit in results.hits {
            if let last = groups.last?.last, last.document == hit.document {
                groups[groups.count - 1].append(hit)
            } else {
                groups.append([hit])
            }
        }
        return Tag.ol(.class("hits")) {
            for group in groups {
                Tag.li(.class("hit-group")) {
                    let facts = ledger.facts(group[0].document)
                    let force = facts.map { ledger.force(of: $0, on: scene.inquiry.day) }
                    scene.documentLine(ledger.entry(group[0].document), force: force)
                    for hit in group { passage(hit) }
                }
            }
        }
    }

    private func passage(_ hit: SearchHit) -> Markup {
        let entry = ledger.entry(hit.document)
        let address = hit.provision.map { entry.address.at($0) } ?? entry.address
        let name = hit.label ?? Terms.name(hit.type, of: Terms.types, say)
        return Tag.div(.class("hit")) {
            Tag.p(.class("place")) {
                Tag.a(scene.to(address), .lang("zh-CN"), text: (hit.path + [name]).joined(separator: " › "))
            }
            scene.snippet(hit)
        }
    }

    private var nothing: Markup {
        Tag.div(.class("empty")) {
            Tag.p(text: say("没有符合的段落。", "No passage fits."))
            if let names = query?.names, !names.isEmpty {
                for name in names {
                    let like = (try? scene.inquiry.holdings.archive.namesLike(name.name, of: name.kind)) ?? []
                    if !like.isEmpty {
                        Tag.p {
                            say("相近的名称：", "Names like it: ")
                            like.joined(separator: "、")
                        }
                    }
                }
            }
            help
        }
    }

    private var help: Markup {
        Tag.section(.class("help")) {
            Tag.h2(text: say("怎样检索", "How to search"))
            Tag.dl {
                for (query, chinese, english) in Self.examples {
                    Tag.div {
                        Tag.dt {
                            Tag.a(scene.to(Address("search").with("q", query)), .lang("zh-CN")) {
                                Tag.code(text: query)
                            }
                        }
                        Tag.dd(text: say(chinese, english))
                    }
                }
            }
        }
    }

    private static let examples = [
        ("以旧换新", "原文里有这几个字，一个字也可以", "exactly these characters; a single one will do"),
        ("装配式 OR 绿色建筑", "其一即可", "either of them"),
        ("lead:科技局 以旧换新", "科技局牵头的任务里", "in tasks that a unit leads"),
        ("due:[2026-01-01 TO 2026-06-30]", "这些日子到期的", "what falls due among these days"),
        ("status:有效 kind:办法 施行", "现行有效的办法", "measures that are in force"),
        ("cites:行政处罚法", "引用了它的段落", "passages that cite it"),
    ]
}
