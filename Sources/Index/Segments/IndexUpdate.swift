/// A passage of the records, as the index takes it in.
struct IndexedText: Sendable {
    var id: Int64
    var text: String
}

/// What the index needs to know of the records.
protocol IndexedRecords {
    /// Counts the changes of the records.
    func generation() throws(ArchiveError) -> Int64
    /// Up to `limit` passages with ids above `id` and up to `last`, ascending.
    func passages(after id: Int64, upTo last: Int64, limit: Int) throws(ArchiveError) -> [IndexedText]
    /// The highest id of a passage that was ever given.
    func lastPassage() throws(ArchiveError) -> Int64
    /// The runs of passages taken out after a generation, ascending.
    func removed(after generation: Int64) throws(ArchiveError) -> [IndexManifest.Run]
}

/// Brings the index to the state of the records, from whatever state it is in.
///
/// A segment holds a run of passage ids, and ids are never given twice. So a catch-up is a segment for the ids above the
/// last one indexed, and merging two neighbours is indexing both runs again. A run joins the one before it while that is at
/// most twice its size; this keeps the number of segments logarithmic.
struct IndexUpdate<Records: IndexedRecords> {
    let records: Records
    /// How many folded scalars go into one segment before the next is begun; bounds the memory.
    var segmentLimit = 12_000_000

    /// - Parameters:
    ///   - manifest: The present state; an empty manifest makes all anew.
    ///   - store: Keeps the bytes of a new segment under a file name.
    /// - Returns: The manifest to publish.
    func run(
        from manifest: IndexManifest, store: (_ bytes: [UInt8], _ file: String) throws(ArchiveError) -> Void
    ) throws(ArchiveError) -> IndexManifest {
        var result = manifest
        result.generation = try records.generation()
        let removed = try records.removed(after: manifest.generation)
        let last = try records.lastPassage()
        result.removed = Self.union(manifest.removed, removed)
        if last > manifest.lastPassage {
            var first = manifest.lastPassage + 1
            var size = last - manifest.lastPassage
            while let neighbour = result.segments.last, neighbour.scalars < segmentLimit / 2,
                Int64(neighbour.passages) <= size * 2
            {
                result.segments.removeLast()
                first = neighbour.first
                size += Int64(neighbour.passages)
            }
            try build(first...last, into: &result, store: store)
            result.removed.removeAll { $0.first >= first }
            result.lastPassage = last
        }
        let live = result.segments
        result.removed.removeAll { run in !live.contains { $0.first <= run.last && run.first <= $0.last } }
        return result
    }

    private func build(
        _ ids: ClosedRange<Int64>, into manifest: inout IndexManifest,
        store: (_ bytes: [UInt8], _ file: String) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        let folder = try TextFolder.shared()
        let breaker = try WordBreaker()
        var builder = SegmentBuilder()
        var first = ids.lowerBound
        var id = ids.lowerBound - 1
        var count = 0
        while true {
            let batch = try records.passages(after: id, upTo: ids.upperBound, limit: 1_000)
            for passage in batch {
                let text = folder.fold(passage.text)
                builder.add(id: passage.id, text: text, boundaries: breaker.boundaries(of: text))
                count += 1
                id = passage.id
            }
            let isLast = batch.isEmpty
            guard isLast || builder.scalarCount >= segmentLimit else { continue }
            if !builder.isEmpty {
                let file = "segment-\(manifest.nextFile)"
                let end = isLast ? ids.upperBound : id
                manifest.nextFile += 1
                manifest.segments.append(
                    .init(file: file, first: first, last: end, passages: count, scalars: builder.scalarCount))
                try store(builder.finish(), file)
                builder = SegmentBuilder()
                first = end + 1
                count = 0
            }
            if isLast { return }
        }
    }

    /// The runs of both, ascending, those that overlap or touch made one.
    static func union(_ left: [IndexManifest.Run], _ right: [IndexManifest.Run]) -> [IndexManifest.Run] {
        var runs: [IndexManifest.Run] = []
        for run in (left + right).sorted(by: { $0.first < $1.first }) {
            if let previous = runs.last, run.first <= previous.last + 1 {
                runs[runs.count - 1].last = max(previous.last, run.last)
            } else {
                runs.append(run)
            }
        }
        return runs
    }
}
