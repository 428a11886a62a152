import Extract
import Index
import Ingest

/// Questions that the texts themselves answer: articles, terms, obligations, passages.
extension Reply {
    mutating func provisions() throws {
        let label = question.article ?? question.label
        used.insert("label")
        let matter = reading.matter
        var documents = try askedDocuments()
        if documents.isEmpty, reading.documents == nil, !matter.isEmpty, label != nil {
            // A document without a title of its own is known by what it says.
            documents = Array(try documentsByMatter(limit: 1).prefix(1)).filter {
                names.documents[$0].summary.kind == nil
            }
            isNearest = true
        }
        guard let label else { return try contents(of: documents, matter) }
        let number = Self.number(label)
        for (index, record) in try records(of: documents) {
            for found in ProvisionSearch.all(in: record.provisions) {
                let provision = found.provision
                guard question.article == nil || provision.level == .article, provision.label != nil,
                    provision.label == label
                        || number != nil && number == (provision.number ?? provision.label.flatMap(Self.number))
                else { continue }
                items.append(
                    item(
                        index, record: provision.id, label: provision.label, path: found.path,
                        subject: provision.heading,
                        values: Self.lines(of: provision).map { AnswerValue($0) },
                        quote: provision.text.isEmpty ? provision.heading ?? "" : provision.text,
                        at: provision.span.start))
            }
        }
        // A label of several levels of headings is that of the task before that of an article.
        if items.isEmpty { documents.isEmpty ? try noteNoDocument() : note(.noArticle, label) }
    }

    /// The headings of documents, or the passages with the words that were asked about.
    private mutating func contents(of documents: [Int], _ matter: Matter) throws {
        guard !documents.isEmpty else { return try noteNoDocument() }
        items = try records(of: documents).map { index, record in
            let headings = record.provisions.flatMap { [$0] + $0.children }.filter { $0.heading != nil }
            return documentItem(
                index,
                values: headings.map { AnswerValue([$0.label, $0.heading].compactMap(\.self).joined(separator: " ")) })
        }
        items.removeAll(where: \.values.isEmpty)
    }

    static func number(_ label: String) -> Int? {
        Numeral.value(of: QuestionText(label).folded.filter { !"()第条項项、.，。,款章节節 ".unicodeScalars.contains($0) })
    }

    private static func lines(of provision: Provision) -> [String] {
        let own = [provision.label, provision.heading, provision.text].compactMap(\.self).filter { !$0.isEmpty }
        return [own.joined(separator: " ")] + provision.children.flatMap(lines)
    }

    // MARK: Terms

    mutating func definitions() throws {
        try weighMatter()
        if reading.matter.isEmpty, question.unit != nil { used.insert("unit") }
        let units = reading.matter.isEmpty ? [question.unit].compactMap(\.self) : []
        let terms = Set(
            units + reading.matter.phrases + reading.matter.phrases.map { $0.filter { !"“”\"「」".contains($0) } }
        ).filter { !$0.isEmpty }
        guard !terms.isEmpty else { return }
        let asked = Set(try terms.map(archive.key))
        let found = try archive.records(
            DefinitionRecord.self, in: .definitions, RecordConditions(documents: keys(scope)), where: asked.contains)
        items = found.compactMap { entry in
            guard let index = names.index(of: entry.document) else { return nil }
            return item(
                index, record: entry.record.provision, label: entry.label, path: entry.path, subject: entry.record.term,
                values: [AnswerValue(entry.record.meaning)], quote: entry.record.quote, at: entry.record.span.start)
        }
        for term in terms.sorted() where items.isEmpty { try definedInText(term) }
        if items.isEmpty { note(.notSaid, terms.sorted().first) }
    }

    /// 本办法所称有效乘客投诉，指…: sentences that say what a term means.
    private mutating func definedInText(_ term: String) throws {
        let scope = scope.map(Set.init)
        for passage in try names.passages(.phrase(term), limit: 80) {
            guard let index = passage.document, scope?.contains(index) ?? true else { continue }
            for sentence in Sentences.of(passage.hit.text) where Sentences.defines(sentence, term) {
                items.append(textItem(passage.hit, index, subject: term, values: [sentence], quote: sentence))
            }
        }
    }

    func textItem(
        _ hit: SearchHit, _ index: Int, subject: String?, values: [String], quote: String
    ) -> AnswerItem {
        item(
            index, record: hit.provision, label: hit.label, path: hit.path, subject: subject,
            values: values.map { AnswerValue($0) }, quote: quote, at: PlaceRecord(line: hit.line, column: hit.column))
    }

    // MARK: Obligations

    /// Sentences in which the subject stands before a word for what must, must not or may be done.
    mutating func obligations() throws {
        try weighMatter()
        let modals =
            ["mustnot", "may", "must", "condition"].first { reading.features.contains($0) }.flatMap { Modal.words[$0] }
            ?? []
        let subject = reading.matter.words.filter { $0.weight >= 0.25 }
        guard !subject.isEmpty || scope != nil else { return }
        let scope = scope.map(Set.init)
        let queries = subject.map { Query.phrase($0.text) } + (question.unit.map { [Query.phrase($0)] } ?? [])
        used.insert("unit")
        guard !queries.isEmpty else { return }
        for passage in try names.passages(.boolean(must: queries, should: [], mustNot: []), limit: 200) {
            guard let index = passage.document, scope?.contains(index) ?? true else { continue }
            for sentence in Sentences.of(passage.hit.text) {
                let key = Haystack(try archive.key(sentence))
                guard reading.matter.missing(in: [key]).allSatisfy({ $0.weight < 0.25 }),
                    modals.contains(where: { key.contains(Array($0.utf8)) })
                else { continue }
                let listed = ":：".contains(sentence.last ?? " ") ? try below(passage.hit, index) : []
                items.append(textItem(passage.hit, index, subject: nil, values: [sentence] + listed, quote: sentence))
            }
        }
        if items.isEmpty { note(.notSaid, question.topic) }
    }

    /// The passages with all words; else those with all but the words of their document's title.
    private func textPassages(_ queries: [Query], _ words: [Matter.Word]) throws -> [FoundPassage] {
        let all = try names.passages(.boolean(must: queries, should: [], mustNot: []), limit: 40)
        guard all.isEmpty, queries.count == words.count, words.count > 2 else { return all }
        let titled = names.titles.indices.filter { index in
            words.contains { word in
                names.titles[index].contains { title in word.forms.contains { title.contains($0) } }
            }
        }
        for index in titled {
            let rest = zip(words, queries).filter { word, _ in
                !names.titles[index].contains { title in word.forms.contains { title.contains($0) } }
            }
            guard rest.count > 1 else { continue }
            let found = try names.passages(.boolean(must: rest.map(\.1), should: [], mustNot: []), limit: 20)
                .filter { $0.document == index }
            if !found.isEmpty { return found }
        }
        return []
    }

    /// What of a passage can tell what was asked: who does something, a figure or day, or all of it.
    private func telling(_ text: String, of words: [Matter.Word], around: [Haystack]) throws -> [String] {
        let asksWho = reading.features.contains("who")
        let asksFigure = !reading.features.isDisjoint(with: ["amount", "when", "duration", "count", "target"])
        guard asksWho || asksFigure else { return [text] }
        return try Sentences.of(text).filter { sentence in
            let key = Haystack(try archive.key(sentence))
            let texts = [key] + around
            guard words.allSatisfy({ word in texts.contains { text in word.forms.contains { text.contains($0) } } }),
                words.contains(where: { word in word.forms.contains { key.contains($0) } })
            else { return false }
            return asksWho
                ? Modal.acting.contains { key.contains(Array($0.utf8)) }
                : sentence.unicodeScalars.contains { $0.properties.numericType == .decimal }
        }
    }

    /// What stands under the provision of a passage.
    private func below(_ hit: SearchHit, _ index: Int) throws -> [String] {
        guard let id = hit.provision, let record = try archive.documentRecord(names.documents[index].key),
            let found = ProvisionSearch.all(in: record.provisions).first(where: { $0.provision.id == id })
        else { return [] }
        return found.provision.children.flatMap(Self.lines)
    }

    // MARK: Passages

    /// The passages that have all words that say something; they are likely to tell what was asked, and no more.
    mutating func passages() throws {
        try weighMatter()
        let words = reading.matter.words.filter { $0.weight >= 0.25 }
        guard !words.contains(where: \.isAbsent), words.count > 1 || (words.first?.weight ?? 0) > 0.55 else { return }
        guard question.label == nil, question.article == nil else { return }
        let scope = scope.map(Set.init)
        var queries = words.map { word -> Query in
            let forms = word.forms.map { Query.phrase(String(decoding: $0, as: UTF8.self)) }
            return forms.count == 1 ? forms[0] : .boolean(must: [], should: forms, mustNot: [])
        }
        if let unit = reading.unit {
            used.insert("unit")
            queries.append(.boolean(must: [], should: unit.keys.prefix(8).map { .phrase($0) }, mustNot: []))
        }
        if let year = question.dates?.year {
            used.insert("dates")
            queries.append(.phrase(String(year)))
        }
        for passage in try textPassages(queries, words) where items.count < 3 {
            guard let index = passage.document, scope?.contains(index) ?? true else { continue }
            let around = try passage.hit.path.map { Haystack(try archive.key($0)) } + names.titles[index]
            let sentences = try telling(passage.hit.text, of: words, around: around)
            guard !sentences.isEmpty else { continue }
            items.append(textItem(passage.hit, index, subject: nil, values: sentences, quote: passage.hit.text))
        }
        isNearest = true
    }
}

/// Words by which texts say what must, must not and may be done.
enum Modal {
    /// By which a sentence says who does something.
    static let acting = ["负责", "牵头", "主管", "组织", "承担", "会同", "由"]
    static let words: [Feature: [String]] = [
        "mustnot": ["不得", "严禁", "禁止", "不准", "不允许", "不许", "不能"],
        "must": ["应当", "必须", "应", "须", "不得", "负责"],
        "may": ["可以", "可", "有权", "允许", "鼓励", "严禁", "禁止", "不得"],
        "condition": ["条件", "具备", "应当", "具有"],
    ]
}

/// Sentences of passages.
enum Sentences {
    /// Returns the sentences of a text, each with the mark that ends it.
    static func of(_ text: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        for character in text {
            current.append(character)
            if "。；;！？\n".contains(character) {
                let sentence = current.trimmingPrefix { $0.isWhitespace }
                if !sentence.isEmpty { sentences.append(String(sentence)) }
                current = ""
            }
        }
        let rest = current.trimmingPrefix { $0.isWhitespace }
        return rest.isEmpty ? sentences : sentences + [String(rest)]
    }

    /// Whether a sentence says what a term means: the term, then 指 or 是指.
    static func defines(_ sentence: String, _ term: String) -> Bool {
        let text = QuestionText(sentence).folded
        let term = QuestionText(term).folded
        guard !term.isEmpty, text.count > term.count else { return false }
        for start in 0...(text.count - term.count) where text[start..<start + term.count].elementsEqual(term) {
            var at = start + term.count
            while at < text.count, "，,、“”\"」』:：()".unicodeScalars.contains(text[at]) || text[at].properties.isWhitespace
            { at += 1 }
            let rest = text[min(at, text.count)...]
            if ["是指", "指的是", "指", "系指"].contains(where: { rest.starts(with: Array($0.unicodeScalars)) }) {
                return !rest.starts(with: Array("指导".unicodeScalars)) && !rest.starts(with: Array("指标".unicodeScalars))
                    && !rest.starts(with: Array("指定".unicodeScalars)) && !rest.starts(with: Array("指挥".unicodeScalars))
            }
        }
        return false
    }
}
