import Extract
import Index

/// Questions about targets.
extension Reply {
    mutating func targets() throws {
        try weighMatter()
        let label = question.label.map(TaskLabel.init)
        guard !reading.matter.isEmpty || label != nil && scope != nil else { return }
        let documents = try reading.documents == nil ? documentsByMatter(limit: 20) : scope ?? []
        var found = try archive.records(TargetRecord.self, in: .targets, RecordConditions(documents: keys(documents)))
        let short = reading.matter.phrases.filter { (3...7).contains($0.count) }.map { QuestionText($0).folded }
        if reading.matter.words.contains(where: \.isAbsent), !short.isEmpty {
            // 婚检率: no text has it, but names of indicators may be what it is short for.
            found = try archive.records(
                TargetRecord.self, in: .targets, RecordConditions(documents: keys(scope)),
                where: { key in short.allSatisfy(Haystack(key).abbreviates) })
        }
        var matched: [(entry: RecordEntry<TargetRecord>, document: Int, match: MatterMatch, length: Int)] = []
        for entry in found {
            guard let document = names.index(of: entry.document) else { continue }
            if let label, !(entry.label.map { label.keys.contains($0.trimmingSuffix) } ?? false) { continue }
            let quote = try Haystack(archive.key(entry.record.quote))
            let text = try entry.text.map { [Haystack(try archive.key($0))] } ?? []
            let around = try text + [quote] + entry.path.map { Haystack(try archive.key($0)) } + names.titles[document]
            let match = MatterMatch(reading.matter, own: [Haystack(entry.key)], around: around)
            // What only stands around a target doesn't say what it is of.
            guard match.lack <= MatterMatch.mostLack, match.ownLack <= 0.5 || label != nil else { continue }
            matched.append((entry, document, match, entry.key.unicodeScalars.count))
        }
        if label != nil { used.insert("label") }
        if let least = matched.map({ $0.match.lack + $0.match.ownLack }).min() {
            matched = matched.filter { $0.match.lack + $0.match.ownLack <= least + 0.02 }
        }
        // The very indicator rather than longer names that hold it.
        let phrase = try reading.matter.phrases.map(archive.key).joined()
        let exact = matched.filter { $0.entry.key == phrase }
        if !exact.isEmpty { matched = exact }
        let years = reading.years
        let all = matched
        if let dates = question.dates {
            used.insert("dates")
            let wanted = years.isEmpty ? dates.bounds.last.flatMap { Int($0.prefix(4)) }.map { [$0] } ?? [] : years
            matched = matched.filter { found in
                guard let year = found.entry.record.year else {
                    return names.documents[found.document].summary.year.map(wanted.contains) ?? false
                }
                return wanted.contains(year) || found.entry.record.baseline?.year.map(wanted.contains) ?? false
            }
            if matched.isEmpty, !all.isEmpty {
                note(.otherYears, question.topic, Set(all.compactMap(\.entry.record.year)).sorted().map(String.init))
            }
        }
        guard let best = matched.first else {
            if all.isEmpty {
                note(.noIndicator, question.topic, try archive.namesLike(question.topic ?? "", of: .indicator))
            }
            return
        }
        if !best.match.isWhole { unmatched += best.match.missing.filter { $0.weight >= 0.25 }.map(\.text) }
        if best.match.ownLack > 0.3, exact.isEmpty { isNearest = true }
        items = matched.map { target($0.entry, $0.document) }
        joinSame()
    }

    private func target(_ entry: RecordEntry<TargetRecord>, _ document: Int) -> AnswerItem {
        let record = entry.record
        return item(
            document, record: record.provision, label: entry.label, path: entry.path, subject: record.indicator,
            values: [AnswerValue(TargetText.of(record), year: record.year)],
            others: record.baseline.map { [AnswerValue(TargetText.number($0.value), year: $0.year)] } ?? [],
            quote: record.quote, at: record.span.start)
    }

    /// The same target printed in several places of the archive is one answer; that with a baseline is kept.
    private mutating func joinSame() {
        var kept: [AnswerItem] = []
        for item in items {
            if let index = kept.firstIndex(where: {
                $0.subject == item.subject && $0.values == item.values && $0.document.file == item.document.file
            }) {
                if kept[index].others.isEmpty, !item.others.isEmpty { kept[index] = item }
            } else {
                kept.append(item)
            }
        }
        items = kept
    }
}

extension String {
    /// A label without the stop behind it.
    fileprivate var trimmingSuffix: String {
        var text = self
        while let last = text.last, ".、．,。:".contains(last) { text.removeLast() }
        return text
    }
}

/// Targets as they are read out.
enum TargetText {
    /// ≥70%, 5000亿元, 3—5个.
    static func of(_ target: TargetRecord) -> String {
        let sign =
            switch target.comparator {
            case ">=": "≥"
            case "<=": "≤"
            case "~": "约"
            case ">", "<": target.comparator
            default: ""
            }
        let upper = target.upper.map { "—\(number($0))" } ?? ""
        return "\(sign)\(number(target.value))\(upper)\(target.unit ?? "")"
    }

    /// A number without the zeros behind a whole one.
    static func number(_ value: Double) -> String {
        value.rounded() == value && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }
}
