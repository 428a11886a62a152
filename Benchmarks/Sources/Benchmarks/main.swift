import Foundation

/// Measures all texts, or those whose names hold an argument: `Benchmarks [--runs N] [name]`.
func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    var runs = 5
    if arguments.count >= 2, arguments[0] == "--runs", let number = Int(arguments[1]), number > 0 {
        runs = number
        arguments.removeFirst(2)
    }
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
    let inputs = try Inputs.all(corpus: root.appending(path: "corpus")).filter { input in
        arguments.isEmpty || arguments.contains(where: input.name.contains)
    }
    try ReadingStages.table.print(inputs) { try ReadingStages.measure($0, runs: runs) }
    try IndexingStages.table.print(inputs) { try IndexingStages.measure($0, runs: runs) }
}

do {
    try main()
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
}
