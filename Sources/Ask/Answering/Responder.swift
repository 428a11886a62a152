public import Index
import Synchronization

/// Answers questions in plain language from an archive.
///
/// ```swift
/// let answer = try Responder(archive).answer("第53项任务由哪个单位牵头？")
/// answer.items.first?.values.first?.text   // "沈河区政府"
/// ```
///
/// Answers are records of the archive, each with its quote and place. Nothing is guessed: a question that fits several places
/// gives them all, one that records fit only in part says what they don't account for, and one that the archive can't answer
/// gives none and says why.
public struct Responder: Sendable {
    private let cache: NameCache
    /// The day on which documents are in force or not, and from which this year is counted; ISO 8601.
    public var today: String

    /// - Parameter today: ISO 8601; the current day where nil.
    public init(_ archive: Archive, today: String? = nil) {
        cache = NameCache(archive)
        self.today = today ?? SearchRequest(.all).today
    }

    /// Answers a question in Chinese or English.
    ///
    /// - Parameter previous: The answer before, of which this question may leave parts unsaid: 那配合单位呢？
    /// - Throws: ``ArchiveError``.
    public func answer(_ text: String, after previous: Answer? = nil) throws -> Answer {
        let names = try cache.names()
        let reader = QuestionReader(names: names, today: today)
        var readings: [Reading]
        do {
            readings = try reader.readings(of: text)
            if let last = previous?.context { readings = try reader.readings(of: text, after: last, found: readings) }
        } catch let error as QuestionError {
            return .notUnderstood(error, text)
        }
        return try ReadingJudge(names: names, today: today).answer(readings, text: text)
    }
}

/// What an archive knows by name, read when it is first asked for.
private final class NameCache: Sendable {
    private let archive: Archive
    private let loaded = Mutex<ArchiveNames?>(nil)

    init(_ archive: Archive) { self.archive = archive }

    func names() throws -> ArchiveNames {
        try loaded.withLock { slot in
            if let slot { return slot }
            let names = try ArchiveNames(archive)
            slot = names
            return names
        }
    }
}
