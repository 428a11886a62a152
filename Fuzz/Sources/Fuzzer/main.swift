// Feeds one reader with what libFuzzer makes up, and with what it finds to reach new code.
//
//     Fuzzer READER [libFuzzer's options and folders of seeds]
//
// A reader must give an issue whose lines are all accounted for, or an error; all else ends the process, and libFuzzer keeps
// the input.
import Ask
import Extract
import Foundation
import Index
import Ingest

/// What is fed: a reader of files, or of what users type.
enum Target {
    case reader(FuzzInput)
    case query

    init?(_ name: String) {
        if let input = FuzzInput(rawValue: name) {
            self = .reader(input)
        } else if name == "query" {
            self = .query
        } else {
            return nil
        }
    }

    func run(_ input: [UInt8]) {
        switch self {
        case .reader(let kind):
            guard let issue = try? GazetteReader().read(kind.file(of: input), path: kind.path) else { return }
            precondition(issue.fates.count == issue.lines.count, "lines are lost")
            let record = Extractor.extract(issue)
            precondition(record.source.lines == issue.lines.count, "the record counts other lines")
        case .query:
            let text = String(decoding: input, as: UTF8.self)
            guard let query = try? Query(lenient: text) else { fatalError("the lenient reading failed") }
            guard let strict = try? Query(parsing: text) else { return }
            precondition(query == strict, "the lenient reading differs from the strict one")
        }
    }
}

nonisolated(unsafe) var target: Target?

@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    target?.run(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

var names = CommandLine.arguments
guard names.count > 1, let chosen = Target(names.remove(at: 1)) else {
    let all = FuzzInput.allCases.map(\.rawValue) + ["query"]
    FileHandle.standardError.write(Data("usage: Fuzzer \(all.joined(separator: "|")) [options] [folders]\n".utf8))
    exit(2)
}
target = chosen
var count = CInt(names.count)
var pointers: [UnsafeMutablePointer<CChar>?] = names.map { strdup($0) } + [nil]
exit(
    pointers.withUnsafeMutableBufferPointer { buffer in
        guard var base = buffer.baseAddress else { return 2 }
        return runDriver(&count, &base, testOneInput)
    })
