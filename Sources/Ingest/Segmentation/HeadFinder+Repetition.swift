/// Pages print titles of their own above that of the document: the same again, a part of it, the name of a section.
extension HeadFinder {
    /// A page may print the title twice, with its own name in between, or the first time in 《》 behind its number: the second
    /// is the document's.
    func withoutRepetition(_ run: ClosedRange<Int>) -> ClosedRange<Int> {
        for start in run.dropFirst().reversed() {
            let again = Self.bareTitle(squashed(start...run.upperBound))
            guard again.count >= 8 else { continue }
            if Self.bareTitle(squashed(run.lowerBound...start - 1)) == again { return start...run.upperBound }
            // With lines in between.
            if Self.bareTitle(table.line(run.lowerBound).squashed) == Self.bareTitle(table.line(start).squashed) {
                return start...run.upperBound
            }
        }
        return run
    }

    /// A title without its number and the 《》 around it, where it stands at the top: further down, what stands in them is
    /// another document.
    func bareAtTop(_ title: [Unicode.Scalar], from position: Int) -> [Unicode.Scalar] {
        position < 4 ? TitleParts.bare(title) : title
    }

    /// A title, comparable, without a 文号 before it.
    static func bareTitle(_ title: [Unicode.Scalar]) -> [Unicode.Scalar] {
        TitleParts.bare(title).comparable
    }

    /// Whether the rest of a run is a title that begins with an office, and its first line none that such a title goes on
    /// from: the name of a page's section, or a title by itself.
    func opensBehind(_ run: ClosedRange<Int>) -> Bool {
        let first = table.line(run.lowerBound).squashed
        let rest = squashed(run.lowerBound + 1...run.upperBound)
        // 「某某条例」 above 「某某常务委员会公告」.
        if isOrderTitle(rest, run.upperBound + 1) { return DocumentKinds.isInstrumentTitle(first) }
        guard DocumentKinds.isOfficialTitle(rest),
            let office = rest.firstRange(of: "关于")?.lowerBound,
            AgencyNames.endsLikeAgency(rest[..<office]), office >= 3
        else { return false }
        if DocumentKinds.isOfficialTitle(first) { return Self.bareTitle(first) != Self.bareTitle(rest) }
        let goesOn = ["关于", "印发", "转发", "批转"].contains { first.contains($0) }
        return !goesOn && !AgencyNames.endsLikeAgency(first)
    }

    /// The line near the top of the file on which the page printed a title that stands here again, set in several lines.
    func repeatsAbove(_ title: ClosedRange<Int>) -> Int? {
        let wanted = comparable(title)
        guard wanted.count >= 12, title.lowerBound <= 12 else { return nil }
        return (0..<title.lowerBound).first { table.line($0).squashed.comparable == wanted }
    }

    /// Whether a line above the title only prints a part of it.
    func isPartOfTitle(_ position: Int, _ head: Head) -> Bool {
        let part = table.line(position).squashed.comparable
        return part.count >= 2 && comparable(head.title).firstRange(of: part.string) != nil
    }
}
