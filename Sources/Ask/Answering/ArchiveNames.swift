import Index
import Ingest

/// What an archive knows by name.
struct ArchiveNames: KnownNames {
    let archive: Archive

    func isUnit(_ name: String) -> Bool { name.count > 1 && (try? unit(name)) != nil }

    func isDocument(_ name: String) -> Bool {
        name.count > 3 && (try? archive.documents(matching: name).isEmpty) == false
    }

    func isPerson(_ name: String) -> Bool {
        (2...6).contains(name.count) && (try? archive.duties(RecordFilter(text: name)).isEmpty) == false
    }

    func isTopic(_ text: String, of intent: Question.Intent) -> Bool {
        guard !text.isEmpty else { return false }
        var filter = TaskFilter()
        filter.text = text
        let records = RecordFilter(text: text)
        let isKnown: Bool? =
            switch intent {
            case .targets: try? !archive.targets(records).isEmpty
            case .definition: try? !archive.definitions(records).isEmpty
            case .events: try? !archive.events(records).isEmpty
            case .deadlines: try? !archive.deadlines(records).isEmpty
            default: try? !archive.tasks(filter).isEmpty
            }
        return isKnown ?? false
    }

    /// How the archive names a unit, and the area whose documents it is looked for in.
    ///
    /// Documents leave out the name of their own area: 甲市科技局 is 市科技局 in the documents of 甲市.
    func unit(_ name: String) throws -> (name: String, area: String?)? {
        if try archive.knowsUnit(name) { return (name, nil) }
        let characters: [Character] = Array(name)
        for index in characters.indices.dropFirst() where "省市区县州盟旗".contains(characters[index]) {
            let rest = String(characters[index...])
            guard characters[...index].allSatisfy({ $0.unicodeScalars.allSatisfy(\.isHan) }) else { break }
            if rest.count > 2, try archive.knowsUnit(rest) { return (rest, String(characters[...index])) }
        }
        return nil
    }
}
