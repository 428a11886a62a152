import Index

/// A stretch of a question and what it can be.
struct Evidence {
    enum Value {
        /// A 发文字号.
        case number(String)
        /// A title in 《》.
        case title(String)
        /// What people call a document: 亩均论英雄那个方案.
        case mention(DocumentMention)
        case quoted(String)
        case dates(AskedDates)
        /// The label of a task, of an article.
        case label(String), article(String)
        case unit(UnitMeaning)
        /// What looks like a unit that the archive doesn't know.
        case unknownUnit
        case person(String)
        /// An area, with its documents as indices; empty where the archive has none of it.
        case place(Set<Int>)
        /// A word that says what is asked for.
        case cue(Set<Feature>)
        /// An English word with what it can be in Chinese.
        case translated([String])
        /// Any other word.
        case text
    }

    var value: Value
    /// In scalars of the question.
    var range: Range<Int>
    var weight = 0.0

    var isFiller: Bool {
        if case .cue(let features) = value { return features == ["filler"] }
        return false
    }

    var isText: Bool {
        switch value {
        case .text, .translated, .quoted: true
        default: false
        }
    }

    var features: Set<Feature> {
        switch value {
        case .cue(let features): features
        case .number, .title, .mention: ["document"]
        case .dates: ["dates"]
        case .label: ["label"]
        case .article: ["article"]
        case .unit: ["unit"]
        case .unknownUnit: ["unit", "unit.unknown"]
        case .person: ["person.name"]
        case .place: ["place"]
        case .quoted, .translated, .text: ["topic"]
        }
    }
}

/// Documents that words of a question name, and instruments that documents of the archive cite.
struct DocumentMention: Equatable {
    /// Indices of documents of the archive.
    var documents: [Int]
    /// Folded titles and numbers of cited instruments.
    var cited: [CitedInstrument]

    struct CitedInstrument: Equatable {
        var title: String?
        var number: String?
    }
}
