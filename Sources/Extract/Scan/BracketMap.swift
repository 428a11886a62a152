/// Which characters of a text stand within quotation marks, title marks or brackets.
///
/// A bracket that is never closed, or closed by one of another kind, encloses nothing: an unclosed “ must not hide the
/// rest of a paragraph.
///
/// Complexity: O(*n*) in the length of the text, however deep the brackets nest.
struct BracketMap: Sendable {
    private static let kinds: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
        ("《", "》"), ("〈", "〉"), ("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("（", "）"), ("[", "]"),
        ("〔", "〕"), ("【", "】"),
    ]
    /// The kinds that hold a title.
    private static let titleKinds = 0..<2
    /// The kinds that hold quoted words.
    private static let quoteKinds = 2..<6

    private let titleDepth: [Int32]
    private let quoteDepth: [Int32]
    private let otherDepth: [Int32]

    init(_ text: [Unicode.Scalar]) {
        var title = [Int32](repeating: 0, count: text.count + 1)
        var quote = title
        var other = title
        for pair in Self.pairs(text) {
            // The marks themselves count as outside.
            switch pair.kind {
            case Self.titleKinds: Self.mark(&title, pair)
            case Self.quoteKinds: Self.mark(&quote, pair)
            default: Self.mark(&other, pair)
            }
        }
        titleDepth = Self.summed(title)
        quoteDepth = Self.summed(quote)
        otherDepth = Self.summed(other)
    }

    /// Whether an offset stands inside 《》.
    func isInTitle(_ index: Int) -> Bool { titleDepth[index] > 0 }

    /// Whether an offset stands inside “”.
    func isInQuotes(_ index: Int) -> Bool { quoteDepth[index] > 0 }

    /// Whether an offset stands inside （） or other plain brackets.
    func isInBrackets(_ index: Int) -> Bool { otherDepth[index] > 0 }

    /// Whether an offset stands inside marks of any kind.
    func isEnclosed(_ index: Int) -> Bool { isInTitle(index) || isInQuotes(index) || isInBrackets(index) }

    private struct Pair {
        var kind: Int
        var open: Int
        var close: Int
    }

    private static func pairs(_ text: [Unicode.Scalar]) -> [Pair] {
        var stack: [(kind: Int, index: Int)] = []
        var open = [Int](repeating: 0, count: kinds.count)
        var pairs: [Pair] = []
        for (index, scalar) in text.enumerated() {
            guard isBracket(scalar) else { continue }
            if let kind = kinds.firstIndex(where: { $0.open == scalar }) {
                stack.append((kind, index))
                open[kind] += 1
            } else if let kind = kinds.firstIndex(where: { $0.close == scalar }), open[kind] > 0 {
                while let top = stack.popLast() {
                    open[top.kind] -= 1
                    if top.kind == kind {
                        pairs.append(Pair(kind: kind, open: top.index, close: index))
                        break
                    }
                }
            }
        }
        return pairs
    }

    private static func isBracket(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "《", "》", "〈", "〉", "“", "”", "‘", "’", "「", "」", "『", "』", "（", "）", "[", "]", "〔", "〕", "【", "】": true
        default: false
        }
    }

    private static func mark(_ depth: inout [Int32], _ pair: Pair) {
        depth[pair.open + 1] += 1
        depth[pair.close] -= 1
    }

    private static func summed(_ steps: [Int32]) -> [Int32] {
        var total: Int32 = 0
        return steps.map { step in
            total += step
            return total
        }
    }
}
