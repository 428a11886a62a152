import Foundation
import Ingest

/// The files that arguments name: files, folders with all that is below them, archives of files, patterns (`*.txt`), `-`;
/// and what of folders was passed over.
struct Inputs {
    private(set) var files: [InputFile] = []
    private(set) var passedOver = PassedOver()

    /// A folder that is not walked: that of the archive itself.
    private let excluded: String?

    /// - Parameters:
    ///   - archive: The folder of the archive, which may lie in one that is walked.
    ///   - complain: Called with each argument that names nothing to read, and why.
    init(_ arguments: [String], archive: URL? = nil, complain: (FileProblem) -> Void) {
        excluded = archive?.standardizedFileURL.path(percentEncoded: false)
        for argument in arguments {
            if argument == "-" {
                files.append(InputFile(path: argument))
                continue
            }
            let before = (files.count, passedOver.count)
            var paths = [argument]
            if !FileManager.default.fileExists(atPath: argument), argument.contains(where: { "*?[".contains($0) }) {
                paths = InputFile.matches(of: argument)
            }
            for path in paths { add(path, complain) }
            if files.count == before.0 {
                if paths.isEmpty || !FileManager.default.fileExists(atPath: paths[0]) {
                    complain(FileProblem(path: argument, code: "unreadable", message: "no such file"))
                } else if passedOver.count > before.1 {
                    complain(
                        FileProblem(
                            path: argument, code: "empty",
                            message: "holds no file of a kind that is read (passed over: \(passedOver.summary))"))
                } else if FileManager.default.isReadableFile(atPath: argument) {
                    complain(FileProblem(path: argument, code: "empty", message: "an empty folder"))
                }
            }
        }
    }

    private mutating func add(_ path: String, _ complain: (FileProblem) -> Void) {
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else {
            addFile(path)
            return
        }
        guard FileManager.default.isReadableFile(atPath: path) else {
            complain(FileProblem(path: path, code: "unreadable", message: "no permission to read this folder"))
            return
        }
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        // Links to folders are not followed, so that none leads round in a circle.
        let names = (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted()
        let all = Set(names)
        for name in names {
            let file = "\(folder)/\(name)"
            var isInner: ObjCBool = false
            guard unsafe FileManager.default.fileExists(atPath: file, isDirectory: &isInner) else { continue }
            if isInner.boolValue {
                if !FileManager.default.isReadableFile(atPath: file) {
                    complain(FileProblem(path: file, code: "unreadable", message: "no permission to read this folder"))
                }
                continue
            }
            if let excluded, URL(filePath: file).standardizedFileURL.path(percentEncoded: false).hasPrefix(excluded) {
                continue
            }
            if let reason = PassedOver.reason(for: name, among: all) {
                passedOver.add(file, reason)
            } else {
                addFile(file)
            }
        }
    }

    /// A file, or those inside of it.
    private mutating func addFile(_ path: String) {
        guard ["zip", "eml"].contains((path as NSString).pathExtension.lowercased()),
            let bytes = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe),
            let bundle = FileBundle([UInt8](bytes), path: path)
        else {
            files.append(InputFile(path: path))
            return
        }
        // The text of a message is read beside its files.
        if path.lowercased().hasSuffix("eml") { files.append(InputFile(path: path)) }
        let all = Set(bundle.names)
        for name in bundle.names.sorted() {
            if let reason = PassedOver.reason(for: name, among: all, isInner: true) {
                passedOver.add("\(path)/\(name)", reason)
            } else {
                files.append(InputFile(path: "\(path)/\(name)", bundle: (path, name)))
            }
        }
    }
}

/// What of folders is not read, and why.
struct PassedOver {
    /// Why a file is passed over.
    enum Reason: Hashable {
        /// Its name ends in what no format that is read does; empty where its name has no ending.
        case kind(String)
        case hidden, readme, pagePart

        /// For a person, with how many there are.
        func text(_ count: Int) -> String {
            switch self {
            case .kind(""): "\(count) without an ending"
            case .kind(let ending): "\(count) .\(ending)"
            case .hidden: "\(count) hidden"
            case .readme: "\(count) README"
            case .pagePart: "\(count) parts of saved pages"
            }
        }

        /// Why, in a sentence.
        var sentence: String {
            switch self {
            case .kind(""): "its name has no ending that tells a kind"
            case .kind(let ending): ".\(ending) is no kind that is read"
            case .hidden: "hidden"
            case .readme: "a README tells of the folder"
            case .pagePart: "a part of a saved page"
            }
        }
    }

    private(set) var files: [(path: String, reason: Reason)] = []

    var count: Int { files.count }

    /// Whether something was passed over that could have been a document.
    var isNotable: Bool { files.contains { if case .kind = $0.reason { true } else { false } } }

    mutating func add(_ path: String, _ reason: Reason) { files.append((path, reason)) }

    /// How many of each kind: 「4 .png, 1 README」.
    var summary: String {
        let counts = Dictionary(grouping: files, by: \.reason).mapValues(\.count)
        return counts.map { ($0.value, $0.key.text($0.value)) }.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1)
            .joined(separator: ", ")
    }

    /// What the name of a file in a folder must end with to be read; a file that is named by itself may end as it likes.
    private static let endings: Set<String> = [
        "txt", "text", "md", "markdown", "html", "htm", "xhtml", "shtml", "docx", "doc", "wps", "rtf", "mht", "mhtml",
        "xlsx", "xls", "et", "odt", "ods", "epub", "eml", "pdf", "ofd", "zip", "json",
    ]
    /// Kinds of files that are parts of a page where they lie in its folder.
    private static let pageKinds: Set<String> = ["html", "htm", "xhtml", "shtml", "txt", "json", "zip", "md"]

    /// Returns why a file of a folder is not read; nil for one that is.
    ///
    /// - Parameters:
    ///   - name: Its path below the folder.
    ///   - names: The paths of all files of the folder.
    ///   - isInner: Whether it lies in an archive, whose own archives are not opened.
    static func reason(for name: String, among names: Set<String>, isInner: Bool = false) -> Reason? {
        let parts = name.split(separator: "/")
        if parts.contains(where: { $0.hasPrefix(".") || $0 == "__MACOSX" }) { return .hidden }
        let ending = (name as NSString).pathExtension.lowercased()
        if parts.last?.uppercased().hasPrefix("README") ?? false { return .readme }
        if isPartOfPage(parts, names), !endings.contains(ending) || pageKinds.contains(ending) { return .pagePart }
        if !endings.contains(ending) || isInner && ending == "zip" { return .kind(ending) }
        return nil
    }

    /// Whether a folder around a file is the one that a browser saved with a page: `page_files` beside `page.html`.
    private static func isPartOfPage(_ parts: [Substring], _ names: Set<String>) -> Bool {
        parts.indices.dropLast().contains { index in
            for suffix in ["_files", ".files", "_file"] where parts[index].hasSuffix(suffix) {
                let stem = (parts[..<index] + [parts[index].dropLast(suffix.count)]).joined(separator: "/")
                if ["html", "htm", "shtml", "mht"].contains(where: { names.contains("\(stem).\($0)") }) { return true }
            }
            return false
        }
    }
}
