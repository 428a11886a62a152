/// Finds the provisions to which internal references point.
public struct ReferenceResolver: Sendable {
    private struct Place {
        var provision: Provision
        /// The place of the provision above it.
        var parent: Int?
    }

    /// In reading order.
    private var places: [Place] = []
    private var numbers: [ByteKey: Int] = [:]
    /// The articles of each part of the document (its text, each attachment), by number.
    private var articles: [String: [Int: String]] = [:]
    /// The outermost numbered provisions of each part, by number: what 第三条 and 第二部分 mean where there are no articles.
    private var outermost: [String: [Int: String]] = [:]
    /// The attachments, in order.
    private var attachments: [String] = []

    /// - Parameter roots: The provisions of one document.
    public init(_ roots: [Provision]) {
        for root in roots {
            let part = Self.part(of: root.id)
            if root.id == part, !part.isEmpty { attachments.append(root.id) }
            for provision in root.id == part ? root.children : [root] {
                guard let number = provision.number, provision.level != .paragraph, provision.level != .table else {
                    continue
                }
                outermost[part, default: [:]][number, default: provision.id] = provision.id
            }
        }
        for root in roots { add(root, below: nil, in: Self.part(of: root.id)) }
    }

    private mutating func add(_ provision: Provision, below parent: Int?, in part: String) {
        let place = places.count
        places.append(Place(provision: provision, parent: parent))
        numbers[ByteKey(provision.id)] = place
        if provision.level == .article, let number = provision.number {
            articles[part, default: [:]][number, default: provision.id] = provision.id
        }
        for child in provision.children { add(child, below: place, in: part) }
    }

    private func place(of id: String) -> Int? { numbers[ByteKey(id)] }

    /// The provisions around one, itself first, the outermost last.
    private func chain(from id: String) -> some Sequence<Provision> {
        sequence(first: place(of: id)) { place in place.map { places[$0].parent } }
            .lazy.prefix { $0 != nil }.compactMap { $0.map { places[$0].provision } }
    }

    /// The ids of the provisions to which a reference points; empty where the document has none such.
    ///
    /// - Parameter origin: The id of the provision in which the reference stands.
    public func provisions(for reference: InternalReference, from origin: String) -> [String] {
        switch reference.base {
        case .instrument:
            guard let first = reference.article else { return [] }
            let last = reference.lastArticle ?? first
            guard first <= last, last - first < 1000 else { return [] }
            let part = Self.part(of: origin)
            // 本通知第三条 is 三、 of a text without articles.
            let numbered = articles[part] ?? (reference.isNamed ? outermost[part] : nil)
            let listed = (first...last).compactMap { numbered?[$0] }
            return listed.count == 1 ? inner(reference, of: listed[0]) : listed
        case .article:
            return article(of: origin).map { inner(reference, of: $0) } ?? []
        case .paragraph:
            return (paragraph(of: origin) ?? article(of: origin)).map { inner(reference, of: $0) } ?? []
        case .previousArticle:
            guard let number = article(of: origin).flatMap({ place(of: $0) }).flatMap({ places[$0].provision.number })
            else { return [] }
            let before = (max(1, number - reference.count)..<number).compactMap {
                articles[Self.part(of: origin)]?[$0]
            }
            return before.count == 1 ? inner(reference, of: before[0]) : before
        case .previousParagraph:
            guard let article = article(of: origin) else { return [] }
            let number = paragraph(of: origin).flatMap { place(of: $0) }.flatMap { places[$0].provision.number } ?? 1
            return (max(1, number - reference.count)..<number).flatMap { before in
                var counted = reference
                counted.paragraph = before
                return inner(counted, of: article)
            }
        case .previousItem:
            guard let here = place(of: origin).map({ places[$0] }), let number = here.provision.number,
                let siblings = here.parent.map({ places[$0].provision.children })
            else { return [] }
            let before = max(1, number - reference.count)..<number
            return siblings.filter { sibling in
                sibling.level == here.provision.level && sibling.number.map(before.contains) ?? false
            }.map(\.id)
        case .list: return listed(reference, from: origin)
        case .attachment:
            guard let number = reference.number else { return attachments.count == 1 ? attachments : [] }
            return attachments.indices.contains(number - 1) ? [attachments[number - 1]] : []
        case .part:
            return reference.number.flatMap { outermost[Self.part(of: origin)]?[$0] }.map { [$0] } ?? []
        }
    }

    /// The items that 上述第（三）项 means: of the article in which it stands, else beside or before the provision itself.
    private func listed(_ reference: InternalReference, from origin: String) -> [String] {
        guard let first = reference.item else { return [] }
        let wanted = first...max(first, reference.lastItem ?? first)
        for provision in chain(from: origin) {
            let items = provision.children.filter { child in
                child.level != .paragraph && child.level != .table && child.number.map(wanted.contains) ?? false
            }
            if items.count == wanted.count { return items.map(\.id) }
            if provision.level == .article { break }
        }
        return []
    }

    /// 款 and 项 below a provision; an article's own text is its first 款.
    private func inner(_ reference: InternalReference, of id: String) -> [String] {
        guard var place = place(of: id).map({ places[$0].provision }) else { return [] }
        if let number = reference.paragraph, number > 1 {
            guard let child = place.children.first(where: { $0.level == .paragraph && $0.number == number }) else {
                return []
            }
            place = child
        }
        guard let first = reference.item else { return [place.id] }
        let last = reference.lastItem ?? first
        return place.children.filter { child in
            child.level == .item && child.number.map { first <= $0 && $0 <= last } ?? false
        }.map(\.id)
    }

    private func article(of id: String) -> String? { nearest(.article, to: id) }

    private func paragraph(of id: String) -> String? { nearest(.paragraph, to: id) }

    private func nearest(_ level: Provision.Level, to id: String) -> String? {
        chain(from: id).first { $0.level == level }?.id
    }

    /// Which part of its document a provision belongs to, by its path: the text itself or one attachment.
    private static func part(of id: String) -> String {
        let steps = id.split(separator: "/", omittingEmptySubsequences: false)
        guard let attachment = steps.firstIndex(where: { $0.hasPrefix("att") }) else { return "" }
        return steps[...attachment].joined(separator: "/")
    }
}
