import Ingest

/// Tells the kind of a document whose title names none by the formulas with which its text leads in or closes:
/// 「现将有关政策解读如下：」, 「特此公告。」.
enum ClosingFormula {
    /// The formulas, and the kind that each is of.
    private static let formulas: [(words: String, kind: String)] = [
        ("解读如下", "解读"), ("公告如下", "公告"), ("通告如下", "通告"), ("通知如下", "通知"), ("通报如下", "通报"), ("批复如下", "批复"),
        ("特此公告", "公告"), ("特此通告", "通告"), ("特此通知", "通知"), ("特此函复", "函"), ("此复", "批复"),
        ("印发给你们", "通知"), ("转发给你们", "通知"),
    ]

    /// The kind by the first formula in the first paragraphs or the last ones; nil where there is none.
    static func kind(of document: Document) -> String? {
        let body = document.blocks.filter { $0.element == .body && $0.text.count <= 400 }
        let places = body.prefix(2) + body.dropFirst(2).suffix(1)
        return formulas.first { formula in places.contains { $0.text.scalars.contains(formula.words) } }?.kind
    }
}
