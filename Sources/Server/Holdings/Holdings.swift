import Extract
import Foundation
import HTTPTypes
import Index
import Synchronization

/// The archive as this service sees it, with what is counted once for each state of it.
final class Holdings: Sendable {
    let archive: Archive
    private let kept = Mutex<Ledger?>(nil)

    init(_ archive: Archive) { self.archive = archive }

    /// The ledger of the archive as it is now; made anew where the archive has changed.
    ///
    /// - Complexity: One walk over all records after each change.
    func ledger() throws -> Ledger {
        let generation = try archive.generation()
        return try kept.withLock { kept in
            if let ledger = kept, ledger.generation == generation { return ledger }
            let ledger = try Ledger(archive, generation: generation)
            kept = ledger
            return ledger
        }
    }

    /// The documents that an address means, as the archive and the ledger have them.
    ///
    /// - Parameters:
    ///   - id: The id of a document.
    ///   - place: Source and line, where several documents have the id.
    func documents(_ id: String, place: String? = nil) throws -> [(entry: DocumentEntry, record: DocumentRecord)] {
        let ledger = try ledger()
        let wanted = ledger.entries(id: id).filter { place == nil || $0.place == place }
        return try wanted.prefix(place == nil ? 20 : 1).compactMap { entry in
            let reference = "\(entry.path):\(entry.line)"
            return try archive.documents(matching: reference).first { $0.summary.id == entry.id }
                .map { (entry, $0.record) }
        }
    }

    /// The one document that an address means.
    ///
    /// - Throws: ``Problem`` where there is none, or more than one.
    func document(_ id: String, place: String? = nil) throws -> (entry: DocumentEntry, record: DocumentRecord) {
        let found = try documents(id, place: place)
        guard let first = found.first else {
            let near = try archive.namesLike(id, of: .number)
            var problem = Problem.notFound
            problem.detail =
                near.isEmpty ? "The archive has no such document." : "Like it: \(near.joined(separator: ", "))"
            throw problem
        }
        guard found.count == 1 else {
            throw Problem(
                .conflict, "several", "Several documents have this id.",
                detail: "Add at=: \(found.map(\.entry.place).joined(separator: ", "))", parameter: "at")
        }
        return first
    }
}
