/// What a page is made in: its language, its address, the day.
struct Scene {
    let inquiry: Inquiry
    var say: Language { inquiry.language }
    var address: Address { inquiry.address }
    var today: String { inquiry.today }

    init(_ inquiry: Inquiry) { self.inquiry = inquiry }

    /// A link's address in the language of the page.
    func to(_ address: Address) -> Attribute {
        .href(say == .english ? address.with("lang", "en") : address)
    }

    func link(_ text: String, _ address: Address, class name: String? = nil) -> Markup {
        Tag.a(to(address), name.map(Attribute.class), text: text)
    }

    /// A field that keeps the language in a form.
    var languageField: Markup {
        say == .english ? Tag.input(.type("hidden"), .name("lang"), .value("en")) : .empty
    }

    /// A number with its thousands parted.
    func count(_ number: Int) -> String {
        let digits = String(number)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append("\u{202F}") }
            result.append(digit)
        }
        return result
    }

    func percent(_ share: Double) -> String { "\((share * 10_000).rounded() / 100)\u{202F}%" }
}

/// A page without its frame.
struct Page {
    var title: String
    /// The entry of the navigation under which it stands.
    var section: String?
    /// What else the page is given as.
    var formats: [Format] = []
    var body: Markup
}
