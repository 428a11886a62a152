import Ingest

/// Makes the records of appointments and removals (任免) of a document.
struct AppointmentExtractor {
    let passages: [Passage]
    /// 成文日期, which holds where the text names no other day.
    let signed: String?

    /// The appointments, in the order of the text.
    func appointments(title: String) -> [AppointmentRecord] {
        let words = Array(title.unicodeScalars)
        let isTitled = Self.isTitled(words)
        var grammar = AppointmentGrammar(isTitled: isTitled)
        return passages.flatMap { passage -> [AppointmentRecord] in
            // Most texts appoint nobody.
            guard isTitled || Self.hints.occurs(in: passage.text.scalars) else { return [] }
            return grammar.read(passage.text.scalars, from: passage.bodyStart).compactMap { record($0, passage) }
        }
    }

    private static let hints = WordList(LexiconFile("appointment-verbs").words.filter { $0.count > 1 } + ["同志", "不再"])

    private static func isTitled(_ title: [Unicode.Scalar]) -> Bool {
        ["任免", "任职", "免职", "任命", "免去", "职务", "聘任"].contains { title.contains($0) }
    }

    private func record(_ match: AppointmentMatch, _ passage: Passage) -> AppointmentRecord? {
        let text = passage.text
        guard let span = text.span(of: match.range) else { return nil }
        let name = { (range: Range<Int>) in text.printed[range].filter { !$0.isBlank }.string }
        return AppointmentRecord(
            person: name(match.person), post: match.post.map(name).joined(), act: match.act,
            date: match.date?.description ?? signed, trial: match.trial.map(name),
            rule: match.verb.isEmpty ? "verb above" : "verb \(name(match.verb))", quote: text.string(match.range),
            provision: passage.provision, span: SpanRecord(span))
    }

    /// The persons of appointments with their posts, as records of duties.
    static func duties(of appointments: [AppointmentRecord]) -> [DutyRecord] {
        var duties: [DutyRecord] = []
        for appointment in appointments {
            if let index = duties.firstIndex(where: { $0.person == appointment.person && $0.act == appointment.act }) {
                if !duties[index].posts.contains(appointment.post) { duties[index].posts.append(appointment.post) }
                continue
            }
            var duty = DutyRecord(
                person: appointment.person, posts: [appointment.post], charge: [], oversees: [], liaises: [],
                rule: "appointment", quote: appointment.quote, span: appointment.span)
            duty.act = appointment.act
            duties.append(duty)
        }
        return duties
    }
}
