import Extract
import Index

/// What stands beside the text of a document.
struct DocumentAbout {
    let scene: Scene
    let view: DocumentView
    private var say: Language { scene.say }
    private var record: DocumentRecord { view.record }

    @MarkupBuilder var markup: Markup {
        metadata
        cited
        citedBy
        limits
        targets
        duties
        findings
    }

    private var metadata: Markup {
        Tag.section {
            Tag.h2(text: say("著录", "Record"))
            Tag.dl(.class("fields")) {
                field(say("发文字号", "Number"), record.number?.text)
                field(say("文种", "Kind"), record.kind)
                field(say("发文机关", "Issuers"), record.issuers.isEmpty ? nil : record.issuers.joined(separator: "、"))
                field(say("主送", "Addressees"), record.recipients)
                field(say("成文日期", "Date"), record.signed)
                field(say("施行", "In force from"), record.validity?.effective)
                field(say("有效期至", "Until"), record.validity?.expires)
                field(say("解释机关", "Interpreted by"), record.validity?.interpreter)
                field(say("印发", "Printed"), [record.printer, record.printed].compactMap(\.self).joined(separator: " "))
                field(say("抄送", "Copies"), record.cc)
                field(say("附件", "Attachments"), record.attachments.map(\.title).joined(separator: "；"))
                field(say("来源", "Source"), view.entry.place)
            }
            Tag.p {
                scene.link(
                    say("与另一件对照", "Compare with another"),
                    Address("compare").with("left", view.entry.number ?? view.entry.id))
            }
        }
    }

    private func field(_ name: String, _ value: String?) -> Markup {
        guard let value, !value.isEmpty else { return .empty }
        return Tag.div {
            Tag.dt(text: name)
            Tag.dd(.lang("zh-CN"), text: value)
        }
    }

    /// A section that can be folded, with the count in its heading.
    private func section(_ name: String, _ count: Int, isOpen: Bool = false, @MarkupBuilder _ content: () -> Markup)
        -> Markup
    {
        guard count > 0 else { return .empty }
        return Tag.details(.class("list"), isOpen ? .open : nil) {
            Tag.summary {
                Tag.h2 {
                    name
                    " "
                    Tag.span(.class("count"), text: scene.count(count))
                }
            }
            content()
        }
    }

    private var cited: Markup {
        section(say("引用", "Cites"), record.citations.count, isOpen: record.citations.count <= 12) {
            Tag.ul {
                for citation in record.citations {
                    Tag.li {
                        Tag.small(
                            .class("relation"),
                            text: Terms.name(citation.relation.rawValue, of: Terms.relations, say) + " ")
                        let name = [citation.title.map { "《\($0)》" }, citation.number].compactMap(\.self).joined()
                        if let held = view.ledger.held(number: citation.number, title: citation.title).first {
                            Tag.a(scene.to(held.entry.address), .lang("zh-CN"), text: name)
                        } else {
                            Tag.span(.lang("zh-CN"), text: name)
                        }
                    }
                }
            }
        }
    }

    private var citedBy: Markup {
        section(say("被引用", "Cited by"), view.citedBy.count, isOpen: true) {
            Tag.ul {
                for hit in view.citedBy {
                    Tag.li {
                        Tag.small(
                            .class("relation"),
                            text: Terms.name(hit.record.relation.rawValue, of: Terms.relations, say) + " ")
                        Tag.a(scene.to(place(hit)), .lang("zh-CN"), text: hit.document.name)
                    }
                }
            }
        }
    }

    private func place(_ hit: RecordEntry<CitationRecord>) -> Address {
        hit.record.provision.map { hit.document.address.at($0) } ?? hit.document.address
    }

    private var limits: Markup {
        section(say("时限", "Time limits"), record.deadlines.count) {
            Tag.ul {
                for limit in record.deadlines {
                    Tag.li {
                        line(
                            [limit.start, limit.date].compactMap(\.self).joined(separator: "–"), limit.quote,
                            limit.provision)
                    }
                }
            }
        }
    }

    private var targets: Markup {
        section(say("目标", "Targets"), record.targets.count) {
            Tag.ul {
                for target in record.targets {
                    Tag.li { line(LitRecords.value(target), target.quote, target.provision) }
                }
            }
        }
    }

    private func line(_ value: String, _ quote: String, _ provision: String?) -> Markup {
        var result = Markup()
        if !value.isEmpty { result.append(Tag.strong(.lang("zh-CN"), text: value + " ")) }
        let quote = "「\(quote)」"
        result.append(
            provision.map { Tag.a(.href(place: $0), .lang("zh-CN"), text: quote) }
                ?? Tag.span(.lang("zh-CN"), text: quote))
        return result
    }

    private var duties: Markup {
        section(say("分工", "Duties"), record.duties.count) {
            Tag.ul {
                for duty in record.duties {
                    Tag.li(.lang("zh-CN")) {
                        Tag.strong(text: "\(duty.person) ")
                        (duty.charge + duty.oversees).joined(separator: "、")
                    }
                }
            }
        }
    }

    private var findings: Markup {
        section(say("校读", "Findings"), view.findings.count, isOpen: true) {
            Tag.ul(.class("findings")) {
                for entry in view.findings {
                    Tag.li {
                        Tag.small(
                            .class("severity severity-\(entry.finding.severity.rawValue)"),
                            text: Terms.name(entry.finding.severity.rawValue, of: Terms.severities, say) + " ")
                        Tag.span(.lang("zh-CN"), text: entry.finding.message)
                        if let line = entry.finding.span?.start.line { Tag.span(.class("number"), text: " :\(line)") }
                    }
                }
            }
        }
    }
}
