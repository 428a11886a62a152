/// Labels as they are compared: folded, without the stop behind them.
///
/// So a label is the same with and without it.
enum LabelKey {
    static func of(_ label: String, normalizer: Normalizer) -> String {
        var key = normalizer.key(label)
        while let last = key.last, ".、,．。:".contains(last) { key.removeLast() }
        return key
    }
}

/// Names of units as they are compared.
enum UnitKey {
    /// Whether `name` is `asked` with the name of an area before it, as 市科技局 for 科技局; both folded.
    static func isPrefixed(_ name: String, asked: String) -> Bool {
        guard name.count > asked.count, name.hasSuffix(asked) else { return false }
        return name.dropLast(asked.count).last.map(areaEndings.contains) ?? false
    }

    /// What names of administrative areas end in.
    private static let areaEndings: Set<Character> = ["省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", ")"]
}
