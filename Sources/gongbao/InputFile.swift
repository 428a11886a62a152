import Foundation

/// A file that a command is to read, or standard input.
struct InputFile: Sendable {
    /// As it was given, or below the folder as it was given; `-` is standard input.
    var path: String

    var url: URL { URL(filePath: path) }
    var absolutePath: String { url.absoluteURL.path(percentEncoded: false) }
    var isStandardInput: Bool { path == "-" }

    /// Size and time of the last change; zero for standard input.
    var stamp: (size: Int, modified: Double) {
        guard !isStandardInput, let values = try? FileManager.default.attributesOfItem(atPath: path) else {
            return (0, 0)
        }
        return ((values[.size] as? Int) ?? 0, (values[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0)
    }

    /// The files that arguments name: files, folders with all that is below them, patterns (`*.txt`), `-`.
    ///
    /// - Parameter complain: Called with each argument that names nothing.
    static func all(_ arguments: [String], complain: (String) -> Void) -> [InputFile] {
        arguments.flatMap { argument -> [InputFile] in
            if argument == "-" { return [InputFile(path: argument)] }
            var found = below(argument)
            if found.isEmpty, argument.contains(where: { "*?[".contains($0) }) {
                found = matches(of: argument).flatMap(below)
            }
            if found.isEmpty { complain("\(argument): no such file, or an empty folder") }
            return found
        }
    }

    /// A file itself, or the files below a folder that can be read, by name; hidden ones are left out.
    private static func below(_ path: String) -> [InputFile] {
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
        guard isFolder.boolValue else { return [InputFile(path: path)] }
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        // Links to folders are not followed, so that none leads round in a circle.
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return names.filter { name in
            let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
            // A README tells of the folder and is no gazette.
            let isReadme = (name as NSString).lastPathComponent.uppercased().hasPrefix("README")
            return !isHidden && !isReadme && extensions.contains((name as NSString).pathExtension.lowercased())
        }.sorted().map { InputFile(path: "\(folder)/\($0)") }
    }

    /// What a file in a folder must end with to be read; a file that is named by itself may end as it likes.
    private static let extensions: Set<String> = [
        "txt", "text", "md", "markdown", "html", "htm", "xhtml", "shtml", "docx", "pdf", "ofd", "json",
    ]

    /// The paths that fit a pattern with `*`, `?` and `[…]`, for patterns that the shell left alone.
    private static func matches(of pattern: String) -> [String] {
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
