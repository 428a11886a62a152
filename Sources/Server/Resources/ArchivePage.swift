import Export
import Extract
import Index

/// The sources of the archive, and how they were read.
enum ArchivePage {
    static let endpoint = Endpoint(path: "/archive", formats: [.html, .json, .csv], parameters: []) { inquiry in
        let ledger = try inquiry.holdings.ledger()
        var reply = Reply(json: Body(sources: ledger.sources, coverage: ledger.coverage))
        reply.page = { page($0, ledger) }
        reply.table = {
            Table(
                columns: [
                    "source", "issue", "published", "format", "encoding", "lines", "unread", "documents", "findings",
                    "sha256",
                ],
                rows: ledger.sources.map {
                    [
                        .text($0.source), .text($0.issue ?? ""), .text($0.published ?? ""), .text($0.format),
                        .text($0.encoding), .integer($0.lines), .integer($0.coverage.unread.count),
                        .integer($0.documents), .integer($0.findings), .text($0.sha256),
                    ]
                })
        }
        return reply
    }

    private struct Body: Encodable {
        var sources: [SourceEntry]
        var coverage: Coverage
    }

    private static func page(_ scene: Scene, _ ledger: Ledger) -> Page {
        let say = scene.say
        return Page(
            title: say("档案", "Archive"), section: "archive", formats: [.json, .csv],
            body: Tag.div {
                Tag.h1(text: say("档案", "Archive"))
                Tag.p(text: scene.coverageLine(ledger.coverage))
                Tag.div(.class("table-scroll"), .role("region"), .aria("label", say("来源", "Sources")), .tabindex) {
                    Tag.table(.class("counts")) {
                        Tag.thead {
                            Tag.tr {
                                for name in [
                                    say("来源", "Source"), say("行", "Lines"), say("未读", "Unread"), say("文件", "Documents"),
                                    say("校读", "Findings"),
                                ] { Tag.th(.scope("col"), text: name) }
                            }
                        }
                        Tag.tbody {
                            for source in ledger.sources {
                                Tag.tr {
                                    Tag.th(.scope("row"), .lang("zh-CN")) {
                                        source.issue ?? source.source
                                        Tag.small(
                                            .class("sub"),
                                            text: [
                                                source.issue.map { _ in source.source }, source.format, source.encoding,
                                            ]
                                            .compactMap(\.self).joined(separator: " · "))
                                    }
                                    for figure in [
                                        source.lines, source.coverage.unread.count, source.documents, source.findings,
                                    ] { Tag.td(.class("figure"), text: figure == 0 ? "·" : scene.count(figure)) }
                                }
                            }
                        }
                    }
                }
                findings(scene, ledger)
            })
    }

    private static func findings(_ scene: Scene, _ ledger: Ledger) -> Markup {
        guard !ledger.findings.isEmpty else { return .empty }
        return Tag.section {
            Tag.h2(text: scene.say("校读所见", "Findings"))
            Tag.ul(.class("findings")) {
                for entry in ledger.findings.prefix(100) {
                    Tag.li {
                        Tag.small(
                            .class("severity severity-\(entry.finding.severity.rawValue)"),
                            text: Terms.name(entry.finding.severity.rawValue, of: Terms.severities, scene.say) + " ")
                        Tag.span(.lang("zh-CN"), text: entry.finding.message + " ")
                        if let document = entry.document {
                            Tag.a(scene.to(document.address), .lang("zh-CN"), text: document.name)
                        } else {
                            Tag.span(.class("number"), text: entry.source)
                        }
                    }
                }
            }
            if ledger.findings.count > 100 {
                Tag.p(.class("hint")) {
                    scene.say("只列前 100 条，全部见 ", "The first 100; all of them: ")
                    Tag.a(.href(Address("api", "v1", "findings")), text: "/api/v1/findings")
                }
            }
        }
    }
}
