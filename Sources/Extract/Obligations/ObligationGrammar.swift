import Ingest

/// A duty, ban or power that a sentence sets, with its places in the paragraph.
struct ObligationMatch: Equatable, Sendable {
    var subject: Range<Int>?
    var force: ObligationRecord.Force
    var modal: Range<Int>
    var act: Range<Int>
    var condition: Range<Int>?
    var consequence: Range<Int>?
    /// Whether the subject stands in a clause before.
    var isCarried = false
    /// From the first to the last of its parts.
    var range: Range<Int>
}

/// Reads who has to do, must not do or may do what.
///
///     sentence  := {condition "，"} subject {adverb} modal act {"，" [subject] modal act} ["；" breach "，" sanction]
///
/// A modal verb within an attribute (应当公开的信息, 不得公开的，) sets nothing.
///
/// ```swift
/// let text = AnalyzedText(Array("承储企业应当建立台账，不得虚报数量。".unicodeScalars))
/// ObligationGrammar.obligations(in: text)   // 承储企业 | 应当 | 建立台账; 承储企业 | 不得 | 虚报数量
/// ```
enum ObligationGrammar {
    /// The duties, bans and powers of one paragraph, in reading order.
    ///
    /// - Parameters:
    ///   - text: The paragraph.
    ///   - start: Where its own text begins, behind its label.
    /// - Complexity: O(*n*) in the length of the paragraph.
    static func obligations(in analyzed: AnalyzedText, from start: Int = 0) -> [ObligationMatch] {
        let (text, brackets) = (analyzed.scalars, analyzed.brackets)
        var found: [ObligationMatch] = []
        for sentence in ClauseCutter.sentences(text, brackets, from: start) {
            if let breach = breach(text, sentence) {
                if let last = found.indices.last, found[last].consequence == nil { found[last].consequence = breach }
                continue
            }
            var reader = ObligationReader(text: text, brackets: brackets, sentence: sentence)
            found += reader.read()
        }
        return found
    }

    /// The whole of a sentence that says what follows where a duty is not kept: 违反前款规定的，处…罚款.
    private static func breach(_ text: [Unicode.Scalar], _ sentence: ClauseCutter.Sentence) -> Range<Int>? {
        let range = sentence.range
        let start = range.first { !text[$0].isBlank } ?? range.lowerBound
        guard ObligationWords.breaches.match(text, at: start, before: range.upperBound) != nil,
            ObligationWords.sanctions.occurs(in: text, range)
        else { return nil }
        return start..<range.upperBound
    }
}

/// Cuts a paragraph into sentences and clauses outside of brackets and quotation marks.
enum ClauseCutter {
    struct Sentence {
        var range: Range<Int>
        var clauses: [Range<Int>]
    }

    static func sentences(_ text: [Unicode.Scalar], _ brackets: BracketMap, from start: Int) -> [Sentence] {
        var sentences: [Sentence] = []
        var clauses: [Range<Int>] = []
        var sentence = start
        var clause = start
        func cut(_ index: Int) { if clause < index { clauses.append(clause..<index) } }
        for index in start..<max(start, text.count) where !brackets.isEnclosed(index) {
            if text[index].endsSentence {
                cut(index)
                if !clauses.isEmpty { sentences.append(Sentence(range: sentence..<index, clauses: clauses)) }
                clauses = []
                (sentence, clause) = (index + 1, index + 1)
            } else if text[index].isComma || text[index] == "：" || text[index] == ":" {
                cut(index)
                clause = index + 1
            }
        }
        cut(text.count)
        if !clauses.isEmpty { sentences.append(Sentence(range: sentence..<text.count, clauses: clauses)) }
        return sentences
    }
}

/// Reads one sentence, clause by clause.
private struct ObligationReader {
    let text: [Unicode.Scalar]
    let brackets: BracketMap
    let sentence: ClauseCutter.Sentence
    private var found: [ObligationMatch] = []
    private var subject: Range<Int>?
    private var condition: Range<Int>?
    /// A clause before that holds no modal verb, which may be the subject: 重点单位，应当….
    private var noun: Range<Int>?

    private static let longestSubject = 60

    init(text: [Unicode.Scalar], brackets: BracketMap, sentence: ClauseCutter.Sentence) {
        self.text = text
        self.brackets = brackets
        self.sentence = sentence
    }

    mutating func read() -> [ObligationMatch] {
        for clause in sentence.clauses.map(trimmed) where !clause.isEmpty {
            if isCondition(clause) {
                condition = (condition?.lowerBound ?? clause.lowerBound)..<clause.upperBound
                noun = nil
            } else if let modal = modal(in: clause) {
                add(clause, modal)
            } else if let last = found.indices.last {
                found[last].act = found[last].act.lowerBound..<clause.upperBound
                found[last].range = found[last].range.lowerBound..<clause.upperBound
            } else if ObligationWords.agents.match(text, endingAt: clause.upperBound, from: clause.lowerBound) != nil {
                noun = clause
            } else {
                condition = (condition?.lowerBound ?? clause.lowerBound)..<clause.upperBound
            }
        }
        return found
    }

    private func trimmed(_ clause: Range<Int>) -> Range<Int> {
        let start = clause.first { !text[$0].isBlank } ?? clause.upperBound
        return start..<clause.upperBound
    }

    // MARK: Parts

    private mutating func add(_ clause: Range<Int>, _ modal: (range: Range<Int>, force: ObligationRecord.Force)) {
        var isCarried = false
        var acts = modal.range.upperBound..<clause.upperBound
        var own = whom(clause.lowerBound..<modal.range.lowerBound)
        if own.isEmpty, modal.force == .prohibition, let banned = banned(acts) {
            own = banned
            acts = banned.upperBound..<clause.upperBound
        }
        if let place = setting(of: own) {
            condition = (condition?.lowerBound ?? place.lowerBound)..<place.upperBound
            own = own.lowerBound..<place.lowerBound
            if own.isEmpty { subject = nil }
        }
        if !own.isEmpty {
            subject = own
        } else if condition != nil, condition?.upperBound == modal.range.lowerBound {
            isCarried = false
        } else if let noun, found.isEmpty, noun.count <= Self.longestSubject {
            subject = noun
            isCarried = true
        } else if modal.range.lowerBound == clause.lowerBound,
            text[modal.range.lowerBound] == "禁" || text[modal.range.lowerBound] == "严"
        {
            subject = nil
        } else {
            isCarried = subject != nil
        }
        let parts = [subject?.lowerBound, condition?.lowerBound].compactMap(\.self)
        let start = min(parts.min() ?? clause.lowerBound, clause.lowerBound)
        found.append(
            ObligationMatch(
                subject: subject, force: modal.force, modal: modal.range, act: acts, condition: condition,
                isCarried: isCarried, range: start..<clause.upperBound))
        condition = nil
        noun = nil
    }

    /// The words before a modal verb without what opens the clause and the adverbs before the verb.
    private func whom(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while let (length, _) = ObligationWords.openings.match(text, at: start, before: end) { start += length }
        while let (length, _) = ObligationWords.adverbs.match(text, endingAt: end, from: start) { end -= length }
        while start < end, text[end - 1].isBlank { end -= 1 }
        return end - start <= Self.longestSubject ? start..<end : end..<end
    }

    /// 在水库管理范围内 of 在水库管理范围内禁止炸鱼: where or when it holds, and no subject.
    private func setting(of range: Range<Int>) -> Range<Int>? {
        guard ObligationWords.settings.match(text, endingAt: range.upperBound, from: range.lowerBound) != nil else {
            return nil
        }
        let start = range.first { index in
            text[index] == "在" && (index == range.lowerBound || !"存现所潜内".unicodeScalars.contains(text[index - 1]))
        }
        if let start { return start..<range.upperBound }
        return ObligationWords.agents.match(text, endingAt: range.upperBound, from: range.lowerBound) == nil
            ? range : nil
    }

    /// 任何单位和个人 of 禁止任何单位和个人倾倒垃圾.
    private func banned(_ range: Range<Int>) -> Range<Int>? {
        guard text.has("任何", at: range.lowerBound) else { return nil }
        for word in ["单位和个人", "组织和个人", "单位或者个人", "组织或者个人", "个人和单位", "个人和组织", "单位、个人", "组织、个人", "机构和个人", "人"]
        where text.has(word, at: range.lowerBound + 2) {
            return range.lowerBound..<range.lowerBound + 2 + word.unicodeScalars.count
        }
        return nil
    }

    // MARK: Judging

    /// The modal verb that governs a clause; nil where it has none but within an attribute.
    private func modal(in clause: Range<Int>) -> (range: Range<Int>, force: ObligationRecord.Force)? {
        var index = clause.lowerBound
        var attribute: (range: Range<Int>, force: ObligationRecord.Force)?
        while index < clause.upperBound {
            if let (length, _) = ObligationWords.compounds.match(text, at: index, before: clause.upperBound) {
                index += length
            } else if !brackets.isEnclosed(index),
                let (length, force) = ObligationWords.modals.match(text, at: index, before: clause.upperBound)
            {
                let found = (index..<index + length, force)
                guard isAttribute(index + length, clause) else { return found }
                attribute = attribute ?? found
                index += length
            } else {
                index += 1
            }
        }
        // 应当公开的信息 alone is a noun; 单位应当按规定的期限报送 is none.
        guard let attribute, !endsAsNoun(attribute.range.upperBound, clause) else { return nil }
        return attribute
    }

    /// Whether a 的 soon follows, which may make an attribute of the verb.
    private func isAttribute(_ index: Int, _ clause: Range<Int>) -> Bool {
        text[index..<min(clause.upperBound, index + 12)].contains("的")
    }

    /// Whether no more than a noun stands behind the last 的 of a clause.
    private func endsAsNoun(_ index: Int, _ clause: Range<Int>) -> Bool {
        guard let last = text[index..<clause.upperBound].lastIndex(of: "的") else { return false }
        let isFirst = text[index..<last].contains("的") == false
        return isFirst && last - index <= 8 && clause.upperBound - last <= 6 && index - clause.lowerBound <= 6
    }

    /// Whether a clause tells when something holds.
    private func isCondition(_ clause: Range<Int>) -> Bool {
        guard let last = text[clause].last(where: { !$0.isBlank }) else { return false }
        if last == "的" { return true }
        guard modal(in: clause) == nil else { return false }
        if ObligationWords.bareConditions.match(text, at: clause.lowerBound, before: clause.upperBound) != nil {
            return true
        }
        guard
            ObligationWords.conditionEnds.match(text, endingAt: clause.upperBound, from: clause.lowerBound) != nil
        else { return false }
        return found.isEmpty
            || ObligationWords.conditions.match(text, at: clause.lowerBound, before: clause.upperBound) != nil
    }
}
