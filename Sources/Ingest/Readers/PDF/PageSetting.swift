/// What the pages of a file have in common, as measured on them.
struct PageSetting: Sendable {
    /// The width of a Han character of the running text, in points.
    var em: Double
    /// The distance between two lines of running text, from middle to middle, in points.
    ///
    /// It is the smallest of those that many lines have: where text is set with wide distances throughout, only that tells
    /// its tables from it.
    var pitch: Double
    /// The left edge of running text on odd pages and on even ones; nil where too little is printed to tell.
    var margins: [Double?]

    init(measuring pages: [PlacedPage]) {
        let ems = pages.compactMap { TypeSize.em(of: $0.words) }.sorted()
        let em = ems.isEmpty ? 12 : ems[ems.count / 2]
        var distances: [Double] = []
        var edges: [[Double]] = [[], []]
        for (index, page) in pages.enumerated() {
            // The lines of two columns stand between each other, if not parted.
            for region in ColumnFinder(em: em).regions(of: page.words.filter { !$0.isSideways }) {
                let lines = PrintedLine.group(region.words)
                distances += Self.distances(of: lines)
                guard !region.isColumn, lines.count >= 8, let edge = Self.leftEdge(of: lines, em: em) else { continue }
                edges[index % 2].append(edge)
            }
        }
        self.em = em
        pitch = Self.smallest(distances.filter { $0 >= em }, within: em / 4, share: 0.04) ?? em * 1.6
        margins = edges.map { Self.commonest($0, within: em / 2) }
    }

    /// The distances between lines that stand directly below each other.
    static func distances(of lines: [PrintedLine]) -> [Double] {
        zip(lines, lines.dropFirst()).map { $1.box.middle - $0.box.middle }.filter { $0 > 0 }
    }

    /// The left edge that lines share: the leftmost one that two of them have; the leftmost at all where none is shared.
    static func leftEdge(of lines: [PrintedLine], em: Double) -> Double? {
        let edges = lines.map(\.box.left).sorted()
        for (one, next) in zip(edges, edges.dropFirst()) where next - one <= em / 2 { return one }
        return edges.first
    }

    /// The smallest value to which a share of all are near.
    static func smallest(_ values: [Double], within tolerance: Double, share: Double) -> Double? {
        let sorted = values.sorted()
        var start = 0
        for end in sorted.indices {
            while sorted[end] - sorted[start] > tolerance { start += 1 }
            if Double(end - start + 1) >= share * Double(sorted.count) { return sorted[(start + end) / 2] }
        }
        return nil
    }

    /// The value that most others are near to; of several, the smallest.
    static func commonest(_ values: [Double], within tolerance: Double) -> Double? {
        let sorted = values.sorted()
        var best: (count: Int, value: Double)?
        var start = 0
        for end in sorted.indices {
            while sorted[end] - sorted[start] > tolerance { start += 1 }
            if end - start + 1 > best?.count ?? 0 { best = (end - start + 1, sorted[(start + end) / 2]) }
        }
        return best?.value
    }
}
