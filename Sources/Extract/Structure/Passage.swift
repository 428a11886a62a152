import Ingest

/// A paragraph of a document with its place in the tree: what the grammars read.
struct Passage: Sendable {
    /// The id of the provision whose text it is.
    var provision: String
    /// The whole paragraph, its label included.
    var text: MappedText
    /// The label that opens it.
    var label: Label?
    /// Where its own text begins: behind the label.
    var bodyStart: Int
    /// The headings above it, outermost first, as printed.
    var path: [String]
    /// Which part of the document it is in: 0 for the cover, 1 and up for what is issued or attached.
    var section: Int
    /// The position in its document's list of passages of the labelled one that it belongs to; its own where it has a
    /// label; nil above the first label.
    var owner: Int?
}
