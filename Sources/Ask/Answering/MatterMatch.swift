import Index
import Ingest

/// How well texts have the words of a question's matter.
struct MatterMatch {
    /// The share of the words, by weight, that the texts lack.
    var lack: Double
    /// The share that the record's own text lacks, what stands around it aside.
    var ownLack: Double
    var hasPhrase: Bool
    /// The words that the texts lack.
    var missing: [Matter.Word]

    /// The most that may be missing of what is given as likely.
    static let mostLack = 0.4

    init(_ matter: Matter, own: [Haystack], around: [Haystack]) {
        let total = max(matter.weight, 0.0001)
        missing = matter.missing(in: own + around)
        // A figure or code that isn't there means another thing: line 3 is not line 10.
        let isOther = missing.contains {
            $0.text.unicodeScalars.contains { $0.properties.numericType != nil && !$0.isHan }
        }
        lack = isOther ? 1 : missing.reduce(0) { $0 + $1.weight } / total
        ownLack = matter.missing(in: own).reduce(0) { $0 + $1.weight } / total
        hasPhrase = matter.phrases.allSatisfy { phrase in
            let key = Array(phrase.utf8)
            return own.contains { $0.contains(key) }
        }
    }

    /// Whether words are missing that say something.
    var isWhole: Bool { !missing.contains { $0.weight >= 0.25 } }
}

extension Reply {
    /// Gives the words of the matter their weights, once.
    mutating func weighMatter() throws {
        guard !used.contains("weighed") else { return }
        used.insert("weighed")
        try reading.matter.weigh(by: names)
    }

    /// Returns the documents in which the words of the matter stand closest, best first; not more than a few.
    func documentsByMatter(limit: Int = 12) throws -> [Int] {
        let matter = reading.matter
        guard !matter.isEmpty else { return [] }
        let scope = scope.map(Set.init)
        var order: [Int] = []
        func add(_ passages: [FoundPassage]) {
            for index in passages.compactMap(\.document) where !order.contains(index) && scope?.contains(index) ?? true
            {
                order.append(index)
            }
        }
        for phrase in matter.phrases where phrase.count > 1 { add(try names.passages(.phrase(phrase), limit: 60)) }
        let strong = matter.words.filter { $0.weight >= 0.25 && !$0.isAbsent }
        let words = strong.isEmpty ? matter.words : strong
        let queries = words.map { word -> Query in
            let forms = word.forms.map { Query.phrase(String(decoding: $0, as: UTF8.self)) }
            return forms.count == 1 ? forms[0] : .boolean(must: [], should: forms, mustNot: [])
        }
        add(try names.passages(.boolean(must: queries, should: [], mustNot: []), limit: 60))
        if order.count < 3 { add(try names.passages(.boolean(must: [], should: queries, mustNot: []), limit: 60)) }
        // Words of the title of a document stand in none of its passages beside those of the matter.
        let titled = names.titles.indices.filter { index in
            scope?.contains(index) ?? true
                && words.contains { word in
                    word.weight > 0.4
                        && names.titles[index].contains { title in word.forms.contains { title.contains($0) } }
                }
        }
        return Array(order.prefix(limit)) + titled.filter { !order.prefix(limit).contains($0) }.prefix(limit)
    }
}
