import Extract
import Foundation

/// Text of calendars as RFC 5545 writes it.
enum CalendarText {
    /// A content line, folded at 75 bytes between characters (section 3.1).
    static func line(_ text: String) -> String {
        var result = ""
        var width = 0
        for character in text.unicodeScalars {
            let size = String(character).utf8.count
            if width + size > 75 {
                result += "\r\n "
                width = 1
            }
            result.unicodeScalars.append(character)
            width += size
        }
        return result + "\r\n"
    }

    /// Text with the marks taken out of their meaning (section 3.3.11).
    static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
            .replacing("\r", with: "").replacing("\n", with: "\\n")
    }

    /// The beginning of a text, for a title.
    static func shortened(_ text: String) -> String {
        text.count <= 60 ? text : String(text.prefix(59)) + "…"
    }

    static func name(of role: AssignmentRecord.Role) -> String {
        switch role {
        case .lead: "牵头"
        case .responsible: "责任"
        case .support: "配合"
        case .implement: "落实"
        }
    }
}
