import Ingest

/// Which 「牵头单位：」 lines close a whole group of items rather than the last of them.
///
/// The text itself shows it: in each of several groups such lines stand below the last item only, and no other item says
/// who sees to it.
struct GroupClosings {
    /// The items of a group by its last one, as positions in the list of passages.
    private(set) var items: [Int: [Int]] = [:]

    init(_ passages: [Passage], _ grammar: StatementGrammar) {
        let owners = Set(
            passages.filter { passage in
                passage.label == nil && grammar.labelPrefix(passage.text.scalars, 0..<passage.text.count)?.role != nil
            }.compactMap(\.owner))
        guard owners.count > 1 else { return }
        for group in Self.groups(passages) {
            guard let last = group.last, owners.contains(last) else { continue }
            let others = group.dropLast()
            if others.contains(where: { owners.contains($0) || Self.saysWho(passages[$0]) }) {
                items = [:]
                return
            }
            if !others.isEmpty { items[last] = group }
        }
        if items.count < 2 { items = [:] }
    }

    /// The labelled passages of one level that follow each other below one heading.
    private static func groups(_ passages: [Passage]) -> [[Int]] {
        var groups: [[Int]] = []
        for (index, passage) in passages.enumerated() {
            guard let label = passage.label else { continue }
            if let before = groups.last?.last, passages[before].label?.shape == label.shape,
                passages[before].section == passage.section, label.number == (passages[before].label?.number ?? 0) + 1,
                passages[before].path == passage.path
            {
                groups[groups.count - 1].append(index)
            } else {
                groups.append([index])
            }
        }
        return groups
    }

    private static func saysWho(_ passage: Passage) -> Bool {
        ["责任单位", "责任部门", "牵头", "负责）", "负责)"].contains { passage.text.scalars.contains($0) }
    }
}
