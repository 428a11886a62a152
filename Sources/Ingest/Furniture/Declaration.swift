/// What a page declares of its document.
public struct Declaration: Sendable {
    public var field: DeclaredField
    /// As printed.
    public var value: MappedText
    /// Whether a page's meta data says so, which no reader of the page sees.
    public var isMetadata = false

    /// - Returns: nil for a value that says nothing: 无, or what is no number or date.
    init?(_ field: DeclaredField, _ value: MappedText, isMetadata: Bool = false) {
        switch field {
        case .number: guard DocumentNumber(line: value.scalars) != nil else { return nil }
        case .date, .effective, .ended: guard Declaration.date(value.scalars) != nil else { return nil }
        case .issuer: guard value.count >= 3, !SiteWords.sites.ends(value.scalars) else { return nil }
        case .title: guard value.count >= 3 else { return nil }
        case .status: guard value.count >= 2 else { return nil }
        }
        self.field = field
        self.value = value
        self.isMetadata = isMetadata
    }

    /// A date as documents or sites write it: 2023年5月6日, 2023-05-06.
    public static func date(_ text: [Unicode.Scalar]) -> CalendarDate? {
        if let found = CalendarDate.scan(text, at: 0) { return found.date }
        let parts = text.prefix { $0.decimalDigit != nil || "-/.".unicodeScalars.contains($0) }
            .split { "-/.".unicodeScalars.contains($0) }.map { Numeral.value(of: Array($0)) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
