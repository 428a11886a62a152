/// Something in the text of a paragraph that a careful editor would query.
public struct TextFinding: Equatable, Sendable {
    public var severity: Finding.Severity
    /// A stable name: unclosed-bracket, impossible-date, ocr-slip, compat-character, private-use.
    public var code: String
    /// What is wrong, in Chinese.
    public var message: String
    /// The position of the paragraph.
    public var paragraph: Int
    /// The characters in question.
    public var range: Range<Int>

    init(_ severity: Finding.Severity, _ code: String, _ message: String, _ paragraph: Int, _ range: Range<Int>) {
        self.severity = severity
        self.code = code
        self.message = message
        self.paragraph = paragraph
        self.range = range
    }
}

/// Checks the text of a document, paragraph by paragraph.
///
/// ```swift
/// TextFindings.findings(in: [Array("自2019年2月30日起施行".unicodeScalars)])   // one impossible-date
/// ```
public enum TextFindings {
    /// - Complexity: O(*n*) in the length of the text.
    public static func findings(in paragraphs: [[Unicode.Scalar]]) -> [TextFinding] {
        var findings = BracketCheck.findings(in: paragraphs)
        for (index, text) in paragraphs.enumerated() {
            findings += DateCheck.findings(in: text, paragraph: index)
            findings += SlipCheck.findings(in: text, paragraph: index)
            findings += CharacterCheck.findings(in: text, paragraph: index)
        }
        return findings.sorted { ($0.paragraph, $0.range.lowerBound) < ($1.paragraph, $1.range.lowerBound) }
    }
}
