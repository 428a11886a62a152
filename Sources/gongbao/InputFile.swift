import Foundation
import Ingest

/// A file that a command is to read, a file inside of another, or standard input.
struct InputFile: Sendable {
    /// As it was given, or below the folder as it was given; `-` is standard input.
    ///
    /// A file inside of another is named below
    /// that: `bundle.zip/notice.docx`.
    var path: String
    /// The file in which it lies, and its name there; nil for a file of its own.
    var bundle: (path: String, name: String)?

    init(path: String, bundle: (path: String, name: String)? = nil) {
        self.path = path
        self.bundle = bundle
    }

    var url: URL { URL(filePath: path) }
    var absolutePath: String { url.absoluteURL.path(percentEncoded: false) }
    var isStandardInput: Bool { path == "-" }

    /// Size and time of the last change; zero for standard input.
    var stamp: (size: Int, modified: Double) {
        let path = bundle?.path ?? path
        guard !isStandardInput, let values = try? FileManager.default.attributesOfItem(atPath: path) else {
            return (0, 0)
        }
        return ((values[.size] as? Int) ?? 0, (values[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0)
    }

    /// The paths that fit a pattern with `*`, `?` and `[…]`, for patterns that the shell left alone.
    static func matches(of pattern: String) -> [String] {
        var paths = [pattern.hasPrefix("/") ? "/" : ""]
        for part in pattern.split(separator: "/") {
            guard part.contains(where: { "*?[".contains($0) }) else {
                paths = paths.map { $0 + part + "/" }
                continue
            }
            paths = paths.flatMap { folder -> [String] in
                let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
                return names.sorted().filter { unsafe fnmatch(String(part), $0, FNM_PERIOD) == 0 }.map {
                    folder + $0 + "/"
                }
            }
        }
        return paths.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
            .filter { FileManager.default.fileExists(atPath: $0) }
    }
}
