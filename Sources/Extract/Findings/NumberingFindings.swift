import Ingest

/// Finds gaps and repeats in the numbers of articles and items.
///
/// Articles count on through the chapters of a part of the document. Items and headings count among their siblings
/// with the same kind of label; a count that begins again with 1 is a new list and no repeat.
enum NumberingFindings {
    /// - Parameters:
    ///   - roots: The provisions of a document.
    ///   - quoted: The ids of those that stand in a quotation: they follow another document's numbers.
    ///   - isAmendment: Whether the document amends others: what it prints below its own outermost items is theirs.
    static func findings(
        in roots: [Provision], document: String, quoted: Set<String> = [], isAmendment: Bool = false
    ) -> [Finding] {
        var findings: [Finding] = []
        var articles: [String: Provision] = [:]
        let own = isAmendment ? outermost(roots) : roots
        walk(without(quoted, own), group: "", &articles, &findings, document)
        return findings
    }

    /// The provisions of the first level, without articles and without what stands below them.
    private static func outermost(_ roots: [Provision]) -> [Provision] {
        roots.filter { $0.level != .article && !$0.id.contains("/att") }.map { root in
            var root = root
            root.children = []
            return root
        }
    }

    private static func without(_ quoted: Set<String>, _ siblings: [Provision]) -> [Provision] {
        guard !quoted.isEmpty else { return siblings }
        return siblings.filter { !quoted.contains($0.id) }.map { provision in
            var provision = provision
            provision.children = without(quoted, provision.children)
            return provision
        }
    }

    private static func walk(
        _ siblings: [Provision], group: String, _ articles: inout [String: Provision], _ findings: inout [Finding],
        _ document: String
    ) {
        var last: [String: Provision] = [:]
        for (index, provision) in siblings.enumerated() {
            // Each attachment, a root with a heading and without a number of its own, counts for itself.
            let inner = group.isEmpty && provision.id.contains("/att") ? "\(index)" : group
            if provision.level == .article {
                check(provision, after: articles[inner], name: "article", &findings, document)
                articles[inner] = provision
            } else if let style = style(of: provision) {
                check(provision, after: last[style], name: "item", &findings, document)
                last[style] = provision
            }
            walk(provision.children, group: inner, &articles, &findings, document)
        }
    }

    /// What is left of a label without its number: 「（）」 of 「（一）」; nil where there is no number.
    private static func style(of provision: Provision) -> String? {
        guard provision.number != nil, let label = provision.label, provision.level != .paragraph else { return nil }
        var sawHan = false
        var rest: [Unicode.Scalar] = []
        for scalar in label.unicodeScalars where scalar.decimalDigit == nil && !scalar.isBlank {
            if Numeral.digit(scalar) != nil || scalar == "十" || scalar == "百" {
                sawHan = true
            } else {
                // Half-width brackets and points are slips within one and the same list.
                rest.append(scalar == "(" ? "（" : scalar == ")" ? "）" : scalar == "．" ? "." : scalar)
            }
        }
        return "\(provision.level.rawValue)|\(sawHan ? "h" : "a")|\(rest.string)"
    }

    private static func check(
        _ provision: Provision, after last: Provision?, name: String, _ findings: inout [Finding], _ document: String
    ) {
        guard let number = provision.number, let last, let before = last.number, let label = provision.label else {
            return
        }
        let old = last.label ?? "\(before)"
        if number == before, name == "article" ? label == old : true {
            findings.append(
                Finding(
                    .warning, code: "\(name)-repeat", message: "\(label)重复", document: document, span: provision.span))
        } else if number > before + 1, number <= before + 10 {
            let missing = number == before + 2 ? "第\(before + 1)" : "第\(before + 1)至\(number - 1)"
            findings.append(
                Finding(
                    .warning, code: "\(name)-gap",
                    message: "\(old)之后是\(label)，缺\(missing)\(name == "article" ? "条" : "项")", document: document,
                    span: provision.span))
        }
    }
}
