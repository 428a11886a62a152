/// Names of parts inside a container.
enum PartName {
    /// The part that a reference means.
    ///
    /// - Parameters:
    ///   - reference: From the root where it begins with `/`, else from the folder.
    ///   - folder: Ends with `/`, or is empty for the root.
    /// - Returns: A name from the root, without `.` and `..`; these never lead out of the root.
    static func resolve(_ reference: String, from folder: String) -> String {
        let reference = reference.replacing("\\", with: "/")
        var parts: [Substring] = []
        for part in (reference.hasPrefix("/") ? reference : folder + reference).split(separator: "/") {
            switch part {
            case ".": continue
            case "..": parts = parts.dropLast()
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}

extension PartName {
    /// The folder of a part, with `/` at its end; empty for a part at the root.
    static func folder(of part: String) -> String { part.lastIndex(of: "/").map { String(part[...$0]) } ?? "" }
}

extension String {
    /// Without the white space of XML at the ends; the ideographic blank is none.
    var trimmingXMLSpace: String {
        let isSpace: (Unicode.Scalar) -> Bool = { " \t\r\n".unicodeScalars.contains($0) }
        let scalars = Array(unicodeScalars)
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }
}
