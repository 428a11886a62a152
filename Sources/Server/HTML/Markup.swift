/// A piece of HTML.
///
/// Text enters it escaped, and only so: there is no way to put markup in as a string. Escaping goes over bytes, so that no
/// combining mark can hide a quotation mark behind itself.
struct Markup: Sendable {
    private(set) var bytes: [UInt8] = []

    /// Nothing.
    static let empty = Markup()

    init() {}

    /// A text, escaped.
    init(_ text: some StringProtocol) { append(text: text) }

    mutating func append(_ other: Markup) { bytes += other.bytes }

    /// Appends a text; what HTML gives a meaning is written as a reference, and control characters are left out.
    mutating func append(text: some StringProtocol) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: continue
            default: bytes.append(byte)
            }
        }
    }

    fileprivate mutating func open(_ tag: Tag, _ attributes: [Attribute]) {
        bytes.append(UInt8(ascii: "<"))
        bytes += tag.rawValue.utf8
        for attribute in attributes {
            bytes.append(UInt8(ascii: " "))
            bytes += attribute.name.utf8
            guard let value = attribute.value else { continue }
            bytes += "=\"".utf8
            append(text: value)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    fileprivate mutating func close(_ tag: Tag) {
        bytes += "</".utf8
        bytes += tag.rawValue.utf8
        bytes.append(UInt8(ascii: ">"))
    }

    /// A whole document, with its type before it.
    static func document(_ root: Markup) -> [UInt8] { Array("<!DOCTYPE html>\n".utf8) + root.bytes }
}

/// The elements that pages are made of.
enum Tag: String {
    case html, head, title, body, header, nav, main, footer, section, article, aside, details, summary
    case h1, h2, h3, h4, p, div, span, a, ul, ol, li, dl, dt, dd, blockquote, mark, ins, del, strong, em, small, time,
        code, pre
    case table, caption, thead, tbody, tr, th, td, form, fieldset, legend, label, select, option, button, textarea,
        script
    case svg, rect, g, path, circle, text, datalist
    // These hold nothing and are not closed.
    case meta, link, input, br, hr

    private var isVoid: Bool { [.meta, .link, .input, .br, .hr].contains(self) }

    /// An element with what stands in it.
    func callAsFunction(
        _ attributes: Attribute?..., @MarkupBuilder content: () -> Markup = { .empty }
    ) -> Markup {
        var markup = Markup()
        markup.open(self, attributes.compactMap(\.self))
        guard !isVoid else { return markup }
        markup.append(content())
        markup.close(self)
        return markup
    }

    /// An element that holds a text.
    func callAsFunction(_ attributes: Attribute?..., text: some StringProtocol) -> Markup {
        var markup = Markup()
        markup.open(self, attributes.compactMap(\.self))
        markup.append(text: text)
        markup.close(self)
        return markup
    }
}

/// Gathers pieces of HTML and texts in the order in which they are written.
@resultBuilder enum MarkupBuilder {
    static func buildExpression(_ markup: Markup) -> Markup { markup }
    static func buildExpression(_ markup: Markup?) -> Markup { markup ?? .empty }
    static func buildExpression(_ text: String) -> Markup { Markup(text) }
    static func buildExpression(_ pieces: [Markup]) -> Markup { buildArray(pieces) }
    static func buildPartialBlock(first: Markup) -> Markup { first }
    static func buildPartialBlock(accumulated: Markup, next: Markup) -> Markup {
        var result = accumulated
        result.append(next)
        return result
    }
    static func buildBlock() -> Markup { .empty }
    static func buildOptional(_ markup: Markup?) -> Markup { markup ?? .empty }
    static func buildEither(first markup: Markup) -> Markup { markup }
    static func buildEither(second markup: Markup) -> Markup { markup }
    static func buildArray(_ pieces: [Markup]) -> Markup {
        var result = Markup()
        for piece in pieces { result.append(piece) }
        return result
    }
}
