import Foundation
import Ingest

/// The areas whose documents an archive has.
struct PlaceNames: Sendable {
    /// The documents of each area, by its full name and by the name without 市, 省 …; documents as indices.
    private(set) var documents: [String: Set<Int>] = [:]
    /// Documents that name no area of their own.
    private(set) var placeless: Set<Int> = []
    /// The length of the longest name, in scalars.
    private(set) var longest = 0

    /// - Parameter documents: For each document its file, and the folded texts at whose beginning an area is named.
    init(_ documents: [(file: String, heads: [String])]) {
        var known: [String: [String]] = [:]
        func areas(_ head: String) -> [String] {
            if let areas = known[head] { return areas }
            let areas = Self.areas(head)
            known[head] = areas
            return areas
        }
        var own = documents.map { Set($0.heads.flatMap(areas)) }
        var ofFile: [String: Set<String>] = [:]
        for (index, document) in documents.enumerated() { ofFile[document.file, default: []].formUnion(own[index]) }
        for index in own.indices {
            // What one issue prints is of one area, unless it says otherwise.
            if own[index].isEmpty { own[index] = ofFile[documents[index].file] ?? [] }
            if own[index].isEmpty { placeless.insert(index) }
            for area in own[index] {
                for name in [area, String(area.dropLast())] where name.count > 1 {
                    self.documents[name, default: []].insert(index)
                    longest = max(longest, name.unicodeScalars.count)
                }
            }
        }
    }

    /// Returns the documents of each area by its name in Latin letters, for questions in English.
    func latin() -> [String: Set<Int>] {
        documents.reduce(into: [:]) { latin, area in
            let spelled =
                area.key.applyingTransform(.mandarinToLatin, reverse: false)?
                .applyingTransform(.stripDiacritics, reverse: false) ?? ""
            latin[spelled.filter { !$0.isWhitespace }, default: []].formUnion(area.value)
        }
    }

    /// Returns the areas that a title or an office's name begins with: 甲市乙区人民政府 is of 甲市 and of 乙区.
    static func areas(_ text: String) -> [String] {
        // No opening and two areas are longer.
        var rest = Array(text.unicodeScalars.prefix(24))[...]
        while let opening = openings.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(opening.count) }
        var found: [String] = []
        while let area = area(rest) {
            found.append(String(String.UnicodeScalarView(area)))
            rest = rest.dropFirst(area.count)
        }
        return found
    }

    private static func area(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
        for index in text.indices.dropFirst(2).prefix(4) where UnitWording.marks.contains(text[index]) {
            let area = text[text.startIndex...index]
            guard area.allSatisfy(\.isHan), let first = area.first, !"各有本全我该相第".unicodeScalars.contains(first),
                !UnitWording.notPlaces.contains(where: { area.suffix($0.count).elementsEqual($0) }),
                !UnitWording.notMarks.contains(where: { text[index...].starts(with: $0) })
            else { return nil }
            return area
        }
        return nil
    }

    private static let openings = ["关于印发", "关于转发", "关于", "中共", "转发", "印发", "《", "\"", "“", " "].map {
        Array($0.unicodeScalars)
    }
}
