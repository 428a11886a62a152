extension LineZone {
    /// The zones in which a label may stand behind a line of this zone; empty where the label is forbidden there.
    ///
    /// These are the hard rules of the model: a document has one title, its text follows its head, and nothing of it
    /// follows what stands behind it.
    func zones(of label: LineLabel) -> [LineZone] {
        switch label {
        case .title: [.head]
        case .imprint: self == .above || self == .head ? [] : [.imprint]
        case .letterhead, .number: Self.aboveOrInside[rawValue]
        case .repeatedTitle:
            switch self {
            case .page, .above: [.above]
            case .head: [.head]
            case .text, .foot, .imprint: []
            }
        case .navigation, .siteField: Self.furniture[rawValue]
        case .foreign: self == .page ? [.page] : self == .text || self == .foot ? [.foot] : []
        case .date, .adoption, .annotation: Self.behindTitle[rawValue]
        case .byline: self == .head ? [.head] : self == .above || self == .page ? [.above] : []
        case .recipients: self == .text || self == .foot || self == .imprint ? [] : [.text]
        default: self == .foot || self == .imprint ? [] : [.text]
        }
    }

    private static let aboveOrInside: [[LineZone]] = [
        [.above], [.above], [.head], [.text, .above], [.above], [.above],
    ]
    private static let furniture: [[LineZone]] = [
        [.page], [.above], [.head], [.text, .foot, .above], [.foot, .above], [.above],
    ]
    private static let behindTitle: [[LineZone]] = [[.text], [.above, .text], [.head], [.text], [], []]

    /// Whether a document begins with a line of a zone behind a line of this one.
    func beginsDocument(_ next: LineZone, _ label: LineLabel) -> Bool {
        switch next {
        case .above: self != .above
        case .head: label == .title && self != .above
        case .text: self == .page
        default: false
        }
    }
}
