/// A rectangle on a page, in points of 1/72 inch from the page's upper left corner.
struct Box: Hashable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }
    var middle: Double { (top + bottom) / 2 }

    func union(_ other: Box) -> Box {
        Box(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }
}

/// A run of characters without white space, and where it is printed.
struct PlacedWord: Hashable, Sendable {
    var text: [Unicode.Scalar]
    var box: Box

    /// How wide it prints, in half-width columns, as ``SourceLine/width`` counts them.
    var columns: Int { text.reduce(0) { $0 + ($1.value < 0x2000 ? 1 : 2) } }

    /// The part of its box that is printed: boxes are those of the font's design, and up to twice as high as the type.
    var inkBox: Box {
        guard columns > 0, !isSideways else { return box }
        let half = min(box.height, 2.4 * box.width / Double(columns)) / 2
        return Box(left: box.left, top: box.middle - half, right: box.right, bottom: box.middle + half)
    }

    /// Whether it is known to stand upright: boxes are as high as the font's design, so that a short word's is upright too.
    var isUpright = false

    init(text: [Unicode.Scalar], box: Box) {
        self.text = text
        self.box = box
    }

    /// Whether it runs from top to bottom or from bottom to top.
    var isSideways: Bool { !isUpright && text.count >= 2 && box.height > 1.8 * box.width }
}

/// The words of one page, in no order that counts.
struct PlacedPage: Sendable {
    var width: Double
    var height: Double
    var words: [PlacedWord]
    /// Its ruled lines, where they were looked for.
    var rules: [Rule] = []

    /// Notes which words stand upright: those whose boxes are as high as those of words that certainly do.
    mutating func markUpright() {
        var heights: Set<Int> = []
        for word in words where word.box.width > 1.2 * word.box.height {
            heights.insert(Int((word.box.height * 10).rounded()))
        }
        for index in words.indices {
            let height = Int((words[index].box.height * 10).rounded())
            words[index].isUpright = (height - 2...height + 2).contains(where: heights.contains)
        }
    }
}
