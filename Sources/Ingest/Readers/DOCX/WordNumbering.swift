/// The automatic numbers of a Word document: what the file only counts, a reader of the page sees (17.9 of ECMA-376, part 1).
struct WordNumbering {
    private struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
        var isLegal = false
        var suffix = "tab"
        var style: String?
    }

    private struct Instance {
        var abstract: String
        var levels: [Int: Level] = [:]
        var starts: [Int: Int] = [:]
    }

    private var abstracts: [String: [Int: Level]] = [:]
    private var instances: [String: Instance] = [:]
    /// How far each list has counted, by abstract list and level.
    private var counters: [String: [Int: Int]] = [:]
    private var restarted: Set<String> = []

    /// - Parameter tree: word/numbering.xml; nil where the document has none.
    init(_ tree: MarkupTree?) {
        guard let tree, !tree.nodes.isEmpty else { return }
        for node in tree.children(of: 0, named: "abstractNum") {
            abstracts[tree[node].attributes["abstractNumId"] ?? ""] = Self.levels(of: node, in: tree)
        }
        for node in tree.children(of: 0, named: "num") {
            guard let id = tree[node].attributes["numId"], let link = tree.child(of: node, named: "abstractNumId"),
                let abstract = tree[link].attributes["val"]
            else { continue }
            var instance = Instance(abstract: abstract, levels: [:])
            for override in tree.children(of: node, named: "lvlOverride") {
                let level = Int(tree[override].attributes["ilvl"] ?? "") ?? 0
                if let start = tree.child(of: override, named: "startOverride") {
                    instance.starts[level] = Int(tree[start].attributes["val"] ?? "") ?? 1
                }
                instance.levels.merge(Self.levels(of: override, in: tree)) { $1 }
            }
            instances[id] = instance
        }
    }

    private static func levels(of node: Int, in tree: MarkupTree) -> [Int: Level] {
        var levels: [Int: Level] = [:]
        for child in tree.children(of: node, named: "lvl") {
            func value(_ name: String) -> String? {
                tree.child(of: child, named: name).flatMap { tree[$0].attributes["val"] }
            }
            var level = Level()
            level.start = value("start").flatMap(Int.init) ?? 1
            level.format = value("numFmt") ?? "decimal"
            level.text = value("lvlText") ?? ""
            level.suffix = value("suff") ?? "tab"
            level.style = value("pStyle")
            level.isLegal = tree.child(of: child, named: "isLgl").map { tree[$0].attributes["val"] != "0" } ?? false
            levels[Int(tree[child].attributes["ilvl"] ?? "") ?? 0] = level
        }
        return levels
    }

    /// The level of a list that a style is tied to.
    func level(ofStyle style: String, in list: String) -> Int? {
        guard let instance = instances[list] else { return nil }
        return abstracts[instance.abstract]?.first { $0.value.style == style }?.key
    }

    /// Counts a paragraph of a list, and gives what is printed before it; empty for one that is not numbered.
    mutating func label(list: String, level index: Int) -> String {
        guard let instance = instances[list], let level = level(index, of: instance) else { return "" }
        var counts = counters[instance.abstract] ?? [:]
        if let start = instance.starts[index], restarted.insert("\(list)/\(index)").inserted {
            counts[index] = start - 1
        }
        counts[index] = (counts[index] ?? level.start - 1) + 1
        for deeper in counts.keys where deeper > index { counts[deeper] = nil }
        counters[instance.abstract] = counts
        guard level.format != "bullet" else { return "• " }
        var text = ""
        var isPlaceholder = false
        for character in level.text {
            if isPlaceholder, let place = character.wholeNumberValue {
                let shown = self.level(place - 1, of: instance) ?? level
                let format = level.isLegal ? "decimal" : shown.format
                text += NumberFormat.text(counts[place - 1] ?? shown.start, as: format)
                isPlaceholder = false
            } else if character == "%" {
                isPlaceholder = true
            } else {
                text.append(character)
            }
        }
        // 「第一条」 needs a blank behind it, 「一、」 none.
        let endsWord = text.last.map { $0.isLetter || $0.isNumber } ?? false
        return endsWord && level.suffix != "nothing" ? text + " " : text
    }

    private func level(_ index: Int, of instance: Instance) -> Level? {
        instance.levels[index] ?? abstracts[instance.abstract]?[index]
    }
}
