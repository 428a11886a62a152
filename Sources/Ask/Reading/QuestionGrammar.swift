import Extract
import Index

/// What a grammar has to know of an archive to tell a unit from a subject.
protocol KnownNames {
    /// Whether tasks or duties name the unit.
    func isUnit(_ name: String) -> Bool
    /// Whether documents have this number, title, or part of a title.
    func isDocument(_ name: String) -> Bool
    func isPerson(_ name: String) -> Bool
    /// Whether records of the kind that is asked for hold the text.
    func isTopic(_ text: String, of intent: Question.Intent) -> Bool
}

/// Reads a question.
///
/// A question has a word that asks and a predicate: 哪个单位 … 牵头, what … based on. Which predicate it is decides what is
/// asked for (``Production``); of several, the one that stands nearest to the word that asks. The rest of the words are the
/// parts of which it is asked: numbers, labels and dates by their form, texts by their place: what stands before the
/// predicate, or behind 由 and by, is the unit that acts, the rest what it is about. Every word must have a place, else the
/// question is not understood.
struct QuestionGrammar {
    let text: QuestionText
    let names: any KnownNames
    private let tokens: [QuestionToken]
    private let isEnglish: Bool
    private var readsDates = true

    /// - Parameter readsDates: Whether dates are parts of the question rather than of the texts in it.
    static func read(
        _ question: String, names: some KnownNames, today: String, readsDates: Bool = true
    ) throws(QuestionError) -> Question {
        let text = QuestionText(question)
        var grammar = QuestionGrammar(text: text, names: names, today: today)
        grammar.readsDates = readsDates
        return try grammar.question()
    }

    private init(text: QuestionText, names: any KnownNames, today: String) {
        self.text = text
        self.names = names
        tokens = QuestionLexer.tokens(of: text, today: today)
        let words = tokens.filter { token in
            switch token.kind {
            case .text, .document, .label, .article, .dates, .quoted: false
            default: true
            }
        }
        let latin = words.count { token in
            text.folded[token.range].allSatisfy { $0.isASCII }
                && text.folded[token.range].contains {
                    $0.properties.isAlphabetic
                }
        }
        isEnglish = latin * 2 > words.count
    }

    private func question() throws(QuestionError) -> Question {
        guard let core = Core.all(of: tokens, isEnglish: isEnglish).first else {
            throw QuestionError(problem: tokens.isEmpty ? .nothingAsked : .unknownRequest)
        }
        var question = Question(
            intent: core.production.intent, role: core.role, relation: core.relation, isEnglish: isEnglish)
        var consumed = core.consumed
        fill(&question, core, &consumed)
        try place(segments(without: consumed, core: core), in: &question, core: core)
        if question.intent == .definition, question.topic == nil, question.document == nil {
            throw QuestionError(problem: .unknownRequest)
        }
        return question
    }

    // MARK: Parts that are known by their form

    private func fill(_ question: inout Question, _ core: Core, _ consumed: inout Set<Int>) {
        for (index, token) in tokens.enumerated() where !consumed.contains(index) {
            switch token.kind {
            case .document(let name) where question.document == nil: question.document = name
            case .label(let label) where question.label == nil: question.label = label
            case .article(let label) where question.article == nil: question.article = label
            case .dates(let dates) where question.dates == nil && readsDates && core.production.takesDates:
                question.dates = dates
            case .predicate([.issue]) where question.relation != nil && !isInText(index, consumed):
                // 依据什么制定: the rest of the predicate.
                break
            case .predicate(let meanings) where question.role == nil && core.production.takesRole:
                // 市科技局负责完成哪些任务: the role belongs to the unit, whatever is asked.
                guard let role = meanings.compactMap(\.role).first, !isInText(index, consumed) else { continue }
                question.role = role
            default: continue
            }
            consumed.insert(index)
        }
        // Behind a label, or beside a word that asks, a noun is only its name.
        for (index, token) in tokens.enumerated() where !consumed.contains(index) {
            if case .noun = token.kind, !isInText(index, consumed) { consumed.insert(index) }
        }
    }

    /// Whether a token stands directly beside a text that is none of the parts known by their form.
    private func isInText(_ index: Int, _ consumed: Set<Int>) -> Bool {
        [index - 1, index + 1].contains { neighbour in
            guard tokens.indices.contains(neighbour), !consumed.contains(neighbour) else { return false }
            return tokens[neighbour].kind.isText
        }
    }

    // MARK: Texts

    /// A stretch of words that have no part yet.
    struct Segment {
        var tokens: Range<Int>
        /// Whether it stands before the predicate, or behind a word like 由 that names who acts.
        var isActor: Bool
    }

    private func segments(without consumed: Set<Int>, core: Core) -> [Segment] {
        var segments: [Segment] = []
        var start: Int?
        func close(_ end: Int) {
            guard let first = start else { return }
            start = nil
            guard tokens[first..<end].contains(where: \.isContent) else { return }
            segments.append(Segment(tokens: first..<end, isActor: isActor(first..<end, core)))
        }
        for index in tokens.indices {
            let isParting = consumed.contains(index) || index == core.agent
            if isParting { close(index) } else if start == nil { start = index }
        }
        close(tokens.count)
        return segments
    }

    private func isActor(_ range: Range<Int>, _ core: Core) -> Bool {
        guard let agent = core.agent else { return core.predicate.map { range.upperBound <= $0 } ?? true }
        return range.lowerBound > agent
    }

    /// Gives each text a part of the question.
    private func place(_ segments: [Segment], in question: inout Question, core: Core) throws(QuestionError) {
        var segments = segments
        // 甲市2026年…: an area that stands apart.
        if segments.count > 1, let name = forms(of: segments[0]).last, Self.isArea(name) {
            question.area = name
            segments.removeFirst()
        }
        // With an agent, what stands before it is what the question is about.
        if core.production.takesUnit, let actor = segments.lastIndex(where: \.isActor) {
            let segment = segments.remove(at: actor)
            try placeActor(segment, in: &question, core: core)
        }
        for segment in segments {
            let forms = forms(of: segment)
            if question.label == nil, let label = forms.last, QuestionLabels.isLabel(label) {
                question.label = label
            } else if question.document == nil, core.production.takesDocument,
                question.label != nil || !core.production.takesTopic,
                let name = forms.first(where: names.isDocument)
            {
                question.document = name
            } else if core.production.takesTopic, question.topic == nil {
                let topic = topic(of: forms, core)
                guard topic.count > 1 else { throw QuestionError(problem: .leftOver(topic)) }
                question.topic = topic
            } else if question.unit == nil, core.production.takesUnit {
                question.unit = forms.last(where: names.isUnit) ?? forms.last
            } else if !forms.allSatisfy({ $0.isEmpty }) {
                throw QuestionError(problem: .leftOver(forms.last ?? ""))
            }
        }
    }

    /// A text at the place of the one who acts is a unit, where it is known or looks like one; else a document, else a topic.
    private func placeActor(_ segment: Segment, in question: inout Question, core: Core) throws(QuestionError) {
        let known = core.production.intent == .duties ? names.isPerson : names.isUnit
        // 市科技局在装配式建筑方面: the longest known name at the beginning, then what it is about.
        for end in segment.tokens.reversed() where end >= segment.tokens.lowerBound {
            let forms = forms(of: Segment(tokens: segment.tokens.lowerBound..<end + 1, isActor: true))
            guard let name = forms.last(where: known) else { continue }
            question.unit = name
            let rest = Segment(tokens: end + 1..<segment.tokens.upperBound, isActor: false)
            guard tokens[rest.tokens].contains(where: \.isContent) else { return }
            let topic = topic(of: self.forms(of: rest), core)
            guard core.production.takesTopic, question.topic == nil else {
                throw QuestionError(problem: .leftOver(topic))
            }
            question.topic = topic
            return
        }
        let forms = forms(of: segment)
        if question.document == nil, core.production.takesDocument, let name = forms.first(where: names.isDocument) {
            question.document = name
        } else if !core.production.takesTopic || question.topic != nil || UnitShape.fits(forms.last ?? "") {
            question.unit = forms.last
        } else {
            let topic = topic(of: forms, core)
            guard topic.count > 1 else { throw QuestionError(problem: .leftOver(topic)) }
            question.topic = topic
        }
    }

    /// What no text that is asked about begins with.
    private static let openings = ["是", "的", "在", "由", "请", "关于", "对于"]

    private static func isArea(_ name: String) -> Bool {
        (2...8).contains(name.count) && name.last.map { "省市区县州盟旗".contains($0) } ?? false
    }

    /// The longest form of which records tell; else the shortest.
    private func topic(of forms: [String], _ core: Core) -> String {
        forms.first { names.isTopic($0, of: core.production.intent) }
            ?? (isEnglish ? forms.last : forms.first { form in !Self.openings.contains { form.hasPrefix($0) } }) ?? ""
    }

    /// The text of a segment, and the same with less and less of the words at its ends that add nothing.
    private func forms(of segment: Segment) -> [String] {
        var range = segment.tokens
        var forms: [String] = []
        func add() {
            guard let first = range.first, let last = range.last else { return }
            var form = text.text(tokens[first].range.lowerBound..<tokens[last].range.upperBound)
            // Marks around the whole are not part of it.
            if first == last, case .quoted(let inner) = tokens[first].kind { form = inner }
            if !form.isEmpty, forms.last != form { forms.append(form) }
        }
        func isEmptyWord(_ index: Int) -> Bool {
            switch tokens[index].kind {
            case .particle, .by, .asks: true
            default: false
            }
        }
        add()
        while let last = range.last, isEmptyWord(last) { range = range.lowerBound..<last }
        add()
        while let first = range.first, isEmptyWord(first) { range = first + 1..<range.upperBound }
        add()
        while let last = range.last, !tokens[last].isContent { range = range.lowerBound..<last }
        add()
        while let first = range.first, !tokens[first].isContent { range = first + 1..<range.upperBound }
        add()
        for index in segment.tokens {
            if case .quoted(let inner) = tokens[index].kind, !forms.contains(inner) { forms.append(inner) }
        }
        return forms
    }
}

extension Predicate {
    /// The role that it names, as a list of one, where it names any.
    fileprivate var role: AssignmentRecord.Role? {
        if case .role(let role) = self { return role }
        return nil
    }
}
