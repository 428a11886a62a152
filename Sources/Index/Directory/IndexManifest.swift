import Foundation

/// Names the segments that make up the index, and the state of the records from which they were made.
struct IndexManifest: Codable, Equatable, Sendable {
    /// A segment file and the run of passage ids that it was made for.
    struct Entry: Codable, Equatable, Sendable {
        var file: String
        var first: Int64
        var last: Int64
        var passages: Int
        /// Folded UTF-16 units.
        var units: Int
    }

    /// A run of passage ids, both ends included.
    struct Run: Codable, Equatable, Sendable {
        var first: Int64
        var last: Int64
    }

    /// The rules of folding and word breaks, see ``TextRules``.
    var rules = TextRules.stamp
    /// The generation of the records that the index reflects; 0 for none.
    var generation: Int64 = 0
    /// The highest passage id that was looked at.
    var lastPassage: Int64 = 0
    /// In ascending order of ids, without overlap.
    var segments: [Entry] = []
    /// What was taken out of the segments since they were written; ascending, without overlap.
    var removed: [Run] = []
    /// TermFrequency the files ever named, so that no name is used twice.
    var nextFile = 1

    /// Whether a passage was taken out after its segment was written.
    func isRemoved(_ passage: Int64) -> Bool {
        var (low, high) = (0, removed.count)
        while low < high {
            let middle = (low + high) / 2
            if removed[middle].last < passage { low = middle + 1 } else { high = middle }
        }
        return low < removed.count && removed[low].first <= passage
    }

    /// The bytes of the manifest file: JSON, then a line with its checksum.
    func encoded() throws(ArchiveError) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        do {
            var data = try encoder.encode(self)
            data.append(contentsOf: "\n\(Self.checksum(of: data))\n".utf8)
            return data
        } catch {
            throw ArchiveError(.file, cause: "\(error)")
        }
    }

    /// Reads the bytes of a manifest file; nil where they are damaged or were written by other rules.
    init?(decoding data: Data) {
        guard data.last == 0x0A, let lineEnd = data.dropLast().lastIndex(of: 0x0A) else { return nil }
        let json = data[data.startIndex..<lineEnd]
        let checksum = String(decoding: data[data.index(after: lineEnd)...].dropLast(), as: UTF8.self)
        guard checksum == Self.checksum(of: json) else { return nil }
        guard let manifest = try? JSONDecoder().decode(IndexManifest.self, from: json) else { return nil }
        guard manifest.rules == TextRules.stamp else { return nil }
        self = manifest
    }

    init() {}

    private static func checksum(of data: Data) -> String {
        String(Checksum.of([UInt8](data)), radix: 16)
    }
}
