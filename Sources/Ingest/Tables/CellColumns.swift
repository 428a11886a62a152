/// Puts lines into the columns of a row in their order, by what each column holds.
enum CellColumns {
    /// Returns the lines of each column; nil where there are none, or more than cells have.
    ///
    /// Each line scores by how well it fits its column; a column may take several lines, or none. The best split is found
    /// by dynamic programming over lines and columns.
    static func assign(
        _ lines: [Int], to columns: [TableWords.Content], in text: (Int) -> [Unicode.Scalar]
    ) -> [[Int?]]? {
        guard !lines.isEmpty, !columns.isEmpty, lines.count <= 6 * columns.count else { return nil }
        if lines.count == columns.count { return lines.map { [$0] } }
        let texts = lines.map(text)
        // best[c][l]: the score of the first l lines in the first c columns.
        var best = [[Double]](
            repeating: [Double](repeating: -.infinity, count: lines.count + 1), count: columns.count + 1)
        var taken = [[Int]](repeating: [Int](repeating: 0, count: lines.count + 1), count: columns.count + 1)
        best[0][0] = 0
        for column in columns.indices {
            for end in 0...lines.count {
                var score = 0.0
                for count in 0...end {
                    if count > 0 { score += fit(texts[end - count], columns[column]) - (count > 1 ? 0.4 : 0) }
                    let total = best[column][end - count] + (count == 0 ? -1.5 : score)
                    if total > best[column + 1][end] {
                        best[column + 1][end] = total
                        taken[column + 1][end] = count
                    }
                }
            }
        }
        var result: [[Int?]] = []
        var end = lines.count
        for column in columns.indices.reversed() {
            let count = taken[column + 1][end]
            result.insert(lines[end - count..<end].map { $0 }, at: 0)
            end -= count
        }
        return result
    }

    /// How well a line fits a column.
    private static func fit(_ text: [Unicode.Scalar], _ content: TableWords.Content) -> Double {
        switch content {
        case .unit: isUnit(text) ? 2 : -1
        case .time: isTime(text) ? 2 : -1.5
        case .number: text.allSatisfy { $0.decimalDigit != nil } ? 2 : -2
        case .text: isUnit(text) && text.count <= 12 || isTime(text) && text.count <= 10 ? -0.5 : 0.5
        }
    }

    /// Whether a line is names of units.
    static func isUnit(_ text: [Unicode.Scalar]) -> Bool {
        let names = text.split { "、，,；;".unicodeScalars.contains($0) }
        guard !names.isEmpty, !text.contains("。") else { return false }
        let found = names.count {
            AgencyNames.endsLikeAgency(Array($0)) || $0.ends(with: "单位") || $0.ends(with: "部门") || $0.ends(with: "科室")
                || $0.ends(with: "科") || $0.ends(with: "街道") || $0.ends(with: "镇")
        }
        return found * 2 >= names.count
    }

    /// Whether a line is a time limit: 「12月底前」, 「长期坚持」.
    private static func isTime(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count <= 24 else { return false }
        let marks = ["月", "年", "底", "季度", "日", "前"]
        if text.contains(where: { $0.decimalDigit != nil }), marks.contains(where: { text.contains($0) }) {
            return true
        }
        return ["长期", "持续", "全年", "年底", "常年", "每年", "每月", "每季"].contains { text.contains($0) }
    }
}
