import Ingest

/// Which place a document means by 市, 省 or 区.
///
/// What issuers' names say comes first, then what the title and the gazette's own name say, then titles that it cites.
/// Where two places of a kind are named alike, the mark alone means neither.
struct PlaceContext {
    /// The place by its mark; nil in it where several are named.
    private var places: [String: String?] = [:]
    /// The place of the document itself; nil where no issuer names one.
    private(set) var own: String?

    /// The context of a document.
    ///
    /// - Parameters:
    ///   - sources: Names and titles that may begin with places, those that are trusted most first; those of one group are
    ///     trusted alike.
    init(_ sources: [[String]]) {
        for (rank, group) in sources.enumerated() {
            var named: [String: Set<String>] = [:]
            for name in group {
                let chain = PlaceChain(Self.bare(name))
                for index in chain.steps.indices {
                    named[chain.steps[index].mark, default: []].insert(chain.name(of: index))
                }
                if rank <= 1, own == nil {
                    own = chain.placeName ?? (rank == 0 && Self.isNational(name) ? UnitIdentity.nation : nil)
                }
            }
            for (mark, names) in named where places[mark] == nil {
                places[mark] = names.count == 1 ? names.first : .some(nil)
            }
        }
    }

    /// The place that a mark means; nil where the document doesn't say.
    func place(of mark: String) -> String? { places[mark] ?? nil }

    /// Whether an issuer is of the whole country.
    private static func isNational(_ name: String) -> Bool {
        let text = bare(name)
        if ["国务院", "中央", "国家", "全国", "中华人民共和国", "最高"].contains(where: { text.begins(with: $0) }) { return true }
        return UnitName.isMinistry(text)
    }

    /// A name without what stands before its place.
    static func bare(_ name: String) -> [Unicode.Scalar] {
        var text = name.unicodeScalars.filter { !$0.isBlank }[...]
        for opening in ["中国共产党", "中共", "《", "共青团", "中国共产主义青年团"] where text.starts(with: opening.unicodeScalars) {
            text = text.dropFirst(opening.unicodeScalars.count)
        }
        return Array(text)
    }
}
