import Extract
import Foundation
import Index
import Ingest

/// Measures each stage on one text and prints a row.
func measure(_ input: Input, runs: Int) throws {
    let reader = GazetteReader()
    let breaker = try WordCounter()
    let megabytes = Double(input.bytes.count) / 1e6
    let text = String(decoding: input.bytes, as: UTF8.self)

    let decode = try Measurement.median(runs: runs) { try reader.decode(input.bytes, path: input.name).count }
    try check(decode.count == text.unicodeScalars.count, input, "\(decode.count) characters")
    let words = try Measurement.median(runs: runs) { breaker.count(text) }
    try check(words.count > decode.count / 8 && words.count <= decode.count, input, "\(words.count) words")

    let read = try Measurement.median(runs: runs) { try reader.read(input.bytes, path: input.name).documents.count }
    let issue = try reader.read(input.bytes, path: input.name)
    let wanted = input.documents ?? issue.documents.count
    try check(read.count > 0 && read.count == wanted, input, "\(read.count) documents")

    let extract = try Measurement.median(runs: runs) { tasks(Extractor.extract(issue)) }
    try check(extract.count >= input.tasks, input, "\(extract.count) tasks")
    let whole = try Measurement.median(runs: runs) {
        tasks(Extractor.extract(try reader.read(input.bytes, path: input.name)))
    }
    try check(whole.count == extract.count, input, "\(whole.count) tasks")

    let floor = decode.seconds + words.seconds
    let cells =
        [floor, decode.seconds, read.seconds, extract.seconds, whole.seconds].map { decimal(megabytes / $0, 2) }
        + [decimal(whole.seconds / floor, 2), "\(words.count)", "\(read.count)", "\(extract.count)"]
    write("| " + ([input.name, decimal(megabytes, 2)] + cells).joined(separator: " | ") + " |")
}

/// Writes a line at once, also into a pipe.
func write(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

func tasks(_ record: GazetteRecord) -> Int { record.documents.reduce(0) { $0 + $1.tasks.count } }

func check(_ isRight: Bool, _ input: Input, _ answer: String) throws {
    guard isRight else { throw WrongAnswer(description: "\(input.name): \(answer)") }
}

func decimal(_ value: Double, _ places: Int) -> String { String(format: "%.\(places)f", value) }

/// Measures all texts, or those whose names hold an argument: `Benchmarks [--runs N] [name]`.
func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    var runs = 5
    if arguments.count >= 2, arguments[0] == "--runs", let number = Int(arguments[1]), number > 0 {
        runs = number
        arguments.removeFirst(2)
    }
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
    let inputs = try Inputs.all(corpus: root.appending(path: "corpus"))
    write("| text | MB | floor MB/s | decode | read | extract | whole | whole : floor | words | documents | tasks |")
    write("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for input in inputs where arguments.isEmpty || arguments.contains(where: input.name.contains) {
        try measure(input, runs: runs)
    }
}

do {
    try main()
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
}
