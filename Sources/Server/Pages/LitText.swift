import Extract

/// What was read from a provision, by the words it was read from.
struct LitRecords {
    enum Kind: String, CaseIterable {
        case unit, deadline, target, citation, definition

        func name(_ say: Language) -> String {
            switch self {
            case .unit: say("单位", "units")
            case .deadline: say("时限", "time limits")
            case .target: say("目标", "targets")
            case .citation: say("引用", "citations")
            case .definition: say("定义", "definitions")
            }
        }
    }

    struct Lit {
        var kind: Kind
        var quote: String
        /// What the record says, in a line.
        var title: String
        var address: Address?
    }

    private var byProvision: [String: [Lit]] = [:]

    init(_ record: DocumentRecord, ledger: Ledger, _ say: Language) {
        for task in record.tasks {
            for assignment in task.assignments {
                add(
                    Lit(
                        kind: .unit, quote: assignment.asWritten ?? assignment.unit,
                        title: "\(Terms.role(assignment.role, say)) \(assignment.unit)",
                        address: assignment.group == true ? nil : Address("units", assignment.unit)), task.provision)
            }
        }
        for deadline in record.deadlines {
            let certainty = Terms.name(deadline.certainty.rawValue, of: Terms.certainties, say)
            let days = [deadline.start, deadline.date].compactMap(\.self).joined(separator: "–")
            add(
                Lit(
                    kind: .deadline, quote: deadline.quote,
                    title: [days, deadline.duration ?? "", certainty].filter { !$0.isEmpty }.joined(separator: " ")),
                deadline.provision)
        }
        for target in record.targets {
            add(
                Lit(
                    kind: .target, quote: target.quote, title: Self.value(target),
                    address: Address("targets").with("indicator", target.indicator)), target.provision)
        }
        for citation in record.citations {
            let held = ledger.held(number: citation.number, title: citation.title).first
            add(
                Lit(
                    kind: .citation, quote: citation.quote,
                    title: Terms.name(citation.relation.rawValue, of: Terms.relations, say),
                    address: held?.entry.address), citation.provision)
        }
        for definition in record.definitions {
            add(
                Lit(
                    kind: .definition, quote: definition.quote,
                    title: "\(definition.term) = \(definition.meaning)"), definition.provision)
        }
    }

    /// A target as a sentence without a verb.
    static func value(_ target: TargetRecord) -> String {
        let value = [plain(target.value), target.upper.map(plain)].compactMap(\.self).joined(separator: "–")
        let sign =
            ["=", "range", "~"].contains(target.comparator) ? (target.comparator == "~" ? "约" : "") : target.comparator
        return "\(target.indicator) \(sign)\(value)\(target.unit ?? "")\(target.year.map { "（\($0)）" } ?? "")"
    }

    static func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }

    private mutating func add(_ lit: Lit, _ provision: String?) {
        guard let provision, !lit.quote.isEmpty else { return }
        byProvision[provision, default: []].append(lit)
    }

    /// The places of the records in a text of the provision, ascending, without overlap: of two that overlap, the one that
    /// begins first, and of these the longer.
    func ranges(of provision: String, in text: [Unicode.Scalar]) -> [(range: Range<Int>, lit: Lit)] {
        var found: [(range: Range<Int>, lit: Lit)] = []
        for lit in byProvision[provision] ?? [] {
            let quote = Array(lit.quote.unicodeScalars)
            // The same words twice are two records, each at its own place.
            let taken = found.filter { $0.lit.quote == lit.quote }.map(\.range.lowerBound)
            if let range = Self.find(quote, in: text, skipping: taken) { found.append((range, lit)) }
        }
        found.sort {
            ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
        }
        var result: [(range: Range<Int>, lit: Lit)] = []
        for one in found where one.range.lowerBound >= result.last?.range.upperBound ?? 0 { result.append(one) }
        return result
    }

    private static func find(_ words: [Unicode.Scalar], in text: [Unicode.Scalar], skipping taken: [Int]) -> Range<Int>?
    {
        guard !words.isEmpty, words.count <= text.count else { return nil }
        for start in 0...(text.count - words.count) where text[start] == words[0] && !taken.contains(start) {
            if text[start..<(start + words.count)].elementsEqual(words) { return start..<(start + words.count) }
        }
        return nil
    }
}
