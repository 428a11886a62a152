/// A folded text in which words are looked for.
struct Haystack: Sendable {
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    /// Returns whether a text occurs in this one.
    func contains(_ needle: [UInt8]) -> Bool { firstOffset(of: needle) != nil }

    /// Returns the offset of a text's first occurrence.
    func firstOffset(of needle: [UInt8], from start: Int = 0) -> Int? {
        guard let first = needle.first, bytes.count - start >= needle.count else { return nil }
        let last = bytes.count - needle.count
        var at = start
        while at <= last {
            if bytes[at] == first {
                var index = 1
                while index < needle.count, bytes[at + index] == needle[index] { index += 1 }
                if index == needle.count { return at }
            }
            at += 1
        }
        return nil
    }

    /// Returns whether the characters of a short form occur in their order, close together: 婚检率 in 婚前医学检查率.
    func abbreviates(_ form: [Unicode.Scalar]) -> Bool {
        guard form.count >= 3 else { return false }
        let text = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        let window = form.count * 3 + 2
        for start in text.indices where text[start] == form[0] {
            var rest = form[...]
            for scalar in text[start..<min(text.count, start + window)] {
                if "，。；、,;".unicodeScalars.contains(scalar) { break }
                if scalar == rest.first { rest = rest.dropFirst() }
                if rest.isEmpty { return true }
            }
        }
        return false
    }
}
