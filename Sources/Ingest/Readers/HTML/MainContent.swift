/// Picks the document out of a page.
///
/// Text weighs by its characters, links weigh against it. From the root the walk goes down into the element that holds
/// most of the weight, as long as one does; its lines are the document, with title, fields and closing lines beside it.
struct MainContent {
    private var content: [Bool]
    /// The title of the document where the page prints it only in its title element.
    private(set) var missingTitle: [Unicode.Scalar]?

    func isContent(_ index: Int) -> Bool { content[index] }

    init(_ page: PageLines, tree: MarkupTree) {
        let lines = page.lines
        content = Array(repeating: false, count: lines.count)
        guard !lines.isEmpty else { return }
        let weights = lines.map(Self.weight)
        guard weights.contains(where: { $0 > 0 }) else {
            content = Array(repeating: true, count: lines.count)
            return
        }
        let container = Self.container(lines, weights, tree)
        var inside = Set(lines.indices.filter { Self.stands(lines[$0].node, within: container, tree) })
        guard let first = inside.min(), let last = inside.max() else { return }
        for index in first...last where weights[index] >= 0 { inside.insert(index) }
        Self.takeClosing(after: last, lines, &inside)
        for index in inside { content[index] = true }
        for index in lines.indices where !content[index] && Self.isField(lines[index]) { content[index] = true }
        takeTitle(above: first, page)
        takeNumber(above: first, lines)
        dropMenus(lines)
    }

    // MARK: Weights

    /// The Han characters of a line that are no links, less those that are; short lines without punctuation weigh little.
    private static func weight(_ line: PageLines.Line) -> Int {
        let han = line.scalars.count(where: \.isHan)
        let own = han - line.linkCount
        if line.linkCount * 2 > han { return -line.linkCount }
        if isFoot(line.scalars) { return -han }
        if PageWords.isButtons(line.scalars) { return 0 }
        let isSentence = line.scalars.contains { "。；，：".unicodeScalars.contains($0) }
        return isSentence || line.isRow || own >= 25 ? own : own / 4
    }

    /// What the foot of a page says.
    private static func isFoot(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count <= 160 else { return false }
        if SiteWords.marks.contains(where: { text.contains($0) }) { return true }
        return !PageWords.isSentence(text) && SiteWords.footWords.contains { text.contains($0) }
    }

    private static func isField(_ line: PageLines.Line) -> Bool {
        let fields = SitePage.fields(in: SourceLine(number: 1, scalars: line.scalars, page: nil))
        return !fields.isEmpty && fields.contains { $0.name != Array("来源".unicodeScalars) }
    }

    // MARK: The container

    /// Elements that hold paragraphs; into a paragraph the walk does not go.
    private static let containers: Set<String> = [
        "html", "body", "div", "section", "article", "main", "form", "center", "table", "tbody", "tr", "td",
        "ucapcontent",
        "fieldset", "blockquote", "dd", "dl",
    ]

    private static func container(_ lines: [PageLines.Line], _ weights: [Int], _ tree: MarkupTree) -> Int {
        var sums: [Int: Int] = [:]
        for (line, weight) in zip(lines, weights) {
            var node = line.node
            while node >= 0 {
                sums[node, default: 0] += weight
                node = tree[node].parent
            }
        }
        var container = 0
        while true {
            let own = sums[container] ?? 0
            let best = tree[container].children.filter { !tree[$0].isText && containers.contains(tree[$0].name) }
                .max { (sums[$0] ?? 0, $1) < (sums[$1] ?? 0, $0) }
            guard let best, let sum = sums[best], sum > 0, sum * 10 >= own * 7 else { return container }
            let inner = lines.filter { stands($0.node, within: best, tree) }
            // A table of data is a part of a document, and so is one of several sections.
            if inner.allSatisfy(\.isRow) || hasSibling(best, in: container, sums, tree) { return container }
            // A container of a single short paragraph is a paragraph.
            if inner.count <= 1, container != 0, tree[best].name != "body", sum < 40 { return container }
            container = best
        }
    }

    /// Whether an element is one of several sections of a document, which are named alike: Section1, Section2.
    private static func hasSibling(_ index: Int, in container: Int, _ sums: [Int: Int], _ tree: MarkupTree) -> Bool {
        guard let own = sectionName(index, tree) else { return false }
        return tree[container].children.contains {
            $0 != index && sums[$0] ?? 0 > 0 && sectionName($0, tree) == own
        }
    }

    /// The class of an element without its number; nil where its class has none.
    private static func sectionName(_ index: Int, _ tree: MarkupTree) -> String? {
        guard let name = tree[index].attributes["class"] ?? tree[index].attributes["id"],
            name.contains(where: \.isNumber)
        else { return nil }
        return tree[index].name + name.filter { !$0.isNumber }
    }

    private static func stands(_ node: Int, within container: Int, _ tree: MarkupTree) -> Bool {
        var node = node
        while node >= 0 {
            if node == container { return true }
            node = tree[node].parent
        }
        return false
    }

    // MARK: Around the container

    /// Signature, date and notes that a page sets in an element of their own, and the links to attachments below.
    private static func takeClosing(after last: Int, _ lines: [PageLines.Line], _ inside: inout Set<Int>) {
        var closingCount = 0
        for index in lines.indices.dropFirst(last + 1).prefix(40) {
            let line = lines[index]
            let text = line.scalars.filter { !$0.isBlank }
            if line.hasFile || text.begins(with: "附件") && line.linkCount == 0 && !PageWords.isButtons(text) {
                inside.insert(index)
                continue
            }
            if text.isEmpty { continue }
            let isClosing =
                CalendarDate.scan(text, at: 0) != nil || AgencyNames.endsLikeAgency(text)
                || text.first == "（" || text.first == "("
            closingCount += 1
            guard isClosing, closingCount <= 6, line.linkCount == 0, text.count <= 40, !isFoot(text) else { return }
            inside.insert(index)
        }
    }

    /// The number of the document above the container, where a page prints it apart.
    private mutating func takeNumber(above first: Int, _ lines: [PageLines.Line]) {
        for index in max(0, first - 8)..<first where !content[index] && lines[index].linkCount == 0 {
            let text = lines[index].scalars.filter { !$0.isBlank }
            if text.count <= 40, DocumentNumber(line: text) != nil { content[index] = true }
        }
    }

    /// The heading of the page above the container, where the container does not begin with it.
    private mutating func takeTitle(above first: Int, _ page: PageLines) {
        let lines = page.lines
        let declared = page.metadata.title
        let name = declared.isEmpty ? Self.ownTitle(page.title) : declared.comparable
        let opening = Array(lines[first..<min(first + 12, lines.count)].map { $0.scalars.comparable }.joined())
        for index in (max(0, first - 25)..<first).reversed() where !content[index] {
            let text = lines[index].scalars.comparable
            guard text.count >= 5, lines[index].linkCount == 0 else { continue }
            let isNamed = !name.isEmpty && (name.firstRange(of: text.string) != nil || text == name)
            let isTitle = DocumentKinds.isOfficialTitle(lines[index].scalars.filter { !$0.isBlank })
            guard lines[index].isHeading || isNamed || isTitle, text.count >= 8 || lines[index].isHeading else {
                continue
            }
            if opening.firstRange(of: text.string) == nil { content[index] = true }
            return
        }
        guard opening.firstRange(of: name.string) == nil, DocumentKinds.isOfficialTitle(Array(name)) else { return }
        missingTitle = declared.isEmpty ? Self.printedTitle(page.title) : declared
    }

    /// The title element without the name of the site: 「…的通知_某市人民政府」.
    private static func printedTitle(_ title: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let parts = title.split { "_|-–—－".unicodeScalars.contains($0) }
        return parts.map(Array.init).first { DocumentKinds.isOfficialTitle($0.tidied) } ?? parts.first.map(Array.init)
            ?? []
    }

    private static func ownTitle(_ title: [Unicode.Scalar]) -> [Unicode.Scalar] { printedTitle(title).comparable }

    /// Menus and buttons within the content: lines of links, and what stands between them.
    private mutating func dropMenus(_ lines: [PageLines.Line]) {
        for index in lines.indices where content[index] {
            let line = lines[index]
            let han = line.scalars.count(where: \.isHan)
            let isMenu =
                line.linkCount * 2 > max(1, han) && !line.scalars.contains("《") && !line.isRow && !line.hasFile
            let isButtons = !line.isRow && !line.scalars.allSatisfy(\.isBlank) && PageWords.isButtons(line.scalars)
            let isPointer = PageWords.isPointer(line.scalars) && (line.linkCount > 0 || han <= 40)
            if isMenu || isButtons || isPointer || Self.isFoot(line.scalars) && line.scalars.count <= 60 {
                content[index] = false
            }
        }
    }
}
