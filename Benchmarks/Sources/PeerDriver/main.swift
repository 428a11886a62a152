import Foundation
import Index

// Joins a run of a benchmark of search engines:
//
//     PeerDriver build NDJSON FOLDER                          prints {"build_s": …, "version": …}
//     PeerDriver query QUERIES FOLDER IDS SECONDS RUNS        prints {"lat_ns": {…}, "ids": {…}, "open_ms": …}
//
// QUERIES has a query a line: id, kind and clauses, parted by tabs; a clause is "+", "?" or "-" and a phrase. IDS receives the ids of
// all hits as 32-bit numbers. A latency is that of reading the clauses, searching, the best ten ids and the count; the opening has the first query in it.

struct BenchmarkQuery {
    var id: String
    var kind: String
    var clauses: [String]

    func parsed() -> [PassageIndex.Clause] {
        clauses.map { clause in
            let text = String(clause.dropFirst())
            return switch clause.first {
            case "+": PassageIndex.Clause(.must, text)
            case "-": PassageIndex.Clause(.mustNot, text)
            default: PassageIndex.Clause(.should, text)
            }
        }
    }
}

func build(_ path: String, folder: String) throws {
    let threads = ProcessInfo.processInfo.environment["BENCH_THREADS"].flatMap(Int.init) ?? 0
    let clock = ContinuousClock()
    let time = try clock.measure {
        let cores = threads > 0 ? threads : ProcessInfo.processInfo.activeProcessorCount
        try PassageIndex.make(of: PassageFile(path), in: URL(filePath: folder), cores: cores)
    }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    print("{\"build_s\": \(seconds), \"version\": \"gongbao\"}")
}

func query(_ path: String, folder: String, idsPath: String, budget: Double, runs: Int) throws {
    let queries = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return BenchmarkQuery(id: cells[0], kind: cells[1], clauses: Array(cells.dropFirst(2)))
    }
    let clock = ContinuousClock()
    let opening = clock.now
    let index = try PassageIndex(opening: URL(filePath: folder), ignoresSpacing: false)
    if let first = queries.first { _ = index.search(first.parsed(), limit: 10) }
    let opened = clock.now - opening
    for _ in 0..<3 {
        for query in queries { _ = index.search(query.parsed(), limit: 10) }
    }
    var latencies: [String: [Int64]] = [:]
    var done: [String: Int] = [:]
    let start = clock.now
    while queries.contains(where: { done[$0.kind, default: 0] < runs }), clock.now - start < .seconds(budget) {
        for query in queries where done[query.kind, default: 0] < runs {
            var found = 0
            let time = clock.measure { found = index.search(query.parsed(), limit: 10).best.count }
            precondition(found <= 10)
            latencies[query.id, default: []].append(
                time.components.seconds * 1_000_000_000 + time.components.attoseconds / 1_000_000_000)
            done[query.kind, default: 0] += 1
        }
    }
    var ids: [String: [Int]] = [:]
    guard FileManager.default.createFile(atPath: idsPath, contents: nil) else { throw CocoaError(.fileWriteUnknown) }
    let file = try FileHandle(forWritingTo: URL(filePath: idsPath))
    var offset = 0
    for query in queries {
        let all = index.all(query.parsed())
        let (best, count) = index.search(query.parsed(), limit: 10)
        precondition(best.count == min(10, all.count) && best.allSatisfy { holds(all, $0.id) }, query.id)
        precondition(count.isExact ? count.value == all.count : count.value <= all.count, query.id)
        var bytes = Data(capacity: all.count * 4)
        for id in all { withUnsafeBytes(of: Int32(id - 1).littleEndian) { bytes.append(contentsOf: $0) } }
        try file.write(contentsOf: bytes)
        ids[query.id] = [offset, all.count]
        offset += all.count
    }
    try file.close()
    struct Answer: Encodable {
        var lat_ns: [String: [Int64]]
        var ids: [String: [Int]]
        var open_ms: Double
    }
    print(
        String(
            decoding: try JSONEncoder().encode(Answer(lat_ns: latencies, ids: ids, open_ms: opened / .milliseconds(1))),
            as: UTF8.self))
}

/// Whether ascending ids hold one.
func holds(_ ids: [Int64], _ id: Int64) -> Bool {
    var (low, high) = (0, ids.count)
    while low < high {
        let middle = (low + high) / 2
        if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id
}

let arguments = CommandLine.arguments
switch arguments.dropFirst().first {
case "build" where arguments.count == 4:
    try build(arguments[2], folder: arguments[3])
case "query" where arguments.count == 7:
    try query(
        arguments[2], folder: arguments[3], idsPath: arguments[4], budget: Double(arguments[5]) ?? 60,
        runs: Int(arguments[6]) ?? 200)
default:
    FileHandle.standardError.write(
        Data("usage: PeerDriver build NDJSON FOLDER | query QUERIES FOLDER IDS SECONDS RUNS\n".utf8))
    exit(64)
}
