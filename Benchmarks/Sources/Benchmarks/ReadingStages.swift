import Extract
@_spi(Stages) import Index
@_spi(Stages) import Ingest

/// From the bytes of a file to its records.
enum ReadingStages {
    static let table = Table(columns: [
        "floor", "decode", "lines", "re-flow", "segment", "extract", "whole", "whole : floor", "words", "documents",
        "tasks",
    ])

    static func measure(_ input: Input, runs: Int) throws -> [String] {
        let reader = GazetteReader()
        let breaker = try WordCounter()
        let text = String(decoding: input.bytes, as: UTF8.self)

        let decode = try Measurement.median(runs: runs) { try reader.decode(input.bytes, path: input.name) }
        try check(decode.count == text.unicodeScalars.count, input, "\(decode.count) characters")
        let words = try Measurement.median(runs: runs) { breaker.count(text) }
        try check(words.count > decode.count / 8 && words.count <= decode.count, input, "\(words.count) words")

        let split = try Measurement.median(runs: runs) { try reader.lines(input.bytes, path: input.name).count }
        let breaks = text.unicodeScalars.count { $0 == "\n" || $0 == "\u{0C}" }
        try check(split.count > 0 && split.count <= breaks + 1, input, "\(split.count) lines")
        let lines = try reader.lines(input.bytes, path: input.name)
        let reflow = try Measurement.median(runs: runs) { reader.reflow(lines) }
        try check(reflow.count > 0, input, "\(reflow.count) blocks")
        let segment = try Measurement.median(runs: runs) { reader.segment(lines) }
        let issue = try reader.read(input.bytes, path: input.name)
        let wanted = input.documents ?? issue.documents.count
        try check(segment.count > 0 && segment.count == wanted, input, "\(segment.count) documents")

        let extract = try Measurement.median(runs: runs) { tasks(Extractor.extract(issue)) }
        try check(extract.count >= input.tasks, input, "\(extract.count) tasks")
        let whole = try Measurement.median(runs: runs) {
            tasks(Extractor.extract(try reader.read(input.bytes, path: input.name)))
        }
        try check(whole.count == extract.count, input, "\(whole.count) tasks")

        let floor = decode.seconds + words.seconds
        let seconds = [
            floor, decode.seconds, split.seconds, reflow.seconds, segment.seconds, extract.seconds, whole.seconds,
        ]
        return seconds.map { decimal(input.megabytes / $0, 1) }
            + [decimal(whole.seconds / floor, 2), "\(words.count)", "\(segment.count)", "\(extract.count)"]
    }

    private static func tasks(_ record: GazetteRecord) -> Int { record.documents.reduce(0) { $0 + $1.tasks.count } }
}
