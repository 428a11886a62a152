import Ingest

/// Labels as they are compared: folded, without blanks and the stop behind them, the number between 第 and 条 (章, 节 …) in digits.
///
/// So a label is the same with and without its stop, and 第三十五条 is 第35条.
enum LabelKey {
    static func of(_ label: String, normalizer: Normalizer) -> String {
        var key = normalizer.key(label).replacing(" ", with: "")
        while let last = key.last, ".、,．。:".contains(last) { key.removeLast() }
        return withDigits(key)
    }

    /// Puts digits in place of the numerals behind 第, and behind 之 in what follows it.
    private static func withDigits(_ key: String) -> String {
        guard key.unicodeScalars.first == "第" else { return key }
        let scalars = Array(key.unicodeScalars)
        var result = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            result.append(scalars[index])
            index += 1
            guard scalars[index - 1] == "第" || scalars[index - 1] == "之",
                let (value, end) = Numeral.scan(scalars, at: index)
            else { continue }
            result.append(contentsOf: String(value).unicodeScalars)
            index = end
        }
        return String(result)
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
