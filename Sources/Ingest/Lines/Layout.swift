/// How the lines of a file were set, as far as its text shows it.
struct Layout: Sendable {
    /// Whether the lines end where the print ended, rather than where paragraphs do.
    var isHardWrapped: Bool
    /// The width of a full line, in half-width columns; without meaning where lines are paragraphs.
    var width: Int

    /// Measures the lines of running text.
    ///
    /// In a hard-wrapped file most longer lines have about the same width and hardly any is wider; in a file with one
    /// paragraph a line widths are spread.
    init(measuring widths: [Int]) {
        let long = widths.filter { $0 >= 40 }
        guard long.count >= 3 else {
            self.init(isHardWrapped: false, width: 80)
            return
        }
        var histogram: [Int: Int] = [:]
        for width in long { histogram[width, default: 0] += 1 }
        func near(_ center: Int) -> Int {
            (center - 3...center + 3).reduce(0) { $0 + (histogram[$1] ?? 0) }
        }
        let candidates = histogram.keys.sorted()
        let mode = candidates.max { (near($0), $0) < (near($1), $1) } ?? 80
        let wider = long.count { $0 > mode + 8 }
        let share = Double(near(mode)) / Double(long.count)
        self.init(
            isHardWrapped: share >= 0.35 && mode <= 160 && Double(wider) <= 0.1 * Double(long.count), width: mode)
    }

    init(isHardWrapped: Bool, width: Int) {
        self.isHardWrapped = isHardWrapped
        self.width = width
    }
}
