import Extract
import Foundation
@_spi(Stages) import Index
@_spi(Stages) import Ingest

/// From the records of a file to an archive that answers.
enum IndexingStages {
    static let table = Table(columns: [
        "floor", "cut", "index", "archive", "index : floor", "passages", "index kB", "open ms", "query µs", "hits",
    ])

    /// What is asked: words, a character, a clause, letters and digits.
    private static let queries = ["工作", "责任单位", "监督", "烟", "2025年", "市科技局", "市民政局负责", "建设用地使用权", "5G"]

    static func measure(_ input: Input, runs: Int) throws -> [String] {
        let record = Extractor.extract(try GazetteReader().read(input.bytes, path: input.name))
        let texts = IndexStages.passages(of: record)
        let megabytes = Double(texts.reduce(0) { $0 + $1.utf8.count }) / 1e6
        try check(megabytes > input.megabytes / 2, input, "\(megabytes) MB in passages")
        let folder = FileManager.default.temporaryDirectory.appending(path: "gongbao-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)

        let breaker = try WordCounter()
        let words = try Measurement.median(runs: runs) { texts.reduce(0) { $0 + breaker.count($1) } }
        let cut = try Measurement.median(runs: runs) { try IndexStages.cut(texts) }
        try check(cut.count > words.count / 2 && cut.count < words.count * 2, input, "\(cut.count) tokens")

        let held = HeldTexts(texts)
        var run = 0
        func fresh(_ name: String) -> URL {
            run += 1
            return folder.appending(path: "\(name)-\(run)")
        }
        let index = try Measurement.median(runs: runs) {
            let place = fresh("index")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try PassageIndex.make(of: held, in: place, cores: 1)
            return try PassageIndex(opening: place).all([.init(.must, queries[0])]).count
        }
        let place = folder.appending(path: "index-\(run)")
        let opened = try PassageIndex(opening: place)
        let hits = try hits(opened, input, texts)
        let query = try Measurement.median(runs: runs) {
            queries.reduce(0) { $0 + opened.search([.init(.must, $1)], limit: 10).best.count }
        }

        let archive = try Measurement.median(runs: runs) {
            let archive = try Archive.open(fresh("archive"), mode: .readWrite)
            _ = try archive.add(record)
            try archive.commit()
            return try archive.documents().count
        }
        try check(archive.count == record.documents.count, input, "\(archive.count) documents in the archive")
        let stored = folder.appending(path: "archive-\(run)")
        let open = try Measurement.median(runs: runs) {
            try Archive.open(stored, mode: .readOnly).search("工作 OR 负责", limit: 1).total > 0 ? 1 : 0
        }

        let rates = [words.seconds, cut.seconds, index.seconds, archive.seconds].map { decimal(megabytes / $0, 1) }
        return rates + [
            decimal(index.seconds / words.seconds, 2), "\(texts.count)", decimal(try size(of: place) / 1e3, 0),
            decimal(open.seconds * 1e3, 2), decimal(query.seconds / Double(queries.count) * 1e6, 0), "\(hits)",
        ]
    }

    /// How many passages the index finds for all queries; each must be found, and no other.
    private static func hits(_ index: PassageIndex, _ input: Input, _ texts: [String]) throws -> Int {
        let folder = try Normalizer.shared()
        let folded = texts.map { Array(folder.key($0).utf8) }
        var count = 0
        for query in queries {
            let key = Array(folder.key(query).utf8)
            let wanted = folded.indices.filter { folded[$0].firstRange(of: key) != nil }.map { Int64($0 + 1) }
            let found = index.all([.init(.must, query)])
            try check(found == wanted, input, "\(found.count) passages with \(query) of \(wanted.count)")
            count += found.count
        }
        return count
    }

    private static func size(of folder: URL) throws -> Double {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.fileSizeKey])
            .reduce(0) { $0 + Double(try $1.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0) }
    }
}

/// Texts in memory; the first has the id 1.
private struct HeldTexts: PassageTexts {
    let texts: [String]

    init(_ texts: [String]) { self.texts = texts }

    var lastPassage: Int64 { Int64(texts.count) }

    func passages(after id: Int64, upTo last: Int64, limit: Int) -> [(id: Int64, text: String)] {
        guard id < last else { return [] }
        return (id + 1...min(last, id + Int64(limit))).map { ($0, texts[Int($0) - 1]) }
    }
}
