/// The joining of neighbouring segments, without those passages that were taken out.
///
/// A segment joins those behind it while it is at most twice their size, which keeps the number of segments logarithmic. All that
/// are due are joined at once. What was cut once is not cut again: words and postings are taken over.
struct SegmentMerge: Sendable {
    /// The segments to join, side by side.
    let parts: [IndexManifest.Entry]
    /// How many folded UTF-16 units a segment has at most.
    static let unitLimit = 1 << 27
    /// How many passages a segment has at most.
    static let passageLimit: Int64 = 600_000
    /// The state in which they were found.
    private let base: IndexManifest

    /// The last merge that is due; nil where none is.
    ///
    /// - Parameters:
    ///   - limit: How many passages a segment has at most.
    ///   - minimum: How many segments are worth a merge.
    init?(in manifest: IndexManifest, limit: Int64, minimum: Int = 2) {
        let entries = manifest.segments
        let due = entries.indices.reversed().lazy.map { Self.run(before: $0 + 1, of: entries, limit: limit) }
            .first { $0.count >= minimum }
        guard let due else { return nil }
        parts = Array(entries[due])
        base = manifest
    }

    /// The segments before a place that are due to be joined with the last of them.
    private static func run(before end: Int, of entries: [IndexManifest.Entry], limit: Int64) -> Range<Int> {
        var start = end - 1
        var (passages, units) = (entries[start].passages, entries[start].units)
        while start > 0 {
            let next = entries[start - 1]
            guard next.passages <= passages * 2, Int64(passages + next.passages) <= limit,
                units + next.units <= unitLimit
            else { break }
            (passages, units) = (passages + next.passages, units + next.units)
            start -= 1
        }
        return start..<end
    }

    /// The ids for which the joined segment stands.
    private var ids: ClosedRange<Int64> { parts[0].first...parts[parts.count - 1].last }

    /// Writes the joined segment.
    ///
    /// - Returns: Its entry; nil where no passage is left.
    func write(file: String, to store: some SegmentStore) throws(ArchiveError) -> IndexManifest.Entry? {
        var builder = SegmentBuilder()
        for entry in parts {
            do {
                try store.segment(entry.file).replay(into: &builder) { !base.isRemoved($0) }
            } catch let error as ArchiveError {
                throw error
            } catch {
                throw ArchiveError(.file, path: entry.file, cause: "\(error)")
            }
        }
        return try store.write(&builder, ids: ids, file: file)
    }

    /// A manifest with the joined segment in place of its parts; nil where it has them no more.
    ///
    /// - Parameter manifest: The state from which the merge was planned, or a later one.
    func applied(to manifest: IndexManifest, entry: IndexManifest.Entry?) -> IndexManifest? {
        guard let place = manifest.segments.firstIndex(of: parts[0]),
            manifest.segments[place...].starts(with: parts)
        else { return nil }
        var result = manifest
        result.segments.replaceSubrange(place..<place + parts.count, with: [entry].compactMap(\.self))
        // What was taken out before the merge is gone now; what was taken out since is not.
        let ids = ids
        func isInside(_ run: IndexManifest.Run) -> Bool { ids.contains(run.first) && ids.contains(run.last) }
        if manifest.removed.filter(isInside) == base.removed.filter(isInside) {
            result.removed.removeAll(where: isInside)
        }
        return result
    }
}
