import Index
import Ingest

/// Finds what people call documents: words of a title before a word for a kind of document.
///
/// 亩均论英雄那个方案, 2018年的装配式建筑方案, 地铁投诉办法, 专利法. From the kind of document leftwards each word must be in the
/// title of the documents that are still meant, or say their year or area; the first that isn't ends the name.
struct DocumentFinder {
    let words: QuestionWords
    let names: ArchiveNames
    private var text: QuestionText { words.text }

    func mentions(besides others: [Evidence]) throws -> [Evidence] {
        var taken = Set<Int>()
        for evidence in others {
            switch evidence.value {
            case .number, .title, .quoted: taken.formUnion(evidence.range)
            default: break
            }
        }
        let cues = others.filter { if case .cue = $0.value { true } else { false } }
        var found: [Evidence] = []
        for end in text.folded.indices.map({ $0 + 1 }) where words.isBreak(end) {
            guard let (length, kind) = kind(endingAt: end), taken.isDisjoint(with: end - length..<end) else { continue }
            guard let mention = try mention(kindAt: end - length..<end, kind: kind, cues: cues, taken: taken) else {
                continue
            }
            found.append(mention)
        }
        return found
    }

    private func kind(endingAt end: Int) -> (length: Int, kind: String)? {
        for length in stride(from: min(6, end), through: 1, by: -1) {
            if let kind = MatterWords.kinds[text.key(end - length..<end)] {
                guard length > 1 || end > 1 && text.folded[end - 2].isHan else { return nil }
                return (length, kind)
            }
        }
        return nil
    }

    /// The documents that may still be meant.
    private struct Candidates {
        var documents: [Int]
        var cited: [ArchiveNames.CitedName]
        var isEmpty: Bool { documents.isEmpty && cited.isEmpty }
    }

    private func mention(
        kindAt kindRange: Range<Int>, kind: String, cues: [Evidence], taken: Set<Int>
    ) throws -> Evidence? {
        let needle = Array(kind.utf8)
        var left = Candidates(
            documents: names.titles.indices.filter { index in names.titles[index].contains { $0.contains(needle) } },
            cited: try names.citedNames().filter { $0.haystack.contains(needle) })
        var start = kindRange.lowerBound
        var content = 0
        var at = start
        while at > 0 {
            if text.folded[at - 1].properties.isWhitespace {
                at -= 1
                continue
            }
            guard let word = word(endingAt: at, cues: cues, taken: taken) else { break }
            if word.isFiller {
                at = word.range.lowerBound
                continue
            }
            let next = try narrowed(left, by: word.range)
            if next.isEmpty { break }
            left = next
            start = word.range.lowerBound
            at = start
            content += MatterWords.weak.contains(text.key(word.range)) ? 0 : word.range.count
        }
        guard content > 1 else { return nil }
        let range = start..<kindRange.upperBound
        left.documents = try besidesChanges(left.documents, range)
        let isAbout = kind != "解读" && left.documents.contains { names.documents[$0].summary.kind != "解读" }
        // An explanation of a document bears its title too.
        let documents = isAbout ? left.documents.filter { names.documents[$0].summary.kind != "解读" } : left.documents
        return Evidence(
            value: .mention(
                DocumentMention(
                    documents: try exact(documents, range),
                    cited: left.cited.map { .init(title: $0.title, number: $0.number) })), range: range,
            weight: Double(range.count) * 4.5)
    }

    /// Leaves out documents that amend or repeal what is named, unless that is said.
    private func besidesChanges(_ documents: [Int], _ range: Range<Int>) throws -> [Int] {
        let said = Haystack(try names.archive.key(text.text(range)))
        let changes = ["修改", "修订", "废止", "失效"].map { Array($0.utf8) }.filter { !said.contains($0) }
        return documents.filter { index in
            !names.titles[index].contains { title in changes.contains { title.contains($0) } }
        }
    }

    /// The word before a place; nil where something else stands there that no title goes over.
    private func word(endingAt end: Int, cues: [Evidence], taken: Set<Int>) -> (range: Range<Int>, isFiller: Bool)? {
        guard !taken.contains(end - 1),
            text.folded[end - 1].properties.isAlphabetic || text.folded[end - 1].properties.numericType != nil
                || "“”\"+·".unicodeScalars.contains(text.folded[end - 1])
        else { return nil }
        let here = cues.filter { $0.range.upperBound == end }
        if let filler = here.filter(\.isFiller).max(by: { $0.range.count < $1.range.count }) {
            return (filler.range, true)
        }
        if here.contains(where: { !$0.features.isDisjoint(with: Self.parting) }) { return nil }
        var start = end - 1
        while start > 0, !words.isBreak(start) { start -= 1 }
        return (
            start..<end,
            !text.folded[start..<end].contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        )
    }

    private static let parting: Set<Feature> = [
        "who", "what", "when", "doc", "passive", "by", "whether", "amount", "why", "count",
    ]

    private func narrowed(_ left: Candidates, by range: Range<Int>) throws -> Candidates {
        let key = try names.archive.key(text.text(range))
        let forms = ([key] + (MatterWords.same[key] ?? [])).map { Array($0.utf8) }
        let year = key.count >= 4 ? Int(key.prefix(4)) : nil
        let place = names.places.documents[key]
        let documents = left.documents.filter { index in
            if let place, place.contains(index) { return true }
            if let year, names.documents[index].summary.year == year { return true }
            if key == "年" || key == "市" || key == "省" { return true }
            return names.titles[index].contains { title in forms.contains { title.contains($0) } }
        }
        let cited = left.cited.filter { name in
            if key == "年" { return true }
            if let year, name.number?.contains(String(year)) ?? false { return true }
            return forms.contains { name.haystack.contains($0) }
        }
        return Candidates(documents: documents, cited: cited)
    }

    /// The documents with just this title, where there are any: 专利法 rather than what is made for it.
    private func exact(_ documents: [Int], _ range: Range<Int>) throws -> [Int] {
        let key = try names.archive.key(text.text(range))
        let wanted = [key, "中华人民共和国" + key].map { Array($0.utf8) }
        let same = documents.filter { index in
            names.titles[index].contains { title in wanted.contains { $0 == title.bytes } }
        }
        return same.isEmpty ? documents : same
    }
}
