/// The lines of pages of placed text, as they become lines of a file: with their style, measured over all of them.
struct SetLines {
    private struct Line {
        var line: PageLine
        var page: Int
        var width: Double
        var height: Double
    }

    private var found: [Line] = []
    private var tableCount = 0

    var isEmpty: Bool { found.isEmpty }

    /// Adds the lines of a page.
    ///
    /// - Parameters:
    ///   - page: Its number, from 1.
    ///   - width: The size of the page, in the unit of its lines.
    mutating func add(_ lines: [PageLine], page: Int, width: Double, height: Double) {
        let isContinued = continuesTable(lines)
        let before = isContinued ? tableCount - 1 : tableCount
        for var line in lines {
            if let table = line.row?.table {
                line.row?.table = before + table
                tableCount = max(tableCount, before + table + 1)
            }
            found.append(Line(line: line, page: page, width: width, height: height))
        }
    }

    /// Whether a page begins with the table that the page before ends with: rows of as many columns, and nothing but page
    /// numbers between.
    private func continuesTable(_ lines: [PageLine]) -> Bool {
        guard let last = found.last(where: { Self.isPrinted($0.line) })?.line.row,
            let first = lines.first(where: Self.isPrinted)?.row
        else { return false }
        return last.table == tableCount - 1 && first.table == 0 && last.cells.count == first.cells.count
    }

    private static func isPrinted(_ line: PageLine) -> Bool {
        let text = line.scalars.trimmed
        return !text.isEmpty && !LineClassifier.isPageNumber(text)
    }

    /// Returns the lines and tables of the file.
    func collected() -> LineCollector {
        let usual = usualSize
        var collector = LineCollector()
        for item in found {
            var style: LineStyle?
            if let place = item.line.place {
                var set = LineStyle(alignment: item.line.alignment)
                if let usual, item.line.row == nil { set.relativeSize = (place.size / usual * 100).rounded() / 100 }
                set.box = LineStyle.Box(
                    left: place.left.share(of: item.width), top: place.top.share(of: item.height),
                    right: place.right.share(of: item.width), bottom: place.bottom.share(of: item.height))
                style = set
            }
            if let row = item.line.row {
                collector.add(row: row.cells, of: row.table, page: item.page, style: style)
            } else {
                collector.add(item.line.scalars, page: item.page, style: style)
            }
        }
        return collector
    }

    /// The size in which most characters of running text are set.
    private var usualSize: Double? {
        var counts: [Double: Int] = [:]
        for item in found where item.line.row == nil {
            guard let size = item.line.place?.size, size > 0 else { continue }
            counts[(size * 10).rounded() / 10, default: 0] += item.line.scalars.count
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
