import Ingest

/// The instruments that a document cites, each once, however often and in whatever form it is named.
///
/// Feed it the paragraphs in reading order; a short name (《方案》, 《分工方案》) is taken for the longer title named before
/// it, and a list that a paragraph announces (下列文件予以废止：) takes the relation announced.
struct CitationLedger: Sendable {
    /// One instrument, with the passage that says most of it.
    struct Entry: Equatable, Sendable {
        var match: CitationMatch
        /// The caller's tag of the paragraph in which the passage stands.
        var paragraph: Int
        /// Every passage that names it, in reading order.
        var mentions: [Mention] = []
    }

    /// A passage that names an instrument.
    struct Mention: Equatable, Sendable {
        var range: Range<Int>
        var paragraph: Int
        var relation: CitationMatch.Relation
        /// The article that it points to, as printed.
        var article: String?
    }

    let context: CitationContext
    private(set) var entries: [Entry] = []
    private var byTitle: [String: Int] = [:]
    private var byNumber: [String: Int] = [:]
    /// The last entry whose title ends so, brackets at its end aside; ends of up to six characters.
    private var byEnd: [String: Int] = [:]
    /// The last entry whose title holds 第N号, by N.
    private var byOrdinal: [Int: Int] = [:]
    private var announced: CitationMatch.Relation?
    /// Entries by the short name that the text gives them (以下简称).
    private var byShortName: [String: Int] = [:]
    /// The titles read so far.
    private var names = LawNames()

    init(context: CitationContext) { self.context = context }

    /// Reads the document's own title.
    mutating func read(title: [Unicode.Scalar], paragraph: Int) {
        for match in CitationGrammar.citations(inTitle: title, context: context) { add(match, paragraph: paragraph) }
    }

    /// Reads a paragraph.
    ///
    /// - Parameters:
    ///   - start: Where its own text begins, behind its label.
    ///   - listed: What the headings above say of the instruments that are listed there.
    mutating func read(
        _ text: [Unicode.Scalar], paragraph: Int, from start: Int = 0, isOpening: Bool = false,
        listed: CitationMatch.Relation? = nil
    ) {
        let relation = announced ?? listed
        var found = CitationGrammar.citations(in: text, context: context, isOpening: isOpening, known: names)
        if let relation {
            for index in found.indices where found[index].relation == .mention && found[index].rule == "named" {
                found[index].relation = relation
                found[index].rule = announced == nil ? "listed below a heading" : "listed below the announcement"
            }
            nameListed(&found, text, start, relation)
        }
        for match in found { add(match, paragraph: paragraph) }
        for (name, place) in byShortName where name.hasPrefix("本") { addShort(name, place, text, paragraph) }
        note(text)
    }

    /// Short names by which the text means other instruments though they sound like the document itself: 本法 of 某法（以下简称本法）.
    var foreignNames: [String] { byShortName.keys.filter { $0.hasPrefix("本") } }

    /// Notes 本法第三条 where 本法 is short for another instrument.
    private mutating func addShort(_ name: String, _ place: Int, _ text: [Unicode.Scalar], _ paragraph: Int) {
        let word = Array(name.unicodeScalars)
        for index in text.indices where text[index] == "本" && text[index...].starts(with: word) {
            let end = index + word.count
            // （以下简称本法）第三条 is the mention that gives the name.
            guard index == 0 || !"称为“《".unicodeScalars.contains(text[index - 1]) else { continue }
            guard let article = CitationArticle.range(text, behind: end) else { continue }
            entries[place].mentions.append(
                Mention(
                    range: index..<article.upperBound, paragraph: paragraph, relation: .mention,
                    article: text.compact(article)))
        }
    }

    /// Adds an instrument that no paragraph names, such as a row of a list.
    mutating func read(row match: CitationMatch, paragraph: Int) { add(match, paragraph: paragraph) }

    /// Gives an item of a list its title, which stands there without 《》.
    private func nameListed(
        _ found: inout [CitationMatch], _ text: [Unicode.Scalar], _ start: Int, _ relation: CitationMatch.Relation
    ) {
        if let first = found.first {
            guard first.title == nil,
                let title = ListedInstruments.title(text, from: start, before: first.range.lowerBound)
            else { return }
            found[0].title = text.compact(title)
            found[0].range = title.lowerBound..<first.range.upperBound
        } else if let title = ListedInstruments.title(text, from: start, before: text.count), start > 0 {
            found.append(
                CitationMatch(
                    range: title, title: text.compact(title), number: nil, relation: relation,
                    rule: "listed below a heading"))
        }
    }

    /// Holds on to what a paragraph announces, until one comes that is no item of its list.
    private mutating func note(_ text: [Unicode.Scalar]) {
        guard let last = text.lastIndex(where: { !$0.isBlank }) else { return }
        if text[last] == "：" || text[last] == ":" {
            let clause = max(0, last - 60)..<last
            if !context.isPlan, RepealWords.verbs.last(text, in: clause) != nil {
                announced = .repeals
            } else if CitationLexicon.amendBehind.last(text, in: clause) != nil {
                announced = .amends
            } else {
                announced = nil
            }
        } else if !text.contains("《"), DocumentNumber.find(in: text).isEmpty {
            announced = nil
        }
    }

    private mutating func add(_ match: CitationMatch, paragraph: Int) {
        let title = match.title.map(CitationTitle.fold)
        let number = match.number?.text
        let known =
            number.flatMap { byNumber[$0] } ?? title.flatMap { place(of: $0, printed: match.title) }
            ?? placeOfOrdinal(match)
        guard let known else {
            if let text = match.title, CitationTitle.isBareKind(Array(text.unicodeScalars)), number == nil { return }
            // 某市水文条例 may rest on the 水文条例 of the state.
            if let title, isShortForOwn(title), number == nil, match.relation != .repeals, match.relation != .basis {
                return
            }
            entries.append(Entry(match: match, paragraph: paragraph))
            mention(match, of: entries.count - 1, paragraph)
            if let text = match.title { noteTitle(text, of: entries.count - 1) }
            remember(entries.count - 1, title: title, number: number)
            if let short = match.shortName { byShortName[CitationTitle.fold(short)] = entries.count - 1 }
            return
        }
        mention(match, of: known, paragraph)
        merge(match, into: known, paragraph: paragraph)
        remember(known, title: title, number: number)
        if let short = match.shortName { byShortName[CitationTitle.fold(short)] = known }
    }

    private mutating func mention(_ match: CitationMatch, of place: Int, _ paragraph: Int) {
        entries[place].mentions.append(
            Mention(range: match.range, paragraph: paragraph, relation: match.relation, article: match.article))
    }

    private mutating func remember(_ place: Int, title: String?, number: String?) {
        if let title, byTitle[title] == nil { byTitle[title] = place }
        if let number, byNumber[number] == nil { byNumber[number] = place }
    }

    private mutating func merge(_ match: CitationMatch, into place: Int, paragraph: Int) {
        let old = entries[place].match
        var new = Self.strength(match.relation) > Self.strength(old.relation) ? match : old
        new.title = old.title ?? match.title
        new.shortName = old.shortName ?? match.shortName
        if old.number == nil, match.number != nil {
            new.number = match.number
            new.asWritten = match.asWritten
        } else {
            new.number = old.number
            new.asWritten = old.asWritten
        }
        if new.range != old.range || new.relation != old.relation { entries[place].paragraph = paragraph }
        if old.title == nil, let text = new.title { noteTitle(text, of: place) }
        entries[place].match = new
    }

    /// Notes by what shorter names and numbers an entry can be named once its title is known.
    private mutating func noteTitle(_ title: String, of place: Int) {
        let scalars = Array(Self.withoutBrackets(CitationTitle.fold(title)).unicodeScalars)
        names.insert(scalars)
        for length in 0...min(Self.longestShort, scalars.count) {
            let end = scalars.suffix(length).string
            byEnd[end] = max(place, byEnd[end] ?? 0)
        }
        let text = Array(title.unicodeScalars)
        for index in text.indices where text[index] == "第" {
            let digits = text[(index + 1)...].prefix { ("0"..."9").contains($0) }
            guard digits.endIndex < text.count, text[digits.endIndex] == "号", digits.first != "0" || digits.count == 1,
                let ordinal = Int(digits.string)
            else { continue }
            byOrdinal[ordinal] = max(place, byOrdinal[ordinal] ?? 0)
        }
    }

    /// No name of more characters is taken for the end of a longer title.
    private static let longestShort = 6

    /// The instrument that a title names: the same title, or a longer one for which it is short.
    private func place(of title: String, printed: String?) -> Int? {
        if let place = byShortName[title] ?? byTitle[title] { return place }
        let short = Self.withoutBrackets(title)
        return short.unicodeScalars.count <= Self.longestShort ? byEnd[short] : nil
    }

    private func isShortForOwn(_ title: String) -> Bool {
        let short = Self.withoutBrackets(title)
        return short.unicodeScalars.count <= Self.longestShort
            && context.ownTitles.contains { Self.withoutBrackets($0).hasSuffix(short) }
    }

    /// 第70号通告 is the 《…通告（第70号）》 named before it.
    private func placeOfOrdinal(_ match: CitationMatch) -> Int? {
        guard match.title == nil, let number = match.number, number.agency == nil, number.year == nil,
            let serial = number.serial
        else { return nil }
        return byOrdinal[serial]
    }

    private static func withoutBrackets(_ title: String) -> String {
        let scalars = Array(title.unicodeScalars)
        return scalars[..<CitationTitle.endWithoutBrackets(scalars)].string
    }

    /// repeals > amends > forwards > basis > mention.
    private static func strength(_ relation: CitationMatch.Relation) -> Int {
        switch relation {
        case .repeals: 4
        case .amends: 3
        case .forwards: 2
        case .basis: 1
        case .mention: 0
        }
    }
}
