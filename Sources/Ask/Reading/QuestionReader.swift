import Extract
import Index
import Ingest

/// Reads a question in all ways that its words allow, the likeliest first.
struct QuestionReader {
    let names: ArchiveNames
    let today: String

    /// - Throws: ``QuestionError`` where nothing says what is asked for.
    func readings(of question: String) throws -> [Reading] {
        let text = QuestionText(question)
        let words = try QuestionWords(text, archive: names.archive)
        let parts = try EvidenceFinder(words: words, names: names, today: today).parts()
        guard !parts.isEmpty else { throw QuestionError(problem: .nothingAsked) }
        return try PartReader(parts: parts, words: words, names: names, today: today).readings()
    }
}

/// Reads the parts of a question.
struct PartReader {
    let parts: [Evidence]
    let words: QuestionWords
    let names: ArchiveNames
    let today: String
    /// What was asked before, where this question goes on from it.
    var last: Reading?
    private var text: QuestionText { words.text }

    func readings() throws -> [Reading] {
        var features = parts.reduce(into: Set<Feature>()) { $0.formUnion($1.features) }
        features.formUnion(try direction())
        // Is task 53 led by …: an English question that begins so asks whether.
        if parts.first?.features == ["aux"] { features.insert("whether") }
        if let last { features.formUnion(inherited(from: last, besides: features)) }
        var readings: [Reading] = []
        for rule in IntentRule.all {
            guard let (sum, parts) = rule.score(features) else { continue }
            var reading = Reading(
                question: Question(intent: rule.intent, isEnglish: isEnglish), score: sum, parts: parts)
            reading.features = features
            try fill(&reading, rule)
            readings.append(reading)
        }
        return readings.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(
            \.element)
    }

    /// What this question has from the one before.
    private func inherited(from last: Reading, besides own: Set<Feature>) -> Set<Feature> {
        let asking: Set<Feature> = [
            "who", "what", "when", "amount", "count", "whether", "doc", "most", "says", "defines", "force", "effect",
            "expiry",
            "issue", "interpret", "recipients", "number", "title",
        ]
        let objects: Set<Feature> = ["document", "label", "article", "unit", "topic", "person.name", "dates", "place"]
        var features = last.features.intersection(objects)
        // 那市水务局呢 asks the same of another; 那什么时候完成 something else of the same.
        if own.isDisjoint(with: asking) { features.formUnion(last.features.intersection(asking)) }
        let roles: Set<Feature> = ["lead", "resp", "support", "implement", "role"]
        if own.isDisjoint(with: asking), own.isDisjoint(with: roles) {
            features.formUnion(last.features.intersection(roles))
        }
        if !own.isDisjoint(with: roles), own.isDisjoint(with: ["unit"]), last.question.intent == .units {
            features.remove("unit")
        }
        return features
    }

    /// The words alone, whatever is asked.
    func matterAlone() throws -> Reading? {
        var reading = Reading(question: Question(intent: .passages, isEnglish: isEnglish), score: 0, parts: [:])
        reading.features = parts.reduce(into: []) { $0.formUnion($1.features) }
        try fill(
            &reading,
            IntentRule(
                intent: .passages, needs: [],
                weights: ["unit": 0, "who": 0, "what": 0, "when": 0, "whether": 0, "amount": 0]))
        return reading.matter.isEmpty ? nil : reading
    }

    /// Whether most of its words are English.
    private var isEnglish: Bool {
        var latin = 0
        var han = 0
        for part in parts {
            switch part.value {
            case .cue, .text, .translated, .place:
                if text.folded[part.range].contains(where: \.isHan) {
                    han += part.range.count
                } else if text.folded[part.range].contains(where: { $0.properties.isAlphabetic }) {
                    latin += 1
                }
            default: break
            }
        }
        return latin > 0 && latin * 2 > han
    }

    // MARK: Which of two instruments cites

    private static let citing: Set<Feature> = ["basis", "mention", "repeals", "amends", "forwards"]

    /// Whether what cites is asked for, or what is cited.
    private func direction() throws -> Set<Feature> {
        let passive = parts.firstIndex { $0.features.contains("passive") }
        // 被哪份文件落实: to carry out is to be based on, where documents do it.
        let words = passive == nil ? Self.citing : Self.citing.union(["implement"])
        guard let predicate = parts.firstIndex(where: { !$0.features.isDisjoint(with: words) }) else { return [] }
        let isCarriedOut =
            parts[predicate].features.contains("implement") && parts[predicate].features.isDisjoint(with: Self.citing)
        let carried: Set<Feature> = isCarriedOut ? ["basis"] : []
        let object =
            parts.firstIndex { $0.features.contains("document") }
            ?? parts.firstIndex { $0.isText }
        guard let object else { return [] }
        let asking = parts.firstIndex {
            !$0.features.isDisjoint(with: ["who", "what", "doc"]) && $0.features.isDisjoint(with: Self.citing)
        }
        if let passive, passive < predicate {
            return carried.union([passive < object && object < predicate ? "cited" : "cites"])
        }
        if object > predicate { return ["cites"] }
        // 由谁废止: 由 stands before who does it.
        if let asking, object < asking, asking < predicate,
            "由被".contains(text.key(parts[asking].range).prefix(1)) || parts[asking - 1].features.contains("by")
        {
            return ["cites"]
        }
        if parts[predicate...].dropFirst().first?.features.contains("by") ?? false { return ["cites"] }
        // 某法是哪些文件的依据
        if let asking, object < asking, asking < predicate, parts[predicate].features.contains("basis"),
            parts[predicate - 1].isFiller, text.key(parts[predicate - 1].range) == "的",
            parts[(predicate + 1)...].allSatisfy(\.isFiller)
        {
            return ["cites"]
        }
        return ["cited"]
    }

    // MARK: The parts of a reading

    private func fill(_ reading: inout Reading, _ rule: IntentRule) throws {
        var matters: [Evidence] = []
        var mentions: [(DocumentMention, Evidence)] = []
        for part in parts {
            switch part.value {
            case .number, .title, .mention:
                guard let mention = try mention(part.value) else { continue }
                if case .title = part.value, mention.documents.isEmpty, rule.intent.isOfRecords {
                    // 落实《某法》由谁牵头: what a task speaks of.
                    matters.append(part)
                } else {
                    mentions.append((mention, part))
                }
            case .dates(let dates):
                if let year = dates.year { reading.years.append(year) }
                if reading.question.dates == nil {
                    reading.question.dates = dates
                    add("dates", part, to: &reading)
                }
            case .label(let label) where reading.question.label == nil && rule.weights["label"] != nil:
                reading.question.label = label
                add("label", part, to: &reading)
            case .article(let label) where reading.question.article == nil && (rule.weights["article"] ?? 0) > 0:
                reading.question.article = label
                add("article", part, to: &reading)
            case .unit(let meaning)
            where reading.unit == nil && !reading.hasUnknownUnit && (rule.weights["unit"] ?? -9) > -2:
                (reading.unit, reading.question.unit) = (meaning, text.text(part.range))
                if let area = meaning.area { try require(area, of: &reading) }
                add("unit", part, to: &reading)
            case .unknownUnit where reading.unit == nil && rule.intent.needsKnownUnits:
                reading.hasUnknownUnit = true
                reading.question.unit = text.text(part.range)
                add("unit", part, to: &reading)
            case .person(let name) where reading.question.person == nil && (rule.weights["person.name"] ?? -1) > 0:
                reading.question.person = name
                add("person", part, to: &reading)
            case .place(let documents):
                reading.places = reading.places.map { $0.intersection(documents) } ?? documents
                reading.question.area = (reading.question.area ?? "") + text.text(part.range)
                add("place", part, to: &reading)
            case .cue(let features):
                if part.isFiller || rule.intent == .passages {
                    reading.dropped.append(text.text(part.range))
                } else if features.contains(where: { rule.weights[$0] != nil || ["filler", "by", "aux"].contains($0) })
                {
                    add("asks", part, to: &reading)
                } else {
                    matters.append(part)
                }
            default: matters.append(part)
            }
        }
        setDocuments(mentions, of: &reading)
        reading.isCount = reading.features.contains("count")
        setRoles(&reading, rule)
        if let last { complete(&reading, from: last, rule) }
        try setMatter(matters, of: &reading)
        if let last, reading.matter.isEmpty {
            reading.matter = last.matter
            reading.question.topic = last.question.topic
        }
    }

    /// Takes over the parts that this question leaves unsaid.
    private func complete(_ reading: inout Reading, from last: Reading, _ rule: IntentRule) {
        let roles: Set<Feature> = ["lead", "resp", "support", "implement", "role"]
        if !parts.contains(where: { !$0.features.isDisjoint(with: roles) }) {
            reading.question.role = last.question.role
        }
        if reading.documents == nil {
            (reading.documents, reading.question.document) = (last.documents, last.question.document)
        }
        if reading.question.label == nil, rule.weights["label"] != nil { reading.question.label = last.question.label }
        if reading.question.article == nil, rule.weights["article"] ?? 0 > 0 {
            reading.question.article = last.question.article
        }
        if reading.unit == nil, rule.weights["unit"] ?? -9 > 0 {
            (reading.unit, reading.question.unit) = (last.unit, last.question.unit)
        }
        if reading.question.person == nil, rule.weights["person.name"] ?? -1 > 0 {
            reading.question.person = last.question.person
        }
        if reading.places == nil { (reading.places, reading.question.area) = (last.places, last.question.area) }
        if reading.question.dates == nil, rule.weights["dates"] ?? -1 > 0 {
            (reading.question.dates, reading.years) = (last.question.dates, last.years)
        }
    }

    private func add(_ kind: String, _ part: Evidence, to reading: inout Reading) {
        reading.slots.append(
            Slot(kind: kind, text: text.text(part.range), start: part.range.lowerBound, end: part.range.upperBound))
    }

    private func require(_ area: String, of reading: inout Reading) throws {
        let documents = names.places.documents[area] ?? []
        reading.places = reading.places.map { $0.intersection(documents) } ?? documents
        reading.question.area = reading.question.area ?? area
    }

    private func mention(_ value: Evidence.Value) throws -> DocumentMention? {
        switch value {
        case .number(let number):
            let documents = try names.documents(numbered: number)
            let key = try names.archive.key(number)
            // Who cites it may give its title alone, or only its number.
            return DocumentMention(documents: documents, cited: [.init(title: nil, number: key)])
        case .title(let title):
            let key = try names.archive.key(title)
            let cited = try names.citedNames().filter {
                $0.title == key || $0.title.map { $0.hasSuffix(key) || $0.contains(key) } ?? false
            }
            return DocumentMention(
                documents: try names.documents(titled: title),
                cited: cited.map { .init(title: $0.title, number: $0.number) })
        case .mention(let mention): return mention
        default: return nil
        }
    }

    private func setDocuments(_ mentions: [(DocumentMention, Evidence)], of reading: inout Reading) {
        guard let first = mentions.first else { return }
        var mention = first.0
        var printed = [text.text(first.1.range)]
        // Two names of one document: its title and its number.
        for (other, part) in mentions.dropFirst() {
            let both = Set(mention.documents).intersection(other.documents)
            if !both.isEmpty {
                mention.documents = mention.documents.filter(both.contains)
            } else {
                reading.sides.append(other)
            }
            printed.append(text.text(part.range))
        }
        if !reading.sides.isEmpty { reading.sides.insert(mention, at: 0) }
        reading.documents = mention
        for (_, part) in mentions { add("document", part, to: &reading) }
        reading.question.document = printed.joined(separator: "、")
    }

    private func setRoles(_ reading: inout Reading, _ rule: IntentRule) {
        func role(_ features: Set<Feature>) -> AssignmentRecord.Role? {
            if features.contains("lead") { return .lead }
            if features.contains("support") { return .support }
            if features.contains("implement") { return .implement }
            return features.contains("resp") ? .responsible : nil
        }
        let cues = parts.compactMap { part -> Set<Feature>? in
            guard case .cue(let features) = part.value, features.isDisjoint(with: Self.citing) else { return nil }
            return features
        }
        // 牵头单位 says itself whom it asks for.
        let asked = cues.filter { $0.contains("who") }.compactMap(role)
        let all = asked.isEmpty ? cues.compactMap(role) : asked
        let roles = Set(all)
        if asked.count > 1, roles.count > 1 {
            // 牵头单位和责任单位: both are asked for.
            reading.question.role = nil
        } else if roles == [.lead, .responsible] {
            reading.question.role = .lead
        } else if roles.count == 1 {
            reading.question.role = roles.first
        } else if roles.contains(.implement), roles.count == 2 {
            reading.question.role = roles.subtracting([.implement]).first
        }
        // 负责 of a unit means any of its roles.
        if rule.weights["unit"] ?? 0 > 0, reading.question.role == .responsible { reading.question.role = nil }
        for (feature, relation) in Self.relations where reading.features.contains(feature) {
            reading.question.relation = relation
            break
        }
        if reading.question.relation == .mention { reading.question.relation = nil }
        if ![.citing, .cited].contains(reading.question.intent) { reading.question.relation = nil }
    }

    private static let relations: [(Feature, CitationRecord.Relation)] = [
        ("repeals", .repeals), ("amends", .amends), ("forwards", .forwards), ("basis", .basis), ("mention", .mention),
    ]

    private func setMatter(_ matters: [Evidence], of reading: inout Reading) throws {
        var matter = Matter()
        var last: Int?
        var phraseStart = 0
        func close() {
            if let end = last { matter.phrases.append(text.text(phraseStart..<end)) }
            last = nil
        }
        for part in matters {
            if let end = last,
                end == part.range.lowerBound
                    || text.folded[end..<part.range.lowerBound].allSatisfy({ $0.properties.isWhitespace })
                    || isFilled(end..<part.range.lowerBound)
            {
                last = part.range.upperBound
            } else {
                close()
                phraseStart = part.range.lowerBound
                last = part.range.upperBound
            }
            try add(part, to: &matter)
            add("topic", part, to: &reading)
        }
        close()
        reading.matter = matter
        reading.question.topic = matter.isEmpty ? nil : matter.text
    }

    /// Whether a stretch has nothing but words that add nothing.
    private func isFilled(_ range: Range<Int>) -> Bool {
        parts.filter { range.contains($0.range.lowerBound) }.allSatisfy(\.isFiller)
            && text.folded[range].allSatisfy { $0.properties.isAlphabetic }
    }

    private func add(_ part: Evidence, to matter: inout Matter) throws {
        if case .translated(let forms) = part.value {
            matter.words.append(
                Matter.Word(
                    text: text.text(part.range), range: part.range,
                    forms: try forms.map { Array(try names.archive.key($0).utf8) }, weight: 1))
            return
        }
        for range in words.words(in: part.range) {
            if let forms = MatterWords.english[text.key(range)] {
                try add(Evidence(value: .translated(forms), range: range), to: &matter)
                continue
            }
            let key = try names.archive.key(text.text(range))
            let forms = [key] + (MatterWords.same[key] ?? [])
            matter.words.append(
                Matter.Word(text: text.text(range), range: range, forms: forms.map { Array($0.utf8) }, weight: 1))
        }
    }
}
