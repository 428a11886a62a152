import Index

/// Lays out hits as text, those of a document together.
enum HitGroups {
    /// How many hits of a document are printed.
    private static let shown = 3

    static func text(of hits: [SearchHit]) -> String {
        var order: [String] = []
        var groups: [String: [SearchHit]] = [:]
        for hit in hits {
            let key = Layout.place(hit.document.file, hit.document.line)
            if groups[key] == nil {
                order.append(key)
                groups[key] = []
            }
            // A task is one hit, whichever of its lines fit.
            let task = Self.task(hit)
            if groups[key]?.contains(where: { Self.task($0) == task }) != true { groups[key]?.append(hit) }
        }
        return order.compactMap { groups[$0].map(text(ofDocument:)) }.joined(separator: "\n")
    }

    /// What tells tasks of a document apart.
    private static func task(_ hit: SearchHit) -> String { hit.task ?? "\(hit.line):\(hit.column) \(hit.text)" }

    private static func text(ofDocument hits: [SearchHit]) -> String {
        guard let first = hits.first else { return "" }
        var lines = [(first.document.number.map { "\($0)  " } ?? "") + first.document.title]
        for hit in hits.prefix(shown) { lines += Layout.passage(hit) }
        let rest = (first.inDocument ?? hits.count) - min(hits.count, shown)
        if rest > 0 { lines.append("  … \(rest) more in this document") }
        return lines.joined(separator: "\n") + "\n"
    }
}
