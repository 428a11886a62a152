import Index

/// Lays out hits as text, those of a document together.
enum HitGroups {
    /// How many hits of a document are printed.
    private static let shown = 3

    private struct Group {
        var hits: [SearchHit]
    }

    static func text(of hits: [SearchHit]) -> String {
        var order: [String] = []
        var groups: [String: Group] = [:]
        for hit in hits {
            let key = Layout.place(hit.document.file, hit.document.line)
            if groups[key] == nil {
                order.append(key)
                groups[key] = Group(hits: [])
            }
            // A task is one hit, whichever of its lines fit.
            let task = Self.task(hit)
            if groups[key]?.hits.contains(where: { Self.task($0) == task }) != true { groups[key]?.hits.append(hit) }
        }
        return order.compactMap { groups[$0].map(text) }.joined(separator: "\n")
    }

    /// What tells tasks of a document apart.
    private static func task(_ hit: SearchHit) -> String { hit.task ?? "\(hit.line):\(hit.column) \(hit.text)" }

    private static func text(of group: Group) -> String {
        guard let first = group.hits.first else { return "" }
        var lines = [(first.document.number.map { "\($0)  " } ?? "") + first.document.title]
        if first.isApart == true { lines[0] += "  （分见于各段）" }
        for hit in group.hits.prefix(shown) { lines += Layout.passage(hit) }
        let rest = (first.inDocument ?? group.hits.count) - min(group.hits.count, shown)
        if rest > 0 { lines.append("  … \(rest) more in this document") }
        return lines.joined(separator: "\n") + "\n"
    }
}
