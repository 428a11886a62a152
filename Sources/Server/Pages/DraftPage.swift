import Extract

/// The page on which a draft is checked.
struct DraftPage {
    let scene: Scene
    let text: String
    let report: DraftCheck.Report?
    private var say: Language { scene.say }

    var page: Page {
        Page(
            title: say("核稿", "Check a draft"), section: "check",
            body: Tag.div(.class("draft-page")) {
                Tag.h1(text: say("核稿", "Check a draft"))
                Tag.p(
                    .class("lead"),
                    text: say(
                        "贴入文稿，逐一核对所引文件、文号、单位，并检查稿内编号与附件。文稿只在这次请求中使用，不保存。",
                        "Paste a draft: every instrument, number and unit it names is held against the archive, and its own numbering is checked. The draft is not kept."
                    ))
                if let report { result(report) }
                Tag.form(.class("draft"), .method("post"), .action(Address("check"))) {
                    Tag.label(.for("text"), text: say("文稿", "Draft"))
                    Tag.textarea(
                        .id("text"), .name("text"), .rows(14), .maxlength(200_000), .lang("zh-CN"), .required,
                        text: text)
                    scene.languageField
                    Tag.button(.type("submit"), text: say("核对", "Check"))
                }
            })
    }

    private func result(_ report: DraftCheck.Report) -> Markup {
        Tag.section(.class("report"), .role("status")) {
            Tag.h2(text: say("核对结果", "Result"))
            Tag.p(.class("total")) {
                for state in DraftCheck.Check.State.allCases {
                    let count = report.checks.count { $0.state == state }
                    if count > 0 {
                        Tag.span(.class("state state-\(state.rawValue)")) {
                            "\(name(state)) "
                            Tag.strong(text: String(count))
                        }
                        " "
                    }
                }
                if report.checks.isEmpty { say("文稿里没有可核对的引用。", "The draft cites nothing that can be checked.") }
            }
            Tag.ul(.class("checks")) {
                for check in report.checks {
                    Tag.li {
                        Tag.span(.class("state state-\(check.state.rawValue)"), text: name(check.state))
                        Tag.span(.lang("zh-CN"), text: " \(check.quote) ")
                        if let document = check.document, check.state != .found || document.name != check.quote {
                            Tag.a(scene.to(document.address), .lang("zh-CN"), text: document.name)
                        }
                        if let detail = check.detail { Tag.small(.lang("zh-CN"), text: " \(detail)") }
                        Tag.span(.class("number"), text: say(" 第\(check.line)行", " line \(check.line)"))
                    }
                }
            }
            if !report.findings.isEmpty {
                Tag.h3(text: say("稿内问题", "In the draft itself"))
                Tag.ul(.class("findings")) {
                    for finding in report.findings {
                        Tag.li {
                            Tag.small(
                                .class("severity severity-\(finding.severity.rawValue)"),
                                text: Terms.name(finding.severity.rawValue, of: Terms.severities, say) + " ")
                            Tag.span(.lang("zh-CN"), text: finding.message)
                            if let line = finding.span?.start.line {
                                Tag.span(.class("number"), text: say(" 第\(line)行", " line \(line)"))
                            }
                        }
                    }
                }
            }
        }
    }

    private func name(_ state: DraftCheck.Check.State) -> String {
        Terms.name(state.rawValue, of: Terms.draftStates, say)
    }
}
