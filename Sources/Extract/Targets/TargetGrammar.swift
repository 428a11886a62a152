import Ingest

/// Finds the quantified goals that a paragraph sets for the future.
///
/// A goal has an indicator, a sign, a number with its unit, and often a year: 到2025年，产前筛查率达到80%以上;
/// 改造老旧小区125个、背街小巷100条; 由10个工作日缩减至7个工作日. Facts of the past, numbers within names, parameters of
/// policies (subsidies, thresholds, scores) and counts of the text's own parts are none.
///
/// ```swift
/// let text = Array("新培育20个绿色工厂。".unicodeScalars)
/// TargetGrammar.targets(in: text, context: TargetContext(defaultYear: 2026))
/// // 新培育绿色工厂 = 20 个 in 2026
/// ```
///
/// Complexity: O(*n*) in the length of the paragraph.
enum TargetGrammar {
    /// The goals of one paragraph, in the order of their places.
    static func targets(in text: AnalyzedText, context: TargetContext = TargetContext()) -> [TargetMatch] {
        guard !context.isRetrospective, !Retrospect.opens(text.compact.scalars) else { return [] }
        var reader = TargetReader(text, context: context)
        return reader.read()
    }

    /// The goals of a paragraph that no other grammar reads.
    static func targets(in text: [Unicode.Scalar], context: TargetContext = TargetContext()) -> [TargetMatch] {
        targets(in: AnalyzedText(text), context: context)
    }
}

/// Walks over the sentences of a paragraph and remembers what later goals inherit.
struct TargetReader {
    let text: CompactText
    let scalars: [Unicode.Scalar]
    let brackets: BracketMap
    let context: TargetContext
    let anchors: YearAnchors
    var matches: [TargetMatch] = []

    /// The sentence in which the reader stands, and what was found out about it.
    var sentence = SentenceState(range: 0..<0)
    /// The clause before, whose noun an elided subject takes up.
    var previousClause: Range<Int>?

    init(_ text: AnalyzedText, context: TargetContext) {
        self.text = text.compact
        self.context = context
        scalars = text.compact.scalars
        brackets = text.compactBrackets
        anchors = YearAnchors(scalars, brackets: brackets, context: context)
    }

    mutating func read() -> [TargetMatch] {
        for sentence in TargetSentence.all(in: scalars, brackets, from: TargetSentence.labelEnd(scalars)) {
            self.sentence = SentenceState(range: sentence.range)
            self.sentence.note(scalars)
            for clause in sentence.clauses { read(clause) }
        }
        return matches
    }

    private mutating func read(_ clause: Range<Int>) {
        defer { if !clause.isEmpty { previousClause = clause } }
        let items = TargetItem.all(in: clause, scalars, brackets)
        let isCondition = Retrospect.isCondition(scalars, clause)
        defer { if isCondition { sentence.isConditional = true } }
        guard !items.isEmpty, !isCondition, !sentence.isConditional, !Retrospect.tellsPast(scalars, clause) else {
            return
        }
        sentence.beginClause(scalars, clause)
        for item in items {
            guard let match = judge(item, clause) else { continue }
            matches.append(match)
            sentence.hasGoal = true
        }
    }
}

/// What one sentence says about all of its numbers.
struct SentenceState: Sendable {
    var range: Range<Int>
    /// Whether it speaks of subsidies, fees or penalties.
    var isPolicy = false
    /// Whether the clause being read does.
    var isClausePolicy = false
    /// Whether the clause being read is of meetings and reports.
    var isClauseRoutine = false
    /// Whether it says how much money is given or taken for what.
    var isAward = false
    /// Whether a clause before was a condition (…的，).
    var isConditional = false
    /// Whether a goal was found in it already.
    var hasGoal = false
    /// The verb that later members of a list share.
    var listVerb: Range<Int>?
    /// The verb of the last goal in the sentence.
    var verb: Range<Int>?
    /// The sign that later members of a list share.
    var listSign: String?
    /// The subjects among which 分别 shares out the numbers.
    var shares: [Range<Int>] = []
    /// How many numbers the clause has shared out.
    var shareCount = 0
    /// The noun that all of them share: 排放总量.
    var shareHead: Range<Int>?
    /// The verb of change behind 分别.
    var shareChange: Range<Int>?
    /// The noun that elided subjects stand for.
    var subject: Range<Int>?

    init(range: Range<Int>) { self.range = range }

    /// Forgets what belongs to one clause, and finds out about the next.
    mutating func beginClause(_ text: [Unicode.Scalar], _ clause: Range<Int>) {
        listVerb = nil
        listSign = nil
        shares = []
        shareCount = 0
        shareHead = nil
        shareChange = nil
        isClausePolicy = isPolicy && TargetWords.policy.holds(in: text, clause)
        isClauseRoutine = TargetWords.routines.occurs(in: text, clause)
    }

    mutating func note(_ text: [Unicode.Scalar]) {
        isPolicy = TargetWords.policy.holds(in: text, range)
        isAward =
            isPolicy
            && range.contains { index in
                guard text[index] == "元", let before = text.at(index - 1) else { return false }
                return before.decimalDigit != nil || before == "万" || before == "亿"
            }
    }
}
