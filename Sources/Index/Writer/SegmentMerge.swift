/// The joining of two neighbouring segments, without those passages that were taken out.
///
/// A segment joins the one before it while that is at most twice its size, which keeps the number of segments logarithmic.
/// What was cut once is not cut again: words and postings are taken over.
struct SegmentMerge: Sendable {
    let left: IndexManifest.Entry
    let right: IndexManifest.Entry
    /// How many folded UTF-16 units a segment has at most.
    static let unitLimit = 1 << 27
    /// How many passages a segment has at most.
    static let passageLimit: Int64 = 600_000
    /// The state in which the two were found.
    private let base: IndexManifest

    /// The first merge that is due; nil where none is.
    ///
    /// - Parameter limit: How many passages a segment has at most.
    init?(in manifest: IndexManifest, limit: Int64) {
        let entries = manifest.segments
        let due = entries.indices.dropFirst().last { index in
            let (left, right) = (entries[index - 1], entries[index])
            return left.passages <= right.passages * 2 && Int64(left.passages + right.passages) <= limit
                && left.units + right.units <= Self.unitLimit
        }
        guard let due else { return nil }
        (left, right) = (entries[due - 1], entries[due])
        base = manifest
    }

    /// Writes the joined segment.
    ///
    /// - Returns: Its entry; nil where no passage is left.
    func write(file: String, to store: some SegmentStore) throws(ArchiveError) -> IndexManifest.Entry? {
        var builder = SegmentBuilder()
        for entry in [left, right] {
            do {
                try store.segment(entry.file).replay(into: &builder) { !base.isRemoved($0) }
            } catch let error as ArchiveError {
                throw error
            } catch {
                throw ArchiveError(.file, path: entry.file, cause: "\(error)")
            }
        }
        let ids = left.first...right.last
        return try store.write(&builder, ids: ids, file: file)
    }

    /// A manifest with the joined segment in place of the two; nil where it has them no more.
    ///
    /// - Parameter manifest: The state from which the merge was planned, or a later one.
    func applied(to manifest: IndexManifest, entry: IndexManifest.Entry?) -> IndexManifest? {
        guard let place = manifest.segments.firstIndex(of: left), manifest.segments.indices.contains(place + 1),
            manifest.segments[place + 1] == right
        else { return nil }
        var result = manifest
        result.segments.replaceSubrange(place...place + 1, with: [entry].compactMap(\.self))
        // What was taken out before the merge is gone now; what was taken out since is not.
        func isInside(_ run: IndexManifest.Run) -> Bool { run.first >= left.first && run.last <= right.last }
        if manifest.removed.filter(isInside) == base.removed.filter(isInside) {
            result.removed.removeAll(where: isInside)
        }
        return result
    }
}
