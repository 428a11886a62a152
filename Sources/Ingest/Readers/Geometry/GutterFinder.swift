/// Tells whether rows of a page are set in columns, and where they part.
///
/// A gutter is a strip that few lines cross, where the lines to its left end flush and those to its right begin flush. The
/// gaps of a table are no gutters: its cells end anywhere.
struct GutterFinder {
    /// What stands in one piece on a page: a part of a row, or a table.
    struct Piece {
        /// Its reach from left to right.
        var reach: Range<Double>
        var top: Double
        var bottom: Double
        /// Which row or table it belongs to: its index in the caller's list.
        var owner: Int
        var isTable = false
    }

    /// A stretch of a page from top to bottom.
    struct Band {
        /// Its pieces, from top to bottom.
        var pieces: [Piece]
        /// The middle of the gutter; nil where the band is set in one column.
        var gutter: Double?
    }

    /// The unit in which distances are measured: the size of the body's font.
    let em: Double

    /// Cuts a page into bands with and without columns.
    ///
    /// - Parameter pieces: In order from top to bottom.
    func bands(of pieces: [Piece]) -> [Band] {
        for gutter in gutters(of: pieces) {
            let bands = bands(of: pieces, at: gutter)
            if bands.contains(where: { $0.gutter != nil }) { return bands }
        }
        return [Band(pieces: pieces)]
    }

    /// The middles of strips that could be gutters, the least crossed first.
    private func gutters(of pieces: [Piece]) -> [Double] {
        guard pieces.count >= 6, em > 0, let start = pieces.map(\.reach.lowerBound).min(),
            let end = pieces.map(\.reach.upperBound).max(), end - start > 16 * em, end - start < 10_000 * em
        else { return [] }
        let bin = em / 2
        let count = Int((end - start) / bin) + 1
        func index(_ x: Double) -> Int { min(max(Int((x - start) / bin), 0), count - 1) }
        var changes = [Int](repeating: 0, count: count + 1)
        for piece in pieces {
            changes[index(piece.reach.lowerBound)] += 1
            changes[index(piece.reach.upperBound) + 1] -= 1
        }
        var crossing: [Int] = []
        var open = 0
        for change in changes.dropLast() {
            open += change
            crossing.append(open)
        }
        let inner = index(start + 6 * em)..<max(index(start + 6 * em), index(end - 6 * em))
        // Strips of equally few crossings; a narrower one inside a wider is the true gutter.
        var found: [(crossings: Int, width: Int, middle: Double)] = []
        var at = inner.lowerBound
        while at < inner.upperBound {
            var stop = at
            while stop < inner.upperBound, crossing[stop] == crossing[at] { stop += 1 }
            let isLow =
                (at == 0 || crossing[at - 1] > crossing[at]) && (stop >= count || crossing[stop] > crossing[at])
            if isLow, crossing[at] * 10 <= pieces.count * 6 {
                found.append((crossing[at], stop - at, start + Double(at + stop) / 2 * bin))
            }
            at = stop
        }
        return found.sorted { ($0.crossings, -$0.width) < ($1.crossings, -$1.width) }.prefix(6).map(\.middle)
    }

    /// Cuts the page where lines cross the gutter, or more room is left than between lines.
    private func bands(of pieces: [Piece], at gutter: Double) -> [Band] {
        var bands: [Band] = []
        var single: [Piece] = []
        var columned: [Piece] = []
        func finish() {
            if isColumned(columned, at: gutter) {
                if !single.isEmpty { bands.append(Band(pieces: single)) }
                bands.append(Band(pieces: columned, gutter: gutter))
                single = []
            } else {
                single += columned
            }
            columned = []
        }
        var bottom = -Double.infinity
        for piece in pieces {
            let crosses = piece.reach.lowerBound < gutter && piece.reach.upperBound > gutter
            if crosses || piece.top - bottom > 2.5 * em { finish() }
            bottom = max(bottom, piece.bottom)
            if crosses { single.append(piece) } else { columned.append(piece) }
        }
        finish()
        if !single.isEmpty { bands.append(Band(pieces: single)) }
        return bands
    }

    /// Whether pieces that no gutter's line crosses are lines of two columns.
    private func isColumned(_ pieces: [Piece], at gutter: Double) -> Bool {
        let left = pieces.filter { $0.reach.upperBound <= gutter }
        let right = pieces.filter { $0.reach.lowerBound >= gutter }
        guard left.count >= 3, right.count >= 3, let leftEnd = left.map(\.reach.upperBound).max(),
            let rightStart = right.map(\.reach.lowerBound).min()
        else { return false }
        let ends = left.count { $0.reach.upperBound > leftEnd - 1.5 * em }
        let starts = right.count { $0.reach.lowerBound < rightStart + 0.6 * em }
        guard ends * 5 >= left.count * 2, starts * 10 >= right.count * 3 else { return false }
        func length(_ pieces: [Piece]) -> Double {
            pieces.map { $0.reach.upperBound - $0.reach.lowerBound }.median ?? 0
        }
        guard length(left) >= 7 * em, length(right) >= 7 * em else { return false }
        // A column has one piece a line.
        func isOnePieceALine(_ pieces: [Piece]) -> Bool { Set(pieces.map(\.owner)).count * 10 >= pieces.count * 7 }
        guard isOnePieceALine(left), isOnePieceALine(right) else { return false }
        // The columns stand beside each other.
        let top = max(left[0].top, right[0].top)
        let bottom = min(left[left.count - 1].bottom, right[right.count - 1].bottom)
        let shorter = min(
            left[left.count - 1].bottom - left[0].top, right[right.count - 1].bottom - right[0].top)
        return bottom - top >= 0.5 * shorter
    }
}
