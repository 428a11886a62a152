import Foundation
import Synchronization

/// A passage of the records, as the index takes it in.
struct IndexedText: Sendable {
    var id: Int64
    var text: String
    /// How many Unicode scalars at the beginning are title, heading or label.
    var emphasis = 0
}

/// What the index needs to know of the records.
protocol IndexedRecords: Sendable {
    /// TermFrequency the changes of the records.
    func generation() throws(ArchiveError) -> Int64
    /// Up to `limit` passages with ids above `id` and up to `last`, ascending.
    func passages(after id: Int64, upTo last: Int64, limit: Int) throws(ArchiveError) -> [IndexedText]
    /// The highest id of a passage that was ever given.
    func lastPassage() throws(ArchiveError) -> Int64
    /// The runs of passages taken out after a generation, ascending.
    func removed(after generation: Int64) throws(ArchiveError) -> [IndexManifest.Run]
}

/// Where the segments of an index are kept.
protocol SegmentStore: Sendable {
    /// Writes a segment under a file name.
    func write(_ builder: inout SegmentBuilder, file: String) throws(ArchiveError)
    func segment(_ file: String) throws(ArchiveError) -> Segment
}

extension IndexDirectory: SegmentStore {}

extension SegmentStore {
    /// Writes a segment for a run of ids.
    ///
    /// - Returns: Its entry; nil where it would be empty.
    func write(
        _ builder: inout SegmentBuilder, ids: ClosedRange<Int64>, file: String
    ) throws(ArchiveError) -> IndexManifest.Entry? {
        guard builder.passageCount > 0 else { return nil }
        let entry = IndexManifest.Entry(
            file: file, first: ids.lowerBound, last: ids.upperBound, passages: builder.passageCount,
            units: builder.passages.unitCount)
        try write(&builder, file: file)
        return entry
    }
}

/// Brings the index to the state of the records, from whatever state it is in.
///
/// A segment holds a run of passage ids, and ids are never given twice. So a catch-up is one segment or more for the ids above
/// the last one indexed, each made by a core of its own; ``SegmentMerge`` keeps their number small.
struct IndexWriter<Records: IndexedRecords, Store: SegmentStore> {
    let records: Records
    let store: Store
    /// How many passages go into one segment at most.
    var segmentLimit = SegmentMerge.passageLimit
    /// How many folded UTF-16 units go into one segment at most, but for one batch: offsets in its file have four bytes.
    var unitLimit = SegmentMerge.unitLimit
    /// Fewer new passages than this are not divided among cores.
    var parallelLimit: Int64 = 4_000
    var cores = ProcessInfo.processInfo.activeProcessorCount
    /// What stands before the number in the names of new files.
    var filePrefix = "segment-"

    /// Takes in what is new, and joins segments until none can be joined.
    ///
    /// - Parameter manifest: The present state; an empty manifest makes all anew.
    /// - Returns: The manifest to publish.
    func run(from manifest: IndexManifest) throws(ArchiveError) -> IndexManifest {
        var result = try append(to: manifest)
        while let merge = SegmentMerge(in: result, limit: segmentLimit) {
            let file = "segment-\(result.nextFile)"
            result.nextFile += 1
            result = merge.applied(to: result, entry: try merge.write(file: file, to: store)) ?? result
        }
        return result
    }

    /// Takes in what is new.
    func append(to manifest: IndexManifest) throws(ArchiveError) -> IndexManifest {
        var result = manifest
        result.generation = try records.generation()
        let removed = try records.removed(after: manifest.generation)
        let last = try records.lastPassage()
        result.removed = Self.union(manifest.removed, removed)
        if last > manifest.lastPassage {
            try build(manifest.lastPassage + 1...last, into: &result)
            result.lastPassage = last
        }
        let live = result.segments
        result.removed.removeAll { run in !live.contains { $0.first <= run.last && run.first <= $0.last } }
        return result
    }

    private func build(_ ids: ClosedRange<Int64>, into manifest: inout IndexManifest) throws(ArchiveError) {
        let total = ids.upperBound - ids.lowerBound + 1
        let wanted = total < parallelLimit ? 1 : Int64(max(cores, 1))
        let parts = max(wanted, (total + segmentLimit - 1) / segmentLimit)
        let size = (total + parts - 1) / parts
        var jobs: [(ids: ClosedRange<Int64>, file: String)] = []
        var first = ids.lowerBound
        while first <= ids.upperBound {
            let last = min(first + size - 1, ids.upperBound)
            jobs.append((first...last, "\(filePrefix)\(manifest.nextFile)"))
            manifest.nextFile += 1
            first = last + 1
        }
        let work = jobs
        let entries = try Parallel.map(work.count) { index in
            Result { () throws(ArchiveError) in try build(work[index].ids, file: work[index].file) }
        }
        manifest.segments += entries.flatMap(\.self)
    }

    /// Makes one segment, or more where the texts are too long for one.
    private func build(_ ids: ClosedRange<Int64>, file: String) throws(ArchiveError) -> [IndexManifest.Entry] {
        var cutter = try Tokenizer()
        var builder = SegmentBuilder()
        var passage = TokenizedPassage()
        var entries: [IndexManifest.Entry] = []
        var first = ids.lowerBound
        var id = first - 1
        while true {
            let batch = try records.passages(after: id, upTo: ids.upperBound, limit: 1_000)
            for text in batch {
                cutter.cut(text.text, emphasis: text.emphasis, into: &passage)
                builder.add(id: text.id, passage)
            }
            id = batch.last?.id ?? ids.upperBound
            guard batch.isEmpty || builder.unitCount >= unitLimit else { continue }
            let name = entries.isEmpty ? file : "\(file).\(entries.count)"
            if let entry = try store.write(&builder, ids: first...id, file: name) { entries.append(entry) }
            if batch.isEmpty { return entries }
            first = id + 1
            builder = SegmentBuilder()
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

/// Work that is done by all cores.
enum Parallel {
    /// The results in their order; the first error in that order is thrown, after all are through.
    static func map<Value: Sendable>(
        _ count: Int, _ body: @Sendable (Int) -> Result<Value, ArchiveError>
    ) throws(ArchiveError) -> [Value] {
        if count == 1 { return [try body(0).get()] }
        let results = Mutex<[Int: Result<Value, ArchiveError>]>([:])
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let result = body(index)
            results.withLock { $0[index] = result }
        }
        let all = results.withLock { $0 }
        var values: [Value] = []
        for index in 0..<count {
            if let result = all[index] { values.append(try result.get()) }
        }
        return values
    }
}
