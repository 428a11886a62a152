import Foundation

/// Standard output for results, standard error for messages.
enum Terminal {
    static let outputIsTerminal = isatty(STDOUT_FILENO) == 1
    static let errorIsTerminal = isatty(STDERR_FILENO) == 1

    static func print(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    static func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Writes over the line that was written last.
    static func progress(_ text: String) { FileHandle.standardError.write(Data(("\r\u{1B}[K" + text).utf8)) }

    /// Bold red on a terminal, in brackets elsewhere.
    static func mark(_ text: some StringProtocol) -> String {
        outputIsTerminal ? "\u{1B}[1;31m\(text)\u{1B}[0m" : "【\(text)】"
    }
}
