import Ingest

/// How a text prints the labels of its articles: with which numerals, and whether white space or nothing stands behind them.
///
/// A law keeps to one style, so that a line that begins with a reference to an article (「第七条第二项所定书件…」) opens none.
struct ArticleStyle {
    private struct Form: Hashable {
        var isArabic: Bool
        var standsApart: Bool
    }

    private var form: Form?

    /// Learns the style from the paragraphs of a section: that of most labels which are next in number.
    init(_ paragraphs: [MappedText]) {
        var counts: [Form: Int] = [:]
        var next: [Form: Int] = [:]
        for text in paragraphs {
            guard let label = Label.scan(text.scalars), label.shape == .article else { continue }
            let form = Self.form(of: label, in: text.scalars)
            let expected = next[form] ?? label.number
            if label.number == expected || label.number == expected - 1 { counts[form, default: 0] += 1 }
            next[form] = label.number + 1
        }
        let total = counts.values.reduce(0, +)
        form = counts.max { $0.value < $1.value }.flatMap { $0.value * 2 > total ? $0.key : nil }
    }

    /// Whether a label opens an article behind another one.
    func opens(_ label: Label, in text: [Unicode.Scalar], behind last: Int?) -> Bool {
        guard let form else { return true }
        let own = Self.form(of: label, in: text)
        if own == form { return true }
        guard own.isArabic == form.isArabic, !own.standsApart else { return own.isArabic == form.isArabic }
        // Some texts leave out the space behind a label; then it is next in number and points at nothing.
        guard label.number == (last ?? 0) + 1 || label.inserted > 0 && label.number == last else { return false }
        return label.end < text.count && !"第、，至和或及的之所中规".unicodeScalars.contains(text[label.end])
    }

    private static func form(of label: Label, in text: [Unicode.Scalar]) -> Form {
        Form(
            isArabic: label.printed.unicodeScalars.contains { $0.decimalDigit != nil },
            standsApart: label.end >= text.count || text[label.end].isBlank)
    }
}
