import Extract
import Index
import Ingest

/// A task that a question may be about.
struct TaskCandidate {
    var entry: TaskEntry
    var document: Int
    var match: MatterMatch?
    /// Whether its first clause has all words.
    var isHeaded = false
}

/// Finds the tasks that a question is about.
extension Reply {
    /// Returns the tasks that fit best; none where too much of what was asked is missing.
    mutating func askedTasks() throws -> [TaskCandidate] {
        try weighMatter()
        let label = question.label.map(TaskLabel.init)
        let scope = try taskScope(label)
        let units = reading.unit?.keys
        if reading.unit != nil { used.insert("unit") }
        let isOpen = scope == nil && units == nil && label == nil
        guard !isOpen else { return [] }
        var candidates = try archive.taskEntries(
            documents: keys(scope), units: units, role: units == nil ? nil : question.role,
            labels: scope == nil ? label?.keys : nil, limit: 4000
        ).compactMap { entry in names.index(of: entry.document).map { TaskCandidate(entry: entry, document: $0) } }
        if let label {
            used.insert("label")
            let exact = candidates.filter { label.fits($0.entry) }
            candidates = exact.isEmpty ? candidates.filter { label.numbers($0.entry) } : exact
        }
        if let year = question.dates?.year, question.intent != .dueDate {
            let ofYear = candidates.filter { names.documents[$0.document].summary.year == year }
            if !ofYear.isEmpty || question.intent == .tasks {
                candidates = ofYear
                used.insert("dates")
            }
        }
        // 牵头的活动: a word that says nothing, beside a unit.
        let isEmptyWord = units != nil && reading.matter.words.allSatisfy { $0.weight < 0.25 }
        guard !reading.matter.isEmpty, !isEmptyWord else { return candidates }
        return best(candidates)
    }

    /// The documents whose tasks are looked at; nil for all.
    private func taskScope(_ label: TaskLabel?) throws -> [Int]? {
        if reading.unit != nil { return scope }
        if reading.documents != nil || reading.matter.isEmpty { return scope }
        if label != nil { return scope }
        return try documentsByMatter()
    }

    /// The candidates that lack least of the words; of these those that have them in their own text, as one phrase, at the
    /// beginning.
    private mutating func best(_ all: [TaskCandidate]) -> [TaskCandidate] {
        var matched: [TaskCandidate] = []
        for var candidate in all {
            let own = [Haystack(candidate.entry.text)]
            let unit = question.unit.map { [Haystack($0)] } ?? []
            let match = MatterMatch(
                reading.matter, own: own,
                around: [Haystack(candidate.entry.path)] + names.titles[candidate.document] + unit)
            guard match.lack <= MatterMatch.mostLack else { continue }
            candidate.match = match
            let head = candidate.entry.text.prefix { !"。，；:：".contains($0) }
            candidate.isHeaded = MatterMatch(reading.matter, own: [Haystack(String(head))], around: []).isWhole
            matched.append(candidate)
        }
        func narrow(_ value: (TaskCandidate) -> Double) {
            guard let least = matched.map(value).min() else { return }
            matched = matched.filter { value($0) <= least + 0.02 }
        }
        narrow { $0.match?.lack ?? 1 }
        let isList = question.intent == .tasks
        if !isList { narrow { $0.match?.ownLack ?? 1 } }
        if !isList, reading.matter.words.count > 1 || reading.matter.text.count > 3 {
            narrow { $0.match?.hasPhrase ?? false ? 0 : 1 }
        }
        if !isList, matched.count > 1 { narrow { $0.isHeaded ? 0 : 1 } }
        if let missing = matched.first?.match?.missing, matched.first?.match?.isWhole == false {
            unmatched += missing.filter { $0.weight >= 0.25 }.map(\.text)
        }
        return matched
    }

    /// Returns the records of tasks, in their order.
    func records(of candidates: [TaskCandidate]) throws -> [(candidate: TaskCandidate, task: TaskRecord)] {
        let records = try archive.taskRecords(candidates.map(\.entry.id))
        return candidates.compactMap { candidate in records[candidate.entry.id].map { (candidate, $0) } }
    }
}

/// The label of a task as a question names it: 53, 第53项, 三（四）.
struct TaskLabel {
    private let parts: [String]
    private let number: Int?
    /// The folded forms in which the label may be printed.
    let keys: [String]

    init(_ label: String) {
        let parts = Self.parts(of: label)
        self.parts = parts
        let last = parts.last ?? label
        number = Self.number(last)
        var keys = [last]
        if let number {
            let han = HanNumber.text(number)
            keys += ["\(number)", "(\(number))", han, "(\(han))", "第\(han)", "第\(number)", "\(number))"]
        }
        self.keys = Array(Set(keys)).sorted()
    }

    /// Whether a task has this very label; of several parts, the first are those of the headings above.
    func fits(_ entry: TaskEntry) -> Bool {
        guard let own = entry.label else { return false }
        if Self.bare(own) == parts.joined() { return true }
        guard Self.bare(own) == parts.last else { return false }
        return isBelow(entry)
    }

    /// Whether a task has the number of this label in another form.
    func numbers(_ entry: TaskEntry) -> Bool {
        guard let number, let own = entry.label, Self.number(Self.bare(own)) == number else { return false }
        return isBelow(entry)
    }

    private func isBelow(_ entry: TaskEntry) -> Bool {
        var above = entry.path.split(separator: "\n").map { Self.parts(of: String($0)).first ?? "" }[...]
        for part in parts.dropLast() {
            guard let found = above.firstIndex(of: part) else { return false }
            above = above[(found + 1)...]
        }
        return true
    }

    private static func bare(_ label: String) -> String {
        let folded = QuestionText(label).folded.filter { !$0.properties.isWhitespace }
        let end = folded.lastIndex { !".、,。:".unicodeScalars.contains($0) } ?? -1
        return String(String.UnicodeScalarView(folded[...end]))
    }

    /// 三（四） is 三 and （四）; 3.1 is one part.
    private static func parts(of label: String) -> [String] {
        var parts: [String] = []
        var part = ""
        for scalar in bare(label).unicodeScalars {
            if scalar == "、" || scalar == "(" && !part.isEmpty {
                parts.append(part)
                part = ""
            }
            if scalar != "、" { part.unicodeScalars.append(scalar) }
            if scalar == ")" {
                parts.append(part)
                part = ""
            }
        }
        return part.isEmpty ? parts : parts + [part]
    }

    private static func number(_ label: String) -> Int? {
        Numeral.value(of: label.unicodeScalars.filter { !"()第项".unicodeScalars.contains($0) })
    }
}

/// Numbers in Chinese characters, as labels have them.
enum HanNumber {
    /// Returns 五十三 for 53; numbers of a thousand and more as digits.
    static func text(_ number: Int) -> String {
        let digits = Array("零一二三四五六七八九")
        guard (1..<1000).contains(number) else { return String(number) }
        let (hundreds, rest) = number.quotientAndRemainder(dividingBy: 100)
        let (tens, ones) = rest.quotientAndRemainder(dividingBy: 10)
        var text = hundreds > 0 ? "\(digits[hundreds])百" : ""
        if tens > 0 {
            text += tens == 1 && hundreds == 0 ? "十" : "\(digits[tens])十"
        } else if hundreds > 0, ones > 0 {
            text += "零"
        }
        return ones > 0 ? text + String(digits[ones]) : text
    }
}
