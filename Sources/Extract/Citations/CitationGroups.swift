import Ingest

/// Which instruments of a paragraph are listed together, and so share their relation.
extension CitationRelations {
    private static let longestGap = 48
    /// An attribute that tells which instrument is meant (…会议通过、…会议修正的) may be longer.
    private static let longestAttribute = 180

    /// The members of each list: 根据《甲》（1号）、《乙》和《丙》精神.
    func groups(of pieces: [CitationPiece]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var start = 0
        for index in pieces.indices.dropFirst() {
            if !isListed(pieces[index - 1].range.upperBound..<pieces[index].range.lowerBound) {
                groups.append(start..<index)
                start = index
            }
        }
        if start < pieces.count { groups.append(start..<pieces.count) }
        return groups
    }

    /// Whether the text between two instruments only joins them: 、 和 等, brackets, an issuer's name, 第四十八条.
    private func isListed(_ gap: Range<Int>) -> Bool {
        guard gap.count <= Self.longestAttribute else { return false }
        if text[gap].contains(where: { $0 == "。" || $0 == "：" || $0 == "！" || $0 == "？" }) { return false }
        if gap.count > 2, text[gap].contains(where: \.endsSentence) { return false }
        if isAttribute(gap) { return true }
        guard gap.count <= Self.longestGap else { return false }
        return CitationLexicon.breaksList.first(text, in: gap) == nil
    }

    /// Whether a joint and an attribute of the next instrument fill the gap: 、1991年国务院发布的; 和某会议通过，某会议修正的.
    private func isAttribute(_ gap: Range<Int>) -> Bool {
        guard let first = gap.first(where: { !text[$0].isBlank && !"）)》".unicodeScalars.contains(text[$0]) }),
            let last = gap.last(where: { !text[$0].isBlank }),
            text[last] == "的", first < last, "、，,和及与；".unicodeScalars.contains(text[first]),
            CitationLexicon.enactedVerbs.endsWith(text, in: first..<last)
        else { return false }
        return CitationLexicon.breaksAttribute.first(text, in: gap) == nil
    }

    /// Which pieces only tell how the next one came to its text: 甲 and 乙 of 「经甲、乙修改的丙」.
    func amenders(among pieces: [CitationPiece]) -> [Bool] {
        var result = [Bool](repeating: false, count: pieces.count)
        for index in pieces.indices.reversed() {
            let end = pieces[index].range.upperBound
            if CitationLexicon.amender.match(text, at: end, before: text.count) != nil {
                result[index] = true
            } else if index + 1 < pieces.count, result[index + 1] {
                let gap = text[end..<max(end, pieces[index + 1].range.lowerBound)]
                let isJoint = gap.count <= 2 && gap.allSatisfy { "、和及與与，".unicodeScalars.contains($0) }
                // 根据《甲》修正，根据《乙》修正的《丙》
                result[index] = isJoint || CitationLexicon.revised.match(text, at: end, before: text.count) != nil
            }
        }
        return result
    }
}
