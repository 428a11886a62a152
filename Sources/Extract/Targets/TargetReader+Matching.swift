import Ingest

/// The record of a goal.
extension TargetReader {
    /// The longest name of an indicator, in characters a piece; a longer one is cut at its front.
    private static let longestPiece = 80

    func match(_ case_: Case, _ pieces: Pieces, _ year: Int?) -> TargetMatch {
        let quantity = case_.quantity
        let kept = pieces.map { piece in
            piece.count <= Self.longestPiece ? piece : piece.upperBound - Self.longestPiece..<piece.upperBound
        }
        let quote = quote(case_)
        return TargetMatch(
            indicator: name(kept), indicatorRange: range(of: kept),
            comparator: comparator(case_), value: quantity.value, upper: quantity.upper,
            unit: unit(quantity),
            year: year, baseline: baseline(case_), nature: nature(behind: case_.quantity.end),
            range: text.original(quote))
    }

    /// The word in the bracket behind a goal that says how far it binds: （约束性）, （预期性指标）.
    private func nature(behind end: Int) -> String? {
        guard scalars.at(end) == "（" else { return nil }
        return TargetWords.natures.match(scalars, at: end + 1, before: scalars.count).map {
            text.printed(end + 1..<end + 1 + $0.length)
        }
    }

    private func unit(_ quantity: Quantity) -> String? {
        switch text.printed(quantity.unit) {
        case "": nil
        case "百分之": "%"
        case "千分之": "‰"
        case let printed: printed.replacing("％", with: "%")
        }
    }

    /// The pieces as one name; of 为N所中小学配备设施 the verb comes first and takes 的.
    private func name(_ pieces: Pieces) -> String {
        if pieces.count == 2, pieces[0].lowerBound > pieces[1].lowerBound {
            return text.printed(pieces[0]) + "的" + text.printed(pieces[1])
        }
        return pieces.flatMap(withoutRemarks).map(text.printed).joined()
    }

    /// A name without bracketed remarks on its scope: 全市（甲县、乙县除外）装配率.
    private func withoutRemarks(_ piece: Range<Int>) -> Pieces {
        guard let open = piece.first(where: { scalars[$0] == "（" && !brackets.isEnclosed($0) }),
            let close = piece.first(where: { $0 > open && scalars[$0] == "）" && !brackets.isEnclosed($0) }),
            ["除外", "不含", "下同", "以下简称", "含"].contains(where: {
                scalars.holds($0, endingAt: close) || scalars.holds($0, at: open + 1)
            })
        else { return [piece] }
        return [piece.lowerBound..<open, close + 1..<piece.upperBound].filter { !$0.isEmpty }
    }

    private func range(of pieces: Pieces) -> Range<Int>? {
        guard pieces.count == 1, let piece = pieces.first, !piece.isEmpty else { return nil }
        return text.original(piece)
    }

    private func comparator(_ case_: Case) -> String {
        if case_.quantity.upper != nil { return "range" }
        if let closing = case_.quantity.closing {
            return closing == ">" && case_.phrase.sign != nil ? case_.phrase.sign ?? closing : closing
        }
        if let sign = case_.phrase.sign { return sign }
        return case_.item.isContinued && case_.item.left.isEmpty && case_.right.isEmpty ? sentence.listSign ?? "=" : "="
    }

    /// The value from which the goal starts out: 由10个工作日缩减至…, 从2015年的56%提高到….
    private func baseline(_ case_: Case) -> TargetRecord.Baseline? {
        guard let base = case_.item.baseline, let lead = case_.item.lead else { return nil }
        let between = lead.upperBound + 1..<max(lead.upperBound + 1, base.range.lowerBound)
        var year: Int?
        for index in between {
            if let date = DateExpression.scan(scalars, at: index), case .printed(let printed) = date.year {
                year = printed
                break
            }
        }
        return TargetRecord.Baseline(value: base.value, year: year)
    }

    /// From the words before the number to the last word that belongs to it.
    private func quote(_ case_: Case) -> Range<Int> {
        let start = case_.item.lead?.lowerBound ?? case_.item.left.lowerBound
        let stop = max(case_.quantity.end, case_.right.upperBound)
        var first = min(start, case_.quantity.range.lowerBound)
        first = max(first, case_.quantity.range.lowerBound - 3 * Self.longestPiece)
        return first..<min(stop, case_.quantity.end + 3 * Self.longestPiece)
    }
}
