import Extract

/// The words of a question that say what is asked for: the word that asks, and the predicate.
struct Core {
    var production: Production
    var role: AssignmentRecord.Role?
    var relation: CitationRecord.Relation?
    /// The predicate's token; nil where there is none.
    var predicate: Int?
    /// The token behind which stands who acts: 由, by.
    var agent: Int?
    /// The tokens that have their part.
    var consumed: Set<Int> = []
    /// How far word and predicate are apart.
    fileprivate var cost = 0

    /// All ways to read the tokens, the likeliest first.
    static func all(of tokens: [QuestionToken], isEnglish: Bool) -> [Core] {
        let finder = CoreFinder(tokens: tokens, isEnglish: isEnglish)
        return finder.cores().enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
            .map(\.element)
    }
}

private struct CoreFinder {
    let tokens: [QuestionToken]
    let isEnglish: Bool

    /// A word that asks.
    struct Asking {
        var asked: Asked
        var tokens: Range<Int>
    }

    func cores() -> [Core] {
        let askings = self.askings()
        var cores: [Core] = []
        for asking in askings {
            for index in tokens.indices where !asking.tokens.contains(index) {
                guard case .predicate(let meanings) = tokens[index].kind else { continue }
                for meaning in meanings {
                    if let core = core(asking, index, meaning, all: askings) { cores.append(core) }
                }
            }
        }
        return cores.isEmpty ? withoutPredicate(askings) : cores
    }

    // MARK: Words that ask

    private func askings() -> [Asking] {
        var found: [Asking] = []
        for (index, token) in tokens.enumerated() {
            guard case .asks(let asked) = token.kind else { continue }
            found.append(asking(asked, at: index))
        }
        let strong = found.filter { $0.asked != .whether }
        if !strong.isEmpty { return strong }
        if !found.isEmpty { return found }
        // Is task 53 led by …: a question without a word that asks begins with a verb.
        if isEnglish, let first = tokens.first, first.kind == .particle {
            return [Asking(asked: .whether, tokens: 0..<1)]
        }
        // 市科技局牵头的任务: a noun says what is asked for.
        for (index, token) in tokens.enumerated().reversed() {
            if case .noun(let asked) = token.kind { return [Asking(asked: asked, tokens: index..<index + 1)] }
        }
        return [Asking(asked: .thing, tokens: 0..<0), Asking(asked: .whether, tokens: tokens.count..<tokens.count)]
    }

    /// The word with the noun that it belongs to: 哪个单位, which unit, 任务有哪些.
    private func asking(_ asked: Asked, at index: Int) -> Asking {
        guard [.thing, .document, .amount].contains(asked) else {
            return Asking(asked: asked, tokens: index..<index + 1)
        }
        var next = index + 1
        // What are the tasks: an English verb and article stand between.
        if asked == .thing, isEnglish { while next < tokens.count, tokens[next].kind == .particle { next += 1 } }
        if next < tokens.count, case .noun(let noun) = tokens[next].kind {
            return Asking(asked: noun, tokens: index..<next + 1)
        }
        guard asked == .thing else { return Asking(asked: asked, tokens: index..<index + 1) }
        var before = index - 1
        while before >= 0, tokens[before].kind == .particle { before -= 1 }
        if before >= 0, before < index - 1, case .noun(let noun) = tokens[before].kind {
            return Asking(asked: noun, tokens: before..<index + 1)
        }
        return Asking(asked: asked, tokens: index..<index + 1)
    }

    // MARK: With a predicate

    private func core(_ asking: Asking, _ index: Int, _ meaning: Predicate, all: [Asking]) -> Core? {
        let asked = Self.asked(asking.asked, by: tokens[index].form)
        let agent = agent(of: index, asking)
        let isSubject = isAgent(asking, predicate: index, agent: agent)
        guard var production = Production.of(asked, meaning, isSubject: isSubject) else { return nil }
        // 哪些任务要在…完成 has limits; 第53项任务什么时候完成 asks for one.
        if production.intent == .tasks, asked == .thing, hasDates, meaning == .due {
            production = .deadlines
        }
        var core = Core(production: production, predicate: index, agent: agent)
        if case .role(let role) = meaning { core.role = role }
        if case .cites(let relation) = meaning { core.relation = relation }
        core.consumed = Set(asking.tokens).union([index])
        for other in all { core.consumed.formUnion(other.tokens) }
        for (place, token) in tokens.enumerated() {
            if token.kind == .asks(.whether) { core.consumed.insert(place) }
            if token.kind == .by, place == agent || isBesideCore(place, asking, index) { core.consumed.insert(place) }
        }
        cluster(around: index, &core)
        // 制定 and 印发 stand in many questions that ask for something else.
        var weakness = meaning == .issue ? 2 : 0
        if index + 1 < tokens.count, case .predicate(let next) = tokens[index + 1].kind, meaning == .role(.responsible),
            !next.contains(where: \.isRole)
        {
            // 负责解释: what one is responsible for is what is said.
            weakness = 3
        }
        if !meaning.isRole, index > 0, tokens[index - 1].kind == .predicate([.role(.responsible)]) {
            core.consumed.insert(index - 1)
        }
        core.cost = distance(asking, index) * 2 + (index < asking.tokens.lowerBound ? 1 : 0) + weakness
        return core
    }

    /// 牵头单位是什么 asks for units, 完成时限是什么 for a time, whatever word asks.
    private static func asked(_ asked: Asked, by predicate: QuestionToken.Form) -> Asked {
        guard asked == .thing || asked == .task else { return asked }
        return switch predicate {
        case .unit: .unit
        case .time: .time
        case .plain: asked
        }
    }

    private var hasDates: Bool {
        tokens.contains { token in
            if case .dates = token.kind { return true }
            return false
        }
    }

    /// The word behind which stands who does what the predicate says.
    private func agent(of predicate: Int, _ asking: Asking) -> Int? {
        for (index, token) in tokens.enumerated() where token.kind == .by {
            guard index + 1 < tokens.count, !asking.tokens.contains(index + 1), tokens[index + 1].isContent else {
                continue
            }
            let isLatin = index > predicate
            // 由 stands before the predicate, by behind it.
            if isLatin == isEnglish || !isLatin { return index }
        }
        return nil
    }

    /// Whether what is asked for does what the predicate says: 哪些文件依据…, who leads, …被哪个文件废止.
    private func isAgent(_ asking: Asking, predicate: Int, agent: Int?) -> Bool {
        if agent != nil { return false }
        let before = asking.tokens.lowerBound - 1
        if before >= 0, tokens[before].kind == .by { return true }
        guard asking.tokens.upperBound <= predicate else { return false }
        return !tokens[asking.tokens.upperBound..<predicate].contains(where: \.isContent)
    }

    private func isBesideCore(_ place: Int, _ asking: Asking, _ predicate: Int) -> Bool {
        asking.tokens.contains(place + 1) || place + 1 == predicate || place - 1 == predicate
    }

    /// Predicates of the same kind beside the predicate, with no text behind them, say the same: 牵头负责落实.
    private func cluster(around index: Int, _ core: inout Core) {
        guard core.role != nil || core.production.intent == .units else { return }
        for neighbour in [index - 1, index + 1] where tokens.indices.contains(neighbour) {
            guard case .predicate(let meanings) = tokens[neighbour].kind else { continue }
            let isFree = !tokens.indices.contains(neighbour + 1) || tokens[neighbour + 1].kind != .text
            guard isFree || neighbour < index else { continue }
            for meaning in meanings {
                guard case .role(let role) = meaning else { continue }
                core.consumed.insert(neighbour)
                if role == .lead { core.role = .lead }
            }
        }
    }

    /// How many words stand between the word that asks and the predicate; words of the question's form don't count.
    private func distance(_ asking: Asking, _ predicate: Int) -> Int {
        guard !asking.tokens.isEmpty else { return predicate }
        let between =
            asking.tokens.upperBound <= predicate
            ? asking.tokens.upperBound..<predicate : predicate + 1..<max(predicate + 1, asking.tokens.lowerBound)
        return tokens[between].count(where: \.isContent)
    }

    // MARK: Without a predicate

    private func withoutPredicate(_ askings: [Asking]) -> [Core] {
        func core(_ production: Production, _ asking: Asking) -> Core {
            var core = Core(production: production)
            core.consumed = Set(asking.tokens)
            for other in askings { core.consumed.formUnion(other.tokens) }
            for (place, token) in tokens.enumerated() where token.kind == .asks(.whether) {
                core.consumed.insert(place)
            }
            return core
        }
        let hasArticle = tokens.contains { token in
            if case .article = token.kind { return true }
            return false
        }
        for asking in askings {
            if hasArticle { return [core(.provision, asking)] }
            if let production = Production.of(asking.asked) { return [core(production, asking)] }
            if asking.asked == .thing, !asking.tokens.isEmpty, tokens.contains(where: { $0.kind == .particle }) {
                return [core(.definition, asking)]
            }
        }
        return []
    }
}

extension Predicate {
    fileprivate var isRole: Bool {
        if case .role = self { return true }
        return false
    }
}
