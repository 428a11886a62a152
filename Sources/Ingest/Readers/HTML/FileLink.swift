/// Links of a page to files that can be taken down.
enum FileLink {
    private static let endings: Set<String> = [
        "doc", "docx", "wps", "xls", "xlsx", "et", "ppt", "pptx", "dps", "pdf", "ofd", "txt", "rtf", "zip", "rar", "7z",
        "ceb", "csv", "tif",
    ]

    /// Returns the address of a link to a file; nil for a link to another page.
    static func address(_ reference: String?) -> String? {
        guard let reference else { return nil }
        let path = reference.prefix { $0 != "?" && $0 != "#" }
        guard let dot = path.lastIndex(of: "."), endings.contains(path[path.index(after: dot)...].lowercased()) else {
            return nil
        }
        return reference
    }
}
