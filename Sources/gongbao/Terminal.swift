import ArgumentParser
import Foundation

/// Standard output for results, standard error for messages.
enum Terminal {
    /// When matches are coloured.
    enum Color: String, CaseIterable { case auto, always, never }

    static let outputIsTerminal = isatty(STDOUT_FILENO) == 1
    static let errorIsTerminal = isatty(STDERR_FILENO) == 1

    private static let output = OutputStream()

    /// Prints a line of a result; ends the process with status 3 where nothing takes it.
    static func print(_ text: String) { output.write(text + "\n") }

    /// Hands over all that was printed; called before the process ends.
    static func flush() { output.flush() }

    static func complain(_ text: String) {
        if outputIsTerminal { flush() }
        sendToErrors(text + "\n")
    }

    /// Writes over the line that was written last.
    static func progress(_ text: String) { sendToErrors("\r\u{1B}[K" + text) }

    /// Messages that nobody takes are dropped.
    fileprivate static func sendToErrors(_ text: String) {
        let bytes = Array(text.utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Whether matches are coloured: on a terminal, unless `NO_COLOR` is set (no-color.org) or an option says otherwise.
    static func isColored(_ color: Color) -> Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: outputIsTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
        }
    }

    /// Bold red where matches are coloured, in brackets elsewhere.
    static func mark(_ text: some StringProtocol, color: Color = .auto) -> String {
        isColored(color) ? "\u{1B}[1;31m\(text)\u{1B}[0m" : "【\(text)】"
    }
}

/// Standard output, written in large parts unless a person is watching.
private final class OutputStream: @unchecked Sendable {
    private let lock = NSLock()
    private var pending: [UInt8] = []
    private static let size = 1 << 16

    func write(_ text: String) {
        lock.withLock {
            pending.append(contentsOf: text.utf8)
            if pending.count >= Self.size || Terminal.outputIsTerminal { send() }
        }
    }

    func flush() { lock.withLock { send() } }

    /// A reader that has gone, or a full disk, ends the process: what is printed on would be lost.
    private func send() {
        var written = 0
        while written < pending.count {
            let count = unsafe pending.withUnsafeBytes { bytes in
                unsafe Foundation.write(
                    STDOUT_FILENO, bytes.baseAddress.map { unsafe $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let reason = unsafe String(cString: strerror(errno))
                Terminal.sendToErrors("error: standard output could not be written: \(reason)\n")
                _exit(Status.failure.rawValue)
            }
            written += count
        }
        pending.removeAll(keepingCapacity: true)
    }
}
