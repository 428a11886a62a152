/// A word with its place on a page, in points from the upper left corner.
struct WordBox: Sendable {
    var text: [Unicode.Scalar]
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var height: Double { bottom - top }
    var middle: Double { (top + bottom) / 2 }
}

/// Words that stand on one printed line, from left to right.
struct BoxLine: Sendable {
    var words: [WordBox]

    var left: Double { words.first?.left ?? 0 }
    var right: Double { words.map(\.right).max() ?? 0 }
    var top: Double { words.map(\.top).min() ?? 0 }
    var middle: Double { words.reduce(0) { $0 + $1.middle } / Double(max(1, words.count)) }
    var height: Double { words.map(\.height).max() ?? 0 }

    /// The lines of words: those whose middles lie within half a character of each other.
    ///
    /// - Complexity: O(*n* log *n*) in the number of words.
    static func lines(of words: [WordBox]) -> [BoxLine] {
        var lines: [BoxLine] = []
        for word in words.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
            if let last = lines.last,
                abs(last.middle - word.middle) < 0.5 * min(max(last.height, 1), max(word.height, 1))
            {
                lines[lines.count - 1].words.append(word)
            } else {
                lines.append(BoxLine(words: [word]))
            }
        }
        for index in lines.indices { lines[index].words.sort { $0.left < $1.left } }
        return lines
    }

    /// The stretches of the line that wide gaps part.
    func segments(gap: Double) -> [BoxLine] {
        var segments: [BoxLine] = []
        for word in words {
            if let last = segments.last, word.left - last.right < gap {
                segments[segments.count - 1].words.append(word)
            } else {
                segments.append(BoxLine(words: [word]))
            }
        }
        return segments
    }

    /// The characters of the line; gaps become blanks, two to the width of a character.
    ///
    /// - Parameter size: The size of a character, in points.
    func text(size: Double) -> [Unicode.Scalar] {
        var text: [Unicode.Scalar] = []
        var end: Double?
        for word in words {
            if let end {
                let gap = word.left - end
                if gap > 0.15 * size {
                    let blanks = min(12, max(1, Int((gap / (0.5 * size)).rounded())))
                    text += Array(repeating: " ", count: blanks)
                }
            }
            text += word.text
            end = max(end ?? 0, word.right)
        }
        return text
    }
}
