/// The lists of a package, and how far each has counted: what Word prints before paragraphs, though no text holds it.
struct DOCXNumbering {
    /// A level of a list.
    private struct Level {
        var start = 1
        var format = "decimal"
        /// `%1.%2`: each `%n` stands for the number of level n.
        var text = ""
        /// What follows: `tab`, `space`, `nothing`.
        var suffix = "tab"
        /// Whether all numbers are written in plain digits: 1.1 below 一.
        var isLegal = false
        /// After which level, from 1, it counts anew; 0: after none; nil: after any above it.
        var restart: Int?
        var isHidden = false
        /// The style whose paragraphs stand on this level.
        var style: String?
        /// The font of a bullet.
        var font: String?
    }

    /// A list: levels, and the overrides of `w:num`.
    private struct List {
        var definition: Int
        var levels: [Int: Level]
        var starts: [Int: Int]
    }

    private var lists: [Int: List] = [:]
    /// How far each definition has counted, level by level: lists of one definition go on with each other's numbers.
    private var counts: [Int: [Int: Int]] = [:]
    /// The overrides that were used already, for they hold but once.
    private var started: Set<[Int]> = []

    static let levelCount = 9

    /// - Parameters:
    ///   - root: The root of `numbering.xml`; nil where the package has none.
    ///   - styles: Through which definitions refer to each other.
    init(_ root: MarkupElement?, styles: DOCXStyles) {
        guard let root else { return }
        var definitions: [Int: [Int: Level]] = [:]
        var linked: [Int: String] = [:]
        for element in root.all("abstractNum") {
            guard let id = element["abstractNumId"].flatMap({ Int($0) }) else { continue }
            definitions[id] = Self.levels(element)
            linked[id] = element.first("numStyleLink")?["val"]
        }
        let numbers = root.all("num").compactMap { element -> (id: Int, definition: Int, element: MarkupElement)? in
            guard let id = element["numId"].flatMap({ Int($0) }),
                let definition = element.first("abstractNumId")?.number
            else { return nil }
            return (id, definition, element)
        }
        let definitionOfList = Dictionary(
            numbers.map { ($0.id, $0.definition) }, uniquingKeysWith: { first, _ in first })
        for number in numbers {
            var definition = number.definition
            if let style = linked[definition], let list = styles.reference(of: style).list,
                let target = definitionOfList[list]
            {
                definition = target
            }
            var list = List(definition: definition, levels: definitions[definition] ?? [:], starts: [:])
            for override in number.element.all("lvlOverride") {
                guard let level = override["ilvl"].flatMap({ Int($0) }) else { continue }
                if let own = override.first("lvl") { list.levels[level] = Self.level(own) }
                if let start = override.first("startOverride")?.number { list.starts[level] = start }
            }
            lists[number.id] = list
        }
    }

    private static func levels(_ element: MarkupElement) -> [Int: Level] {
        var levels: [Int: Level] = [:]
        for element in element.all("lvl") {
            guard let index = element["ilvl"].flatMap({ Int($0) }), (0..<levelCount).contains(index) else { continue }
            levels[index] = level(element)
        }
        return levels
    }

    private static func level(_ element: MarkupElement) -> Level {
        var level = Level()
        level.start = element.first("start")?.number ?? 0
        // A format of ECMA's first edition may be replaced by a newer one inside AlternateContent.
        if let format = element.first("numFmt") ?? element.first("AlternateContent")?.first("Choice")?.first("numFmt") {
            level.format = format["val"] ?? "decimal"
            if level.format == "custom", format["format"]?.hasPrefix("0") == true { level.format = "decimalZero" }
        }
        level.text = element.first("lvlText")?["val"] ?? ""
        level.suffix = element.first("suff")?["val"] ?? "tab"
        level.isLegal = element.first("isLgl").map { $0.isOn("val", otherwise: true) } ?? false
        level.restart = element.first("lvlRestart")?.number
        level.isHidden = element.first("rPr")?.first("vanish").map { $0.isOn("val", otherwise: true) } ?? false
        level.style = element.first("pStyle")?["val"]
        let fonts = element.first("rPr")?.first("rFonts")
        level.font = fonts?["ascii"] ?? fonts?["hAnsi"]
        return level
    }

    /// The level on which a style's paragraphs stand, where the list ties it to one.
    func level(ofStyle style: String, in list: Int) -> Int? {
        lists[list]?.levels.filter { $0.value.style == style }.keys.min()
    }

    /// Counts a paragraph, and gives what is printed before it.
    ///
    /// - Parameters:
    ///   - list: The list's id.
    ///   - index: The level, from 0.
    /// - Returns: Its number with what sets it off from the text; nothing where the list has no such level.
    mutating func next(list id: Int, level index: Int) -> String {
        guard let list = lists[id], let level = list.levels[index] else { return "" }
        var counts = counts[list.definition] ?? [:]
        if let start = list.starts[index], started.insert([id, index]).inserted {
            counts[index] = start
        } else {
            counts[index] = counts[index].map { $0 + 1 } ?? level.start
        }
        for lower in index + 1..<max(Self.levelCount, index + 1) {
            let restart = list.levels[lower]?.restart
            if restart == 0 { continue }
            if let restart, index >= restart { continue }
            counts[lower] = nil
        }
        self.counts[list.definition] = counts
        guard !level.isHidden else { return "" }
        let label = level.format == "bullet" ? bullet(level) : number(level, list: list, counts: counts)
        return label.isEmpty ? "" : label + gap(level, behind: label)
    }

    private func number(_ level: Level, list: List, counts: [Int: Int]) -> String {
        var text = ""
        var scalars = level.text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == "%" else {
                text.unicodeScalars.append(scalar)
                continue
            }
            guard let digit = scalars.next(), let place = digit.decimalDigit, place > 0,
                let other = list.levels[place - 1]
            else { continue }
            let count = counts[place - 1] ?? other.start
            text += DOCXNumberFormat.text(max(0, count), level.isLegal ? "decimal" : other.format)
        }
        return text
    }

    private func bullet(_ level: Level) -> String {
        String(
            String.UnicodeScalarView(
                level.text.unicodeScalars.compactMap { scalar in
                    let symbol = DOCXSymbols.scalar(scalar.value, font: level.font) ?? scalar
                    return symbol.properties.generalCategory == .privateUse ? "•" : symbol
                }))
    }

    /// What stands between a number and the text.
    ///
    /// Behind 、 and brackets print shows no gap.
    private func gap(_ level: Level, behind label: String) -> String {
        guard level.suffix != "nothing", let last = label.unicodeScalars.last else { return "" }
        if "、）．。，：）】〕".unicodeScalars.contains(last) { return "" }
        return last.isHan ? "\u{3000}" : " "
    }
}
