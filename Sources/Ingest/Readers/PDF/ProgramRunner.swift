import Dispatch
import Foundation

/// Runs other programs on files that may be hostile: with limits on time, memory and output, in a folder of their own.
///
/// The limits are the shell's (`ulimit`), which bind the program and all that it starts; a clock of our own ends a program
/// that waits instead of working.
struct ProgramRunner: Sendable {
    /// The folders in which programs are looked for, as in `PATH`.
    var searchPath = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    /// In seconds, of computing as well as of waiting.
    var timeLimit = 120
    /// Of address space, in bytes.
    var memoryLimit = 1 << 30
    /// Of each file that it writes, in bytes.
    var outputLimit = 64 << 20

    /// How a program ended.
    enum Outcome: Equatable {
        case finished(status: Int32, message: String)
        case missing
        case tookTooLong
        case wroteTooMuch
        /// Ended by a signal, as by a fault of its own.
        case crashed(signal: Int32)
    }

    /// Whether a program of this name can be found.
    func has(_ program: String) -> Bool {
        searchPath.split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
        }
    }

    /// Runs a program in a folder, and waits for its end.
    func run(_ program: String, _ arguments: [String], in folder: URL) -> Outcome {
        guard has(program) else { return .missing }
        let messages = folder.appending(path: "messages")
        let start = Self.names(in: folder)
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", script, "sh", program] + arguments
        process.currentDirectoryURL = folder
        // One thread each: files are read in parallel already.
        process.environment = ["PATH": searchPath, "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do { try process.run() } catch { return .missing }
        var tookTooLong = false
        if ended.wait(timeout: .now() + .seconds(timeLimit)) == .timedOut {
            tookTooLong = true
            kill(process.processIdentifier, SIGKILL)
            ended.wait()
        }
        if tookTooLong { return .tookTooLong }
        let status = process.terminationStatus
        if process.terminationReason == .uncaughtSignal {
            switch status {
            case SIGXCPU: return .tookTooLong
            case SIGXFSZ: return .wroteTooMuch
            default: return .crashed(signal: status)
            }
        }
        // Where the signal is ignored, as a parent process may have it, writing fails instead, or simply stops.
        if let files = try? FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.fileSizeKey]),
            files.contains(where: { !start.contains($0.lastPathComponent) && size(of: $0) >= outputLimit / 512 * 512 })
        {
            return .wroteTooMuch
        }
        return .finished(status: status, message: Self.head(of: messages))
    }

    /// Sets the limits and becomes the program, whose messages go to a file.
    private var script: String {
        // The shell counts memory in kilobytes and files in blocks of 512 bytes. At the soft limit of time a program gets a
        // signal that says so, at the hard one it is killed.
        """
        ulimit -c 0; ulimit -S -t \(timeLimit); ulimit -H -t \(timeLimit + 5); \
        ulimit -v \(memoryLimit / 1024); ulimit -f \(outputLimit / 512); \
        exec "$@" 2>messages
        """
    }

    private static func names(in folder: URL) -> Set<String> {
        Set((try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? [])
    }

    private func size(of file: URL) -> Int { (try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0 }

    /// The first few kilobytes of a file.
    private static func head(of file: URL) -> String {
        guard let handle = try? FileHandle(forReadingFrom: file) else { return "" }
        defer { try? handle.close() }
        return String(decoding: (try? handle.read(upToCount: 4096)) ?? Data(), as: UTF8.self)
    }
}
