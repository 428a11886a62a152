/// One printed character and where it stands on its page.
///
/// Lengths are in any one unit (OFD: millimetres, PDF: points); x grows to the right and y downwards. All that is
/// measured on glyphs is measured in their size, so that the unit is never asked.
struct Glyph: Sendable {
    var scalar: Unicode.Scalar
    /// Where it begins and ends along its line.
    var left: Double
    var right: Double
    /// The line on which it stands.
    var baseline: Double
    /// The height of the font, 1 em.
    var size: Double
    /// Which way its line runs.
    var direction: Direction = .right

    /// The way in which a line of text runs over the page, for a reader that holds the page upright.
    enum Direction: Int, Sendable, CaseIterable {
        case right, down, left, up
    }
}

/// A ruled line of a page that is upright or level: what tables are drawn with.
struct Rule: Hashable, Sendable {
    enum Axis: Sendable { case level, upright }
    var axis: Axis
    /// Its y where it is level, its x where it is upright.
    var position: Double
    /// Its reach along the other axis, ascending.
    var start: Double
    var end: Double
}

/// A line of a page, as its glyphs tell it.
struct PageLine: Hashable, Sendable {
    /// Its characters, with blanks for indents and gaps, and tabs between the cells of a table's row.
    ///
    /// Empty where the page leaves more room than between lines.
    var scalars: [Unicode.Scalar]
    /// The row of a ruled table that it is.
    var row: Row?
    /// Where it is set between the edges of its column.
    var alignment: LineStyle.Alignment?
    /// Where it stands; nil for a blank line, and for text that runs another way than to the right.
    var place: Place?

    /// A row of a ruled table.
    struct Row: Hashable, Sendable {
        /// Which of the tables of the page, from 0.
        var table: Int
        var cells: [GridCell]
    }

    /// Where a line stands on its page, and the size of its type.
    struct Place: Hashable, Sendable {
        var left: Double
        var top: Double
        var right: Double
        var bottom: Double
        var size: Double
    }

    static let blank = PageLine(scalars: [])
}

extension [Double] {
    /// The middle value; nil where there is none.
    var median: Double? { isEmpty ? nil : sorted()[count / 2] }
}
