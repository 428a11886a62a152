/// An attribute of an element; its value is escaped where it is written.
struct Attribute: Sendable {
    let name: String
    /// Nil for one that is there or not.
    let value: String?

    private init(_ name: StaticString, _ value: String?) {
        self.name = name.description
        self.value = value
    }

    static func `class`(_ value: String) -> Attribute { Attribute("class", value) }
    static func id(_ value: String) -> Attribute { Attribute("id", value) }
    static func lang(_ value: String) -> Attribute { Attribute("lang", value) }
    static func title(_ value: String) -> Attribute { Attribute("title", value) }
    static func role(_ value: String) -> Attribute { Attribute("role", value) }
    static func name(_ value: String) -> Attribute { Attribute("name", value) }
    static func value(_ value: String) -> Attribute { Attribute("value", value) }
    static func type(_ value: String) -> Attribute { Attribute("type", value) }
    static func rel(_ value: String) -> Attribute { Attribute("rel", value) }
    static func content(_ value: String) -> Attribute { Attribute("content", value) }
    static func charset(_ value: String) -> Attribute { Attribute("charset", value) }
    static func method(_ value: String) -> Attribute { Attribute("method", value) }
    static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
    static func scope(_ value: String) -> Attribute { Attribute("scope", value) }
    static func datetime(_ value: String) -> Attribute { Attribute("datetime", value) }
    static func placeholder(_ value: String) -> Attribute { Attribute("placeholder", value) }
    static func autocomplete(_ value: String) -> Attribute { Attribute("autocomplete", value) }
    static func list(_ id: String) -> Attribute { Attribute("list", id) }
    static func rows(_ count: Int) -> Attribute { Attribute("rows", String(count)) }
    static func maxlength(_ count: Int) -> Attribute { Attribute("maxlength", String(count)) }
    static func colspan(_ count: Int) -> Attribute { Attribute("colspan", String(count)) }
    /// An attribute of accessibility, such as `label` for `aria-label`.
    static func aria(_ name: StaticString, _ value: String) -> Attribute { Attribute(prefix: "aria-", name, value) }
    /// An attribute that the page's script reads.
    static func data(_ name: StaticString, _ value: String) -> Attribute { Attribute(prefix: "data-", name, value) }
    /// A number that a drawing needs.
    static func drawing(_ name: StaticString, _ value: Double) -> Attribute {
        Attribute(name, value == value.rounded() ? String(Int(value)) : String((value * 100).rounded() / 100))
    }
    static func viewBox(width: Double, height: Double) -> Attribute {
        Attribute("viewBox", "0 0 \(Int(width)) \(Int(height))")
    }
    /// Lets a drawing fill its place in both directions.
    static let stretched = Attribute("preserveAspectRatio", "none")
    static let checked = Attribute("checked", nil)
    static let selected = Attribute("selected", nil)
    /// Lets the keyboard reach what scrolls.
    static let tabindex = Attribute("tabindex", "0")
    static let required = Attribute("required", nil)
    static let open = Attribute("open", nil)
    static let `defer` = Attribute("defer", nil)
    static let hidden = Attribute("hidden", nil)

    // Addresses are made by `Address`, so that none can name another scheme or host.
    static func href(_ address: Address) -> Attribute { Attribute("href", address.text) }
    static func src(_ address: Address) -> Attribute { Attribute("src", address.text) }
    static func action(_ address: Address) -> Attribute { Attribute("action", address.text) }
    /// A place on the same page.
    static func href(place: String) -> Attribute { Attribute("href", "#" + Address.encoded(place)) }

    private init(prefix: String, _ name: StaticString, _ value: String) {
        self.name = prefix + name.description
        self.value = value
    }
}
