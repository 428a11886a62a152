import Extract
import Index
import Synchronization

/// What an archive knows by name, read once for an opening.
final class ArchiveNames: Sendable {
    let archive: Archive
    let documents: [DocumentEntry]
    /// The folded titles of each document, its own and those of what it issues.
    let titles: [[Haystack]]
    let places: PlaceNames
    let units: any UnitNames
    let byPlace: [Place: Int]
    private let indices: [Int64: Int]
    private let byNumber: [String: [Int]]
    private let persons = Mutex<[String]?>(nil)
    private let latin = Mutex<[String: Set<Int>]?>(nil)
    private let cited = Mutex<[CitedName]?>(nil)

    /// An instrument that documents cite.
    struct CitedName: Sendable {
        var title: String?
        var number: String?
        var haystack: Haystack
    }

    init(_ archive: Archive) throws {
        self.archive = archive
        documents = try archive.documentEntries()
        var titles: [[Haystack]] = []
        var heads: [(String, [String])] = []
        var byNumber: [String: [Int]] = [:]
        for (index, entry) in documents.enumerated() {
            let own = entry.titles.filter { $0 != entry.summary.title }
            let texts = try Set([entry.titleKey] + own.map(archive.key)).sorted()
            titles.append((texts + [entry.numberKey].compactMap(\.self)).map(Haystack.init))
            heads.append((entry.summary.file, entry.issuerKeys + texts))
            for name in Set([entry.numberKey, entry.nameKey].compactMap(\.self)) {
                byNumber[name, default: []].append(index)
            }
        }
        self.titles = titles
        self.byNumber = byNumber
        places = PlaceNames(heads)
        units = ArchiveUnits(try archive.unitKeys())
        byPlace = Dictionary(
            documents.enumerated().map { (Place(file: $1.summary.file, line: $1.summary.line), $0) },
            uniquingKeysWith: { first, _ in first })
        indices = Dictionary(documents.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func index(of key: Int64) -> Int? { indices[key] }

    /// Returns the documents with a number, as indices.
    func documents(numbered number: String) throws -> [Int] { byNumber[try archive.key(number)] ?? [] }

    /// Returns whether a document has a number, or cites one that has it.
    func knowsNumber(_ number: String) throws -> Bool {
        let key = try archive.key(number)
        return try byNumber[key] != nil || citedNames().contains { $0.number == key }
    }

    /// Returns the documents with a title, in full or as what a document issues.
    func documents(titled title: String) throws -> [Int] {
        let key = try archive.key(title)
        let all = titles.indices.filter { index in titles[index].contains { $0.contains(Array(key.utf8)) } }
        let exact = all.filter { index in titles[index].contains { $0.bytes.elementsEqual(key.utf8) } }
        return exact.isEmpty ? all : exact
    }

    /// Returns the documents of an area that is named in Latin letters; nil where there is no such area.
    func documents(ofLatin name: String) -> Set<Int>? {
        latin.withLock { slot in
            let all = slot ?? places.latin()
            slot = all
            return all[name]
        }
    }

    /// Returns the folded names of officials whose duties are told.
    func officials() throws -> [String] {
        try persons.withLock { slot in
            if let slot { return slot }
            let found = try archive.records(DutyRecord.self, in: .duties, RecordConditions()).map {
                try archive.key($0.record.person)
            }
            slot = Array(Set(found)).sorted()
            return slot ?? []
        }
    }

    /// Returns all instruments that documents cite.
    func citedNames() throws -> [CitedName] {
        try cited.withLock { slot in
            if let slot { return slot }
            let found = try archive.citedNames().map {
                CitedName(title: $0.title, number: $0.number, haystack: Haystack(($0.title ?? "") + ($0.number ?? "")))
            }
            slot = found
            return found
        }
    }
}
