import Foundation

/// Runs a program that reads a file and prints what it found, within bounds of time, memory and output.
enum ChildProcess {
    enum Failure: Error {
        case notInstalled(String)
        /// It ended with another status than 0.
        case status(Int32)
        case timeout(seconds: Int)
        case tooMuch
        case system(String)
    }

    private static let longestRun = 120
    private static let mostMemory = 1 << 20  // kB of address space
    private static let mostOutput = 512 << 20

    /// Runs a program with the path of a temporary file and `-` for its output behind the arguments.
    ///
    /// - Parameter input: What the file holds.
    /// - Returns: What the program printed.
    static func run(_ program: String, _ arguments: [String], input: [UInt8]) throws(Failure) -> [UInt8] {
        guard let executable = find(program) else { throw .notInstalled(program) }
        let file = FileManager.default.temporaryDirectory.appending(path: "gongbao-\(UUID().uuidString)")
        do {
            try Data(input).write(to: file)
        } catch {
            throw .system("can't write a temporary file")
        }
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        // The shell only sets the limits and gives way to the program.
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments =
            [
                "-c", "ulimit -v \(mostMemory); ulimit -t \(longestRun); exec \"$0\" \"$@\"", executable,
            ] + arguments + [file.path(percentEncoded: false), "-"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw .system("can't start \(program)")
        }
        let watch = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(longestRun), execute: watch)
        var bytes: [UInt8] = []
        while let part = try? output.fileHandleForReading.read(upToCount: 1 << 20), !part.isEmpty {
            bytes += part
            if bytes.count > mostOutput {
                process.terminate()
                break
            }
        }
        process.waitUntilExit()
        let wasStopped = process.terminationReason == .uncaughtSignal
        watch.cancel()
        if bytes.count > mostOutput { throw .tooMuch }
        if wasStopped { throw .timeout(seconds: longestRun) }
        guard process.terminationStatus == 0 else { throw .status(process.terminationStatus) }
        return bytes
    }

    /// Where a program is installed.
    private static func find(_ program: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        return path.split(separator: ":").map { "\($0)/\(program)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
