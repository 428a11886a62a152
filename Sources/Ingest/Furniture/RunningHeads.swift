/// Finds running heads and feet: short lines that come back on page after page, alike but for their numbers.
enum RunningHeads {
    /// The indices of lines that are running heads.
    ///
    /// A line counts when it names a gazette (公报, 公報), is short, is no sentence, and stands at least three times in
    /// the file when digits are left out of account.
    static func find(in lines: [SourceLine]) -> Set<Int> {
        var seen: [[Unicode.Scalar]: [Int]] = [:]
        for (index, line) in lines.enumerated() where !line.isBlank && line.width <= 60 {
            let text = line.squashed
            guard text.contains("公报") || text.contains("公報"),
                !text.contains(where: { "，。；：、《》".unicodeScalars.contains($0) })
            else { continue }
            seen[text.filter { $0.decimalDigit == nil }, default: []].append(index)
        }
        return Set(seen.values.filter { $0.count >= 3 }.joined())
    }
}
