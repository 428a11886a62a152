import Ingest
import Testing

@testable import Extract

/// Checks the word lists: an entry that changes nothing, or that no text can meet, doesn't belong in them.
@Suite struct LexiconFileTests {
    /// How many columns the lines of each file have; a file that is not here is read by nobody.
    private static let columns = [
        "appointment-verbs": 2, "bare-governments": 1, "common-places": 2, "company-trades": 1, "departments": 6,
        "duty-list-ends": 1, "duty-not-names": 1, "duty-post-ranks": 1, "duty-posts": 1, "duty-verbs": 3,
        "first-place-fillers": 1, "first-places": 1, "from-here-verbs": 1, "group-openers": 1, "jurisdictions": 2,
        "leads": 1, "no-leads": 1, "not-in-units": 1, "not-jurisdictions": 1, "note-openers": 1, "other-labels": 1,
        "party-organs": 1, "place-kinds": 1, "predicates": 1, "role-adverbs": 1, "role-label-openers": 1,
        "role-labels": 2, "role-notes": 3, "role-verbs": 2, "statement-openers": 1, "surnames": 1, "unit-endings": 3,
        "unit-openers": 1,
    ]

    @Test("every file has a reader, and every reader a file")
    func files() {
        #expect(Set(LexiconFile.names) == Set(Self.columns.keys))
    }

    @Test("lines have the columns of their file, and no blanks at their ends", arguments: LexiconFile.names)
    func columns(_ name: String) {
        for row in LexiconFile(name).rows {
            #expect(row.count == Self.columns[name], "\(row)")
            #expect(row.allSatisfy { !$0.isEmpty && $0.first != " " && $0.last != " " }, "\(row)")
        }
    }

    @Test("no word stands twice in a file", arguments: LexiconFile.names)
    func duplicates(_ name: String) {
        let words = LexiconFile(name).words
        #expect(Dictionary(grouping: words) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
    }

    @Test("words are in the form in which texts are read, else no text can meet them", arguments: LexiconFile.names)
    func unreachable(_ name: String) {
        for row in LexiconFile(name).rows {
            for cell in row { #expect(HanFolding.fold(Array(cell.unicodeScalars)).string == cell) }
        }
    }

    @Test("no ending of units is shadowed by a shorter one that says the same")
    func endings() {
        let rows = LexiconFile("unit-endings").rows
        let said = Dictionary(rows.map { ($0[0], [$0[1], $0[2]]) }, uniquingKeysWith: { first, _ in first })
        for row in rows {
            let shorter = row[0].indices.dropFirst().map { String(row[0][$0...]) }.first { said[$0] != nil }
            #expect(shorter.flatMap { said[$0] } != [row[1], row[2]], "\(row[0]) says what \(shorter ?? "") says")
        }
    }

    /// Lists of which any word that begins a text will do.
    @Test(
        "no beginning is shadowed by a shorter one",
        arguments: ["unit-openers", "not-jurisdictions", "note-openers"])
    func beginnings(_ name: String) {
        let words = LexiconFile(name).words
        let shadowed = words.filter { word in words.contains { $0 != word && word.hasPrefix($0) } }
        #expect(shadowed == [])
    }

    @Test("a verb of a tail is no adverb of it too")
    func tails() {
        let verbs = Set(LexiconFile("role-verbs").words)
        #expect(LexiconFile("role-adverbs").words.filter(verbs.contains) == [])
    }

    @Test("a label of units is no label of something else")
    func labels() {
        let units = Set(LexiconFile("role-labels").words)
        #expect(LexiconFile("other-labels").words.filter(units.contains) == [])
    }

    @Test("classes, roles and acts are those of the types")
    func values() {
        #expect(LexiconFile("unit-endings").rows.allSatisfy { UnitClass(rawValue: $0[1]) != nil })
        for name in ["role-labels", "role-verbs", "role-notes"] {
            #expect(LexiconFile(name).rows.allSatisfy { AssignmentRecord.Role(rawValue: $0[1]) != nil })
        }
        #expect(LexiconFile("appointment-verbs").rows.allSatisfy { AppointmentRecord.Act(rawValue: $0[1]) != nil })
        let used = Set(LexiconFile("unit-endings").rows.map { $0[1] })
        #expect(UnitClass.allCases.filter { !used.contains($0.rawValue) } == [])
    }
}
