import Index

/// Tries the readings of a question, and decides which of their answers to give.
struct ReadingJudge {
    let names: ArchiveNames
    let today: String

    /// How far below the likeliest reading another may lie to be tried.
    private static let reach = 3.0
    /// How far below it another's answer may still be given as sure.
    private static let sureReach = 1.0

    func answer(_ readings: [Reading], text: String) throws -> Answer {
        var scores = readings.map {
            ReadingScore(intent: $0.question.intent, score: $0.score, parts: $0.parts, tier: nil)
        }
        func finished(_ answer: Answer) -> Answer {
            var answer = answer
            answer.readings = scores
            return answer
        }
        // Why something is, and what one thinks of it, no record tells.
        let isBeyond = readings.first.map { !$0.features.isDisjoint(with: ["why", "opinion"]) } ?? false
        guard let first = readings.first, !isBeyond else {
            return try finished(
                readings.isEmpty
                    ? passages(text) ?? .notUnderstood(QuestionError(problem: .unknownRequest), text)
                    : .notUnderstood(QuestionError(problem: .unknownRequest), text))
        }
        var best: Answer?
        for (index, reading) in readings.enumerated()
        where reading.score >= first.score - Self.reach && reading.score > 0 {
            var reply = Reply(reading: reading, names: names, today: today)
            try reply.make()
            var answer = reply.answer()
            if answer.tier == .answer, reading.score < first.score - Self.sureReach { answer.tier = .likely }
            scores[index].tier = answer.tier
            if best.map({ answer.tier.rank > $0.tier.rank }) ?? true { best = answer }
            if answer.tier == .answer { break }
        }
        guard let best else { return finished(.notUnderstood(QuestionError(problem: .unknownRequest), text)) }
        if best.tier == .none, let found = try passages(after: first) { return finished(found) }
        return finished(best)
    }

    /// The passages that have all words of a question of which no other reading was answered.
    private func passages(after reading: Reading) throws -> Answer? {
        var reading = reading
        guard reading.features.isDisjoint(with: ["why", "opinion", "unit.unknown"]),
            // What a unit has to do, its tasks tell or nothing does.
            reading.unit == nil || !reading.question.intent.needsKnownUnits
        else { return nil }
        reading.question.intent = .passages
        var reply = Reply(reading: reading, names: names, today: today)
        try reply.passages()
        return reply.items.isEmpty ? nil : reply.answer()
    }

    private func passages(_ text: String) throws -> Answer? {
        guard let reading = try QuestionReader(names: names, today: today).matterAlone(of: text) else { return nil }
        return try passages(after: reading)
    }
}

extension Answer.Tier {
    /// The surer, the higher.
    var rank: Int {
        switch self {
        case .answer: 3
        case .likely: 2
        case .none: 1
        case .notUnderstood: 0
        }
    }
}

extension Answer {
    static func notUnderstood(_ error: QuestionError, _ text: String) -> Answer {
        Answer(
            question: nil, tier: .notUnderstood, outcome: .nothing, items: [], exact: nil, count: nil,
            notes: [
                AnswerNote(
                    code: error.problem == .nothingAsked ? .nothingAsked : .notUnderstood, subject: nil, values: [])
            ], slots: [], dropped: [], unmatched: [text], readings: [])
    }
}
