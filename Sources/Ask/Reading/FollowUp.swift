import Index

/// Questions that leave unsaid what the one before said: 那配合单位呢？
extension QuestionReader {
    /// Returns the readings of a question, completed by what was asked before.
    func readings(of text: String, after last: Reading, found: [Reading]) throws -> [Reading] {
        let parts = try self.parts(of: text)
        let features = parts.reduce(into: Set<Feature>()) { $0.formUnion($1.features) }
        let objects: Set<Feature> = ["document", "label", "article", "unit", "topic", "person.name", "dates"]
        let own = features.intersection(objects)
        // One that names what it is about, and asks, stands by itself.
        let opens = Self.openings.contains { QuestionText(text).folded.starts(with: Array($0.unicodeScalars)) }
        guard opens || own.isEmpty else { return found }
        let words = try QuestionWords(QuestionText(text), archive: names.archive)
        let completed = try PartReader(parts: parts, words: words, names: names, today: today, last: last).readings()
        return completed.isEmpty ? found : completed
    }

    private static let openings = ["那", "那么", "and ", "what about", "还有", "再", "它", "how about"]

    /// Returns a reading that has the words of a question and nothing that is asked for.
    func matterAlone(of text: String) throws -> Reading? {
        let words = try QuestionWords(QuestionText(text), archive: names.archive)
        return try PartReader(parts: try parts(of: text), words: words, names: names, today: today).matterAlone()
    }

    func parts(of text: String) throws -> [Evidence] {
        let words = try QuestionWords(QuestionText(text), archive: names.archive)
        return try EvidenceFinder(words: words, names: names, today: today).parts()
    }
}
