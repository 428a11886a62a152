import Index

/// The page that lists documents.
struct DocumentListPage {
    let scene: Scene
    let ledger: Ledger
    let listing: Listing<DocumentList.Item>
    private var say: Language { scene.say }

    var page: Page {
        Page(
            title: say("文件", "Documents"), section: "documents", formats: [.json, .csv, .atom],
            body: Tag.div {
                Tag.h1(text: say("文件", "Documents"))
                filters
                Tag.p(.class("total"), .role("status")) {
                    say("共 ", "")
                    Tag.strong(text: scene.count(listing.total))
                    say(" 件", " documents")
                }
                Tag.ol(.class("documents")) {
                    for item in listing.items { Tag.li { scene.documentLine(item.document, force: item.force) } }
                }
                scene.pager(next: listing.next, isLater: scene.inquiry.text("after") != nil)
            })
    }

    private var filters: Markup {
        let kinds = Set(ledger.documents.compactMap(\.entry.kind)).sorted()
        let years = Set(ledger.documents.compactMap(\.entry.year)).sorted(by: >).map(String.init)
        return Tag.form(.class("filters"), .action(Address("documents"))) {
            scene.field("title", say("标题或文号", "Title or number"))
            scene.field("issuer", say("发文机关", "Issuer"))
            scene.choice("kind", say("文种", "Kind"), kinds.map { ($0, $0) }, any: say("不限", "any"))
            scene.choice("year", say("年份", "Year"), years.map { ($0, $0) }, any: say("不限", "any"))
            scene.choice(
                "status", say("效力", "Force"),
                DocumentStatus.allCases.map { ($0.rawValue, Terms.name($0.rawValue, of: Terms.statuses, say)) },
                any: say("不限", "any"))
            scene.languageField
            Tag.button(.type("submit"), text: say("筛选", "Filter"))
        }
    }

    /// The page that asks which of several documents is meant.
    static func choice(_ entries: [DocumentEntry], _ scene: Scene) -> Page {
        Page(
            title: entries[0].name, section: "documents",
            body: Tag.div {
                Tag.h1(.lang("zh-CN"), text: entries[0].name)
                Tag.p(text: scene.say("有几件文件用这一编号：", "Several documents have this id:"))
                Tag.ol(.class("documents")) {
                    for entry in entries {
                        Tag.li {
                            scene.documentLine(entry)
                            Tag.p(.class("meta number"), text: entry.place)
                        }
                    }
                }
            })
    }
}
