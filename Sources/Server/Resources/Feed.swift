/// What a reader of news takes in (Atom, RFC 4287).
struct Feed {
    struct Entry {
        var address: Address
        var place: String?
        var title: String
        /// ISO 8601, a day.
        var updated: String?
        var summary: String
    }
    var title: String
    var address: Address
    var entries: [Entry]

    /// The feed as XML, whose escapes are those of HTML.
    var bytes: [UInt8] {
        var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
        let updated = entries.compactMap(\.updated).max() ?? "2000-01-01"
        text += "<id>urn:gongbao:feed:\(escaped(address.text))</id><title>\(escaped(title))</title>"
        text += "<updated>\(Self.time(updated))</updated><author><name>gongbao</name></author>"
        text += "<link rel=\"alternate\" href=\"\(escaped(address.text))\"/>\n"
        for entry in entries {
            let address = entry.place.map { entry.address.at($0) } ?? entry.address
            text += "<entry><id>urn:gongbao:\(escaped(address.text))</id><title>\(escaped(entry.title))</title>"
            text += "<updated>\(Self.time(entry.updated ?? "2000-01-01"))</updated>"
            text += "<link rel=\"alternate\" href=\"\(escaped(address.text))\"/>"
            text += "<summary>\(escaped(entry.summary))</summary></entry>\n"
        }
        return Array((text + "</feed>\n").utf8)
    }

    private func escaped(_ text: String) -> String { String(decoding: Markup(text).bytes, as: UTF8.self) }

    /// A day as the moment at which it begins; a year or a month as its first day.
    private static func time(_ day: String) -> String {
        let parts = day.split(separator: "-")
        let whole = parts + ["01", "01"].suffix(max(0, 3 - parts.count))
        return whole.joined(separator: "-") + "T00:00:00+08:00"
    }
}
