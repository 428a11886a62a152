import Extract
import Index

/// The page of a document: its outline, its text with what was read from it, and what is known besides.
struct DocumentPage {
    let scene: Scene
    let view: DocumentView
    private let lit: LitRecords
    private let citations: [String: String]
    private let tasks: [String: [TaskRecord]]
    var say: Language { scene.say }
    var record: DocumentRecord { view.record }

    init(scene: Scene, view: DocumentView) {
        self.scene = scene
        self.view = view
        lit = LitRecords(view.record, ledger: view.ledger, scene.say)
        citations = ProvisionCitation(document: view.record).all()
        tasks = Dictionary(grouping: view.record.tasks, by: \.provision)
    }

    var page: Page {
        Page(
            title: view.entry.heading, section: "documents", formats: [.json, .csv, .ics],
            body: Tag.div(.class("document-page")) {
                head
                Tag.aside(.class("outline"), .aria("label", say("目录", "Outline"))) { outline }
                Tag.article(.class("text"), .lang("zh-CN")) { text }
                Tag.aside(.class("about"), .aria("label", say("文件信息", "About this document"))) { about }
            })
    }

    private var head: Markup {
        Tag.header(.class("document-head")) {
            if let number = record.number?.text { Tag.p(.class("number"), .lang("zh-CN"), text: number) }
            Tag.h1(.lang("zh-CN"), text: view.entry.heading)
            if let force = view.force { validity(force) }
        }
    }

    /// Whether it is in force, with the days.
    private func validity(_ force: Force) -> Markup {
        Tag.div(.class("validity validity-\(force.status.rawValue)")) {
            Tag.p {
                scene.status(force)
                " "
                switch force.status {
                case .repealed:
                    if let by = force.by {
                        say("见 ", "by ")
                        Tag.a(scene.to(by.address), .lang("zh-CN"), text: by.name)
                    }
                case .expired: say("有效期至 \(force.day ?? "")", "until \(force.day ?? "")")
                case .pending: say("自 \(force.day ?? "") 起施行", "from \(force.day ?? "")")
                case .effective:
                    if let day = record.validity?.effective { say("自 \(day) 起施行", "from \(day)") }
                    if let day = record.validity?.expires { say("，有效期至 \(day)", ", until \(day)") }
                }
            }
            if let quote = record.validity?.quote { Tag.p(.class("quote"), .lang("zh-CN"), text: "「\(quote)」") }
            if force.status == .effective {
                Tag.p(.class("hint"), text: say("只就本档案中的文件而言。", "As far as the documents of this archive tell."))
            }
        }
    }

    // MARK: Outline

    private var outline: Markup {
        Tag.details(.class("fold"), .open) {
            Tag.summary(text: say("目录", "Outline"))
            entries(record.provisions, depth: 1)
        }
    }

    private func entries(_ provisions: [Provision], depth: Int) -> Markup {
        let named = provisions.filter { [.part, .chapter, .section, .heading, .article].contains($0.level) }
        guard !named.isEmpty, depth <= 3 else { return .empty }
        return Tag.ol {
            for provision in named {
                Tag.li {
                    Tag.a(
                        .href(place: provision.id), .lang("zh-CN"),
                        text: [provision.label, provision.heading.map(Self.withoutStop)].compactMap(\.self)
                            .joined(separator: " "))
                    entries(provision.children, depth: depth + 1)
                }
            }
        }
    }

    private static func withoutStop(_ heading: String) -> String {
        heading.hasSuffix("。") ? String(heading.dropLast()) : heading
    }

    // MARK: Text

    @MarkupBuilder private var text: Markup {
        legend
        for element in record.elements where element.element == .recipients || element.element == .adoption {
            Tag.p(.class("element element-\(element.element.rawValue)"), text: element.text)
        }
        for provision in record.provisions { self.provision(provision) }
        for table in record.tables where !placed.contains(table.span) { self.table(table) }
        for element in record.elements
        where [.signature, .byline, .date, .annotation, .cc, .printing].contains(element.element) {
            Tag.p(.class("element element-\(element.element.rawValue)"), text: element.text)
        }
    }

    /// Boxes that turn the marks of each kind on and off; they work by the style alone.
    private var legend: Markup {
        let counts: [(LitRecords.Kind, Int)] = [
            (.unit, record.tasks.count), (.deadline, record.deadlines.count), (.target, record.targets.count),
            (.citation, record.citations.count), (.definition, record.definitions.count),
        ]
        guard counts.contains(where: { $0.1 > 0 }) else { return .empty }
        return Tag.fieldset(.class("legend"), .lang(say.rawValue)) {
            Tag.legend(text: say("标出", "Marked"))
            for (kind, count) in counts where count > 0 {
                Tag.label(.class("lit-switch")) {
                    Tag.input(.type("checkbox"), .id("show-\(kind.rawValue)"), .checked)
                    Tag.span(.class("lit lit-\(kind.rawValue)"), text: kind.name(say))
                }
            }
        }
    }

    private func provision(_ provision: Provision) -> Markup {
        Tag.section(.class("provision level-\(provision.level.rawValue)"), .id(provision.id)) {
            if provision.level == .table, let table = table(of: provision) {
                self.table(table)
            } else {
                words(provision)
            }
            tools(provision)
            for task in tasks[provision.id] ?? [] { duty(task) }
            for child in provision.children { self.provision(child) }
        }
    }

    private func words(_ provision: Provision) -> Markup {
        let label = provision.label.map { Tag.span(.class("label"), text: $0) } ?? .empty
        switch provision.level {
        case .part, .chapter, .section, .heading:
            return Tag.div {
                Tag.h2(.class("depth-\(min(provision.depth, 4))")) {
                    label
                    if let heading = provision.heading { shown(heading, of: provision) }
                }
                paragraphs(provision.text, of: provision)
            }
        default:
            return Tag.div(.class("words")) {
                Tag.p {
                    label
                    if let heading = provision.heading { Tag.strong { shown(heading, of: provision) } }
                    shown(provision.text, of: provision)
                }
            }
        }
    }

    private func paragraphs(_ text: String, of provision: Provision) -> Markup {
        text.isEmpty ? .empty : Tag.p { shown(text, of: provision) }
    }

    /// A text with its records lit.
    private func shown(_ text: String, of provision: Provision) -> Markup {
        let scalars = Array(text.unicodeScalars)
        var result = Markup()
        var position = 0
        func part(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
        for (range, lit) in lit.ranges(of: provision.id, in: scalars) {
            result.append(text: part(position..<range.lowerBound))
            let name = Attribute.class("lit lit-\(lit.kind.rawValue)")
            if let address = lit.address {
                result.append(Tag.a(name, .title(lit.title), scene.to(address), text: part(range)))
            } else {
                result.append(Tag.span(name, .title(lit.title), text: part(range)))
            }
            position = range.upperBound
        }
        result.append(text: part(position..<scalars.count))
        return result
    }

    /// The link to a provision, and its citation.
    private func tools(_ provision: Provision) -> Markup {
        let citation = citations[provision.id] ?? record.title
        return Tag.div(.class("tools"), .lang(say.rawValue)) {
            Tag.a(
                .href(place: provision.id), .class("anchor"), .title(citation),
                .aria("label", say("链接：\(citation)", "Link: \(citation)")), text: "¶")
            Tag.button(
                .type("button"), .class("copy"), .hidden, .data("copy", citation),
                .aria("label", say("复制引文：\(citation)", "Copy citation: \(citation)")), text: say("引", "cite"))
        }
    }

    private func duty(_ task: TaskRecord) -> Markup {
        Tag.div(.class("duty"), .id(task.id), .lang(say.rawValue)) {
            scene.units(task)
            let dates = task.deadlines.compactMap { $0.date ?? $0.quote }
            if !dates.isEmpty {
                Tag.p(.class("due")) {
                    say("时限 ", "due ")
                    dates.joined(separator: "、")
                }
            }
        }
    }

    // MARK: Tables

    /// The tables that stand where a provision says so.
    private var placed: [SpanRecord] {
        func all(_ provisions: [Provision]) -> [Provision] { provisions + provisions.flatMap { all($0.children) } }
        return all(record.provisions).filter { $0.level == .table }.compactMap { table(of: $0)?.span }
    }

    private func table(of provision: Provision) -> TableRecord? {
        record.tables.first {
            $0.span.start.line <= provision.span.end.line && provision.span.start.line <= $0.span.end.line
        }
    }

    private func table(_ table: TableRecord) -> Markup {
        Tag.div(.class("table-scroll"), .role("region"), .aria("label", table.caption ?? say("表", "Table")), .tabindex)
        {
            Tag.table {
                if let caption = table.caption {
                    Tag.caption(text: [caption, table.measure].compactMap(\.self).joined(separator: "　"))
                }
                if !table.header.isEmpty {
                    Tag.thead { Tag.tr { for cell in table.header { Tag.th(.scope("col"), text: cell) } } }
                }
                Tag.tbody {
                    for row in table.rows { Tag.tr { for cell in row { Tag.td(text: cell) } } }
                }
            }
        }
    }

    private var about: Markup { DocumentAbout(scene: scene, view: view).markup }
}
