import Testing

@testable import Server

@Suite("Markup") struct MarkupTests {
    private static let marks = ["\u{301}", "\u{FE0F}", "\u{200D}", "\u{20E3}", "\u{338}"]

    @Test("what HTML gives a meaning is escaped, whatever combines with it", arguments: marks)
    func combining(mark: String) {
        for (sign, reference) in [("\"", "&quot;"), ("'", "&#39;"), ("<", "&lt;"), (">", "&gt;"), ("&", "&amp;")] {
            let inText = Tag.p(text: sign + mark + " onfocus=x")
            #expect(string(inText) == "<p>\(reference)\(mark) onfocus=x</p>")
            let inAttribute = Tag.input(.value(sign + mark + " onfocus=x"))
            #expect(string(inAttribute) == "<input value=\"\(reference)\(mark) onfocus=x\">")
        }
    }

    @Test("control characters are left out, line breaks stay")
    func control() {
        #expect(string(Markup("a\u{0}b\u{1B}c\nd\te\u{7F}")) == "abc\nd\te")
    }

    @Test("pieces are gathered in order")
    func builder() {
        let page = Tag.ul {
            for name in ["甲", "乙"] { Tag.li { if name == "甲" { Tag.strong(text: name) } else { name } } }
            nil as Markup?
        }
        #expect(string(page) == "<ul><li><strong>甲</strong></li><li>乙</li></ul>")
    }

    @Test(
        "addresses can't leave the service",
        arguments: [
            (Address("documents", "//evil.example/"), "/documents/%2F%2Fevil.example%2F"),
            (Address("units", "javascript:alert(1)"), "/units/javascript%3Aalert%281%29"),
            (Address("search").with("q", "\"><script>"), "/search?q=%22%3E%3Cscript%3E"),
            (
                Address("documents", "沈政发〔2026〕1号").ending(.json),
                "/documents/%E6%B2%88%E6%94%BF%E5%8F%91%E3%80%942026%E3%80%951%E5%8F%B7.json"
            ),
            (Address("a").with("b", "1").with("b", nil).at("条"), "/a#%E6%9D%A1"),
        ])
    func addresses(address: Address, text: String) { #expect(address.text == text) }

    private func string(_ markup: Markup) -> String { String(decoding: markup.bytes, as: UTF8.self) }
}
