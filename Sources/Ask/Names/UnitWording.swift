import CAskWords
import Ingest

/// How names of public bodies are written.
enum UnitWording {
    private static let table = LexiconTable.builtIn(ASK_UNITS)

    private static func rows(_ kind: String) -> [[String]] { table.rows.filter { $0.count > 1 && $0[0] == kind } }

    private typealias Form = (short: [Unicode.Scalar], full: [Unicode.Scalar])

    /// Short forms and the full ones by the first character of the short one, the longest first.
    private static let forms: [Unicode.Scalar: [Form]] = Dictionary(grouping: allForms) { $0.short[0] }

    private static let allForms: [Form] =
        rows("same").filter { $0.count > 2 }.flatMap { row in
            (LexiconTable.words(row[2]) + [row[1]]).map {
                (Array($0.unicodeScalars), Array(row[1].unicodeScalars))
            }
        }.sorted { ($1.short.count, $0.short.description) < ($0.short.count, $1.short.description) }

    /// English names of offices, and the Chinese ones without the area.
    static let english: [String: [String]] = {
        var names: [String: [String]] = [:]
        for row in rows("english") where row.count > 2 {
            for name in LexiconTable.words(row[2]) { names[name, default: []].append(row[1]) }
        }
        return names
    }()

    /// What English names of offices end with.
    static let englishHeads = rows("head").flatMap { LexiconTable.words($0[2]) }

    static let ends = rows("end").flatMap { LexiconTable.words($0[1]) }
    static let marks = Set(rows("mark").flatMap { LexiconTable.words($0[1]) }.flatMap(\.unicodeScalars))
    /// What begins with such a mark and names no area: 市场, 区域.
    static let notMarks = rows("notmark").flatMap { LexiconTable.words($0[1]) }.map { Array($0.unicodeScalars) }
    /// Words that end with such a mark and name no area: 小区, 城市.
    static let notPlaces = rows("notplace").flatMap { LexiconTable.words($0[1]) }.map { Array($0.unicodeScalars) }

    /// Returns a name with each part in its full form, what is in brackets left out.
    static func full(_ name: String) -> String {
        var result = String.UnicodeScalarView()
        let scalars = Array(name.unicodeScalars)
        var at = 0
        var depth = 0
        while at < scalars.count {
            if "(（".unicodeScalars.contains(scalars[at]) { depth += 1 }
            if depth > 0 {
                if ")）".unicodeScalars.contains(scalars[at]) { depth -= 1 }
                at += 1
                continue
            }
            if let form = forms[scalars[at]]?.first(where: { scalars[at...].starts(with: $0.short) }) {
                result.append(contentsOf: form.full)
                at += form.short.count
            } else {
                if scalars[at] != "和" || at == 0 { result.append(scalars[at]) }
                at += 1
            }
        }
        return String(result)
    }

    /// Returns what a name begins with that is an area, and the rest with the area's mark: 甲市 and 市科技局.
    ///
    /// All ways to part it, the longest area first.
    static func areas(of name: String) -> [(area: String, rest: String)] {
        let scalars = Array(name.unicodeScalars)
        var found: [(String, String)] = []
        for index in scalars.indices.dropFirst(2).prefix(8) where marks.contains(scalars[index]) {
            guard scalars[..<index].allSatisfy(\.isHan), scalars.count - index > 2 else { continue }
            let area = Array(scalars[...index])
            guard !notPlaces.contains(where: { area.suffix($0.count).elementsEqual($0) }) else { continue }
            found.append((string(area[...]), string(scalars[index...])))
        }
        return found.reversed()
    }

    /// Returns a name without the mark of an area that it begins with.
    static func withoutMark(_ name: String) -> String {
        guard let first = name.unicodeScalars.first, marks.contains(first), name.unicodeScalars.count > 2 else {
            return name
        }
        return String(name.unicodeScalars.dropFirst())
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
