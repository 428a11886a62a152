import Extract

/// How a provision is cited: 《…》第十二条第二款.
struct ProvisionCitation {
    let document: DocumentRecord

    /// The citation of each provision, by its id.
    func all() -> [String: String] {
        var result: [String: String] = [:]
        let number = document.number.map { "（\($0.text)）" } ?? ""
        collect(document.provisions, "《\(document.title)》\(number)", inArticle: false, &result)
        return result
    }

    private func collect(_ provisions: [Provision], _ above: String, inArticle: Bool, _ result: inout [String: String])
    {
        // The text of the article itself is its first paragraph (款).
        var paragraph = 1
        for provision in provisions {
            var name = above
            var isInArticle = inArticle
            switch provision.level {
            case .article:
                name += provision.label ?? ""
                isInArticle = true
            case .paragraph where inArticle:
                paragraph += 1
                name += "第\(Self.chinese(paragraph))款"
            case .item where inArticle, .subitem where inArticle:
                name += "第\(Self.bare(provision.label ?? ""))\(provision.level == .item ? "项" : "目")"
            // Articles are numbered through, so that chapters are not named.
            case .part, .chapter, .section: break
            default: name += provision.label ?? ""
            }
            result[provision.id] = name
            collect(provision.children, name, inArticle: isInArticle, &result)
        }
    }

    /// A label without the stop behind it.
    static func bare(_ label: String) -> String {
        var label = label
        while let last = label.unicodeScalars.last, "、．.，, ".unicodeScalars.contains(last) {
            label.unicodeScalars.removeLast()
        }
        return label
    }

    private static func chinese(_ number: Int) -> String {
        let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1..<100).contains(number) else { return String(number) }
        let tens = number / 10
        let ones = number % 10
        return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + (ones > 0 ? digits[ones] : "")
    }
}
