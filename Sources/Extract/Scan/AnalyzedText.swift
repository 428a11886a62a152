import Ingest

/// One view of a paragraph that grammars share: its compact form, and what stands within brackets and quotation marks.
///
/// It is made once a passage, so that no grammar looks for brackets or widths by itself. What a grammar does not ask for is
/// not computed.
final class AnalyzedText {
    /// The characters of the paragraph.
    let scalars: [Unicode.Scalar]

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    /// The paragraph without white space and with one width.
    private(set) lazy var compact = CompactText(scalars)
    /// The brackets of the compact form.
    private(set) lazy var compactBrackets = BracketMap(compact.scalars)
    /// The brackets of the paragraph.
    private(set) lazy var brackets = BracketMap(scalars)
}
