import Foundation
import TestSupport

/// One run of the built command.
struct CommandRun {
    var status: Int32
    var output: String
    var errors: String

    /// - Parameter path: What standard output goes to in place of ``output``.
    init(_ arguments: [String], in directory: URL, output path: String? = nil) throws {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = directory
        process.environment = ProcessInfo.processInfo.environment.filter { $0.key != "GONGBAO_ARCHIVE" }
        let files = try ["output", "errors"].map { name in
            let url = directory.appending(path: ".\(name)")
            try Data().write(to: url)
            return url
        }
        process.standardOutput = try FileHandle(forWritingTo: path.map { URL(filePath: $0) } ?? files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = String(decoding: try Data(contentsOf: files[0]), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
    }

    /// Beside the test bundle; else where a debug build puts it.
    static var executable: URL {
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "gongbao")
        if FileManager.default.isExecutableFile(atPath: beside.path(percentEncoded: false)) { return beside }
        return Repository.root.appending(path: ".build/debug/gongbao")
    }
}
