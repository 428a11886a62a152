/// Which bracket closes which.
///
/// Each kind is paired by itself: 「（…【…）」 pairs the round ones. Half and full width are mixed within pairs of round
/// brackets.
///
/// Complexity: O(*n*) in the length of the text, however deep the brackets nest.
struct BracketPairs: Sendable {
    /// How far away the closing bracket may stand.
    private static let longest = 1_200

    /// The offset of the closing bracket by that of its opening one.
    private var closes: [Int: Int] = [:]

    init(_ text: [Unicode.Scalar]) {
        var open: [[Int]] = [[], [], [], [], []]
        for (index, scalar) in text.enumerated() {
            guard let bracket = Self.bracket(scalar) else { continue }
            if bracket.isOpening {
                open[bracket.kind].append(index)
            } else if let start = open[bracket.kind].popLast(), index - start < Self.longest {
                closes[start] = index
            }
        }
    }

    /// Where the bracket is closed that opens at an offset; nil where none opens, or none closes it near by.
    func close(of index: Int) -> Int? { closes.isEmpty ? nil : closes[index] }

    private static func bracket(_ scalar: Unicode.Scalar) -> (kind: Int, isOpening: Bool)? {
        switch scalar {
        case "（", "(": (0, true)
        case "）", ")": (0, false)
        case "〔": (1, true)
        case "〕": (1, false)
        case "［": (2, true)
        case "］": (2, false)
        case "[": (3, true)
        case "]": (3, false)
        case "【": (4, true)
        case "】": (4, false)
        default: nil
        }
    }
}
