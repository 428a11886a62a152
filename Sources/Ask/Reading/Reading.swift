import Extract
import Index

/// One way to understand a question.
struct Reading {
    var question: Question
    var score: Double
    /// What each feature added to the score.
    var parts: [Feature: Double]
    var matter = Matter()
    /// Documents that are named; nil for none.
    var documents: DocumentMention?
    var unit: UnitMeaning?
    /// Whether a unit is named that the archive doesn't know.
    var hasUnknownUnit = false
    /// The documents of the areas that are named, as indices; nil for no area.
    var places: Set<Int>?
    var isCount = false
    /// The documents of two sides that are compared.
    var sides: [DocumentMention] = []
    /// The years that are named, in their order.
    var years: [Int] = []
    var slots: [Slot] = []
    /// Words that add nothing, as typed.
    var dropped: [String] = []
    /// All features, also those of words that this reading has no use for.
    var features: Set<Feature> = []
}
