/// What a government site prints around a document: a block of fields (索引号, 发文字号, 成文日期 …), links, the path of the page.
///
/// A text copied from a page has it above the title, between title and addressees, or below the end. The fields say again
/// what the document says, so they are furniture; what they declare is kept, to fill what the text leaves out and to be
/// checked against it.
struct SitePage {
    /// A field with its value, at its place.
    struct Field {
        var name: [Unicode.Scalar]
        var value: MappedText
    }

    /// The indices of lines that are fields.
    private(set) var fieldLines: Set<Int> = []
    /// The indices of lines that are links, addresses or times of the page.
    private(set) var linkLines: Set<Int> = []
    private(set) var declared: [Declaration] = []

    /// - Parameters:
    ///   - lines: All lines of the source.
    ///   - skip: The indices of lines that are known to be furniture already.
    init(_ lines: [SourceLine], skip: Set<Int> = []) {
        let order = lines.indices.filter { !lines[$0].isBlank && !skip.contains($0) }
        let head = order.prefix { !Self.isRunningText(lines[$0]) }.prefix(60)
        let tail = order.suffix(6).filter { $0 > head.last ?? -1 && !Self.isRunningText(lines[$0]) }
        readFields(lines, Array(head))
        for index in Array(head) + tail where !fieldLines.contains(index) && Self.isLink(lines[index]) {
            linkLines.insert(index)
        }
        for index in tail where SiteWords.marks.contains(where: { lines[index].squashed.contains($0) }) {
            linkLines.insert(index)
        }
        for index in tail {
            let fields = Self.fields(in: lines[index])
            if !fields.isEmpty, fields.allSatisfy({ SiteWords.siteOnly.has($0.name) }) { fieldLines.insert(index) }
        }
    }

    /// Reads the fields of the page's head: on their own lines, several on one, or with the value on the next.
    private mutating func readFields(_ lines: [SourceLine], _ head: [Int]) {
        var found: [(index: Int, fields: [Field])] = []
        var open: Field?
        var answered = 0
        for index in head {
            let line = lines[index]
            if let bare = open {
                open = nil
                if Self.fields(in: line).isEmpty, !Reflow.endsSentence(line.squashed) {
                    found.append((index, [Field(name: bare.name, value: line.mapped)]))
                    answered += 1
                    continue
                }
            }
            let fields = Self.fields(in: line)
            guard let last = fields.last else { continue }
            found.append((index, fields))
            if fields.count == 1, last.value.isEmpty { open = last }
        }
        let bare = head.filter { !Self.bareFields(lines[$0]).isEmpty }
        let hasBare = bare.count >= 3 || bare.reduce(0) { $0 + Self.bareFields(lines[$1]).count } >= 4
        if hasBare { found += bare.map { ($0, Self.bareFields(lines[$0])) } }
        // Databases put names of their own beside those that all have: 【法宝引证码】CLI.1.304262.
        if found.contains(where: { Self.bracketedName(lines[$0.index].squashed) != nil }) {
            for index in head where Self.bracketedName(lines[index].squashed) != nil { fieldLines.insert(index) }
        }
        // Without a field that only sites have, 「发文字号：…」 is an element of the document itself.
        // A time of day is of no document either: 「颁布时间:1985-05-04 00:00:00」.
        // Nor has a document names of fields by themselves, each with its value below.
        guard
            answered >= 2 || hasBare
                || found.contains(where: { line in
                    line.fields.contains { SiteWords.siteOnly.has($0.name) || Self.hasTimeOfDay($0.value.scalars) }
                })
        else { return }
        for (index, fields) in found {
            fieldLines.insert(index)
            for field in fields where !field.value.isEmpty {
                guard let kind = Self.kinds[field.name] ?? nil, !declared.contains(where: { $0.field == kind }),
                    let declaration = Declaration(kind, field.value)
                else { continue }
                declared.append(declaration)
            }
        }
    }

    /// Fields without colons, each value directly behind its name or a blank: 「发文机关国务院办公厅」, 「索 引 号 0001　发文日期 2023-01-04」.
    private static func bareFields(_ line: SourceLine) -> [Field] {
        let text = line.mapped
        guard text.count <= 120, !text.scalars.contains(where: { "：:。；".unicodeScalars.contains($0) }) else {
            return []
        }
        var fields: [Field] = []
        var starts: [Int] = []
        var at = 0
        while at < text.count {
            if at == 0 || text.scalars[at - 1].isBlank, let end = bareName(text.scalars, at: at) {
                fields.append(Field(name: text.scalars[at..<end].filter { !$0.isBlank }, value: MappedText()))
                starts += [at, end]
                at = end
            } else if at == 0 {
                return []
            } else {
                at += 1
            }
        }
        for index in fields.indices {
            let end = index + 1 < fields.count ? starts[2 * index + 2] : text.count
            fields[index].value = text[starts[2 * index + 1]..<end].trimmedOfBars()
        }
        return fields.count == 1 && fields[0].value.isEmpty ? [] : fields
    }

    /// Where the longest name of a field ends that stands at an offset, letter-spaced or not; at the line's begin its value may
    /// follow at once.
    private static func bareName(_ text: [Unicode.Scalar], at start: Int) -> Int? {
        var name: [Unicode.Scalar] = []
        var best: Int?
        var at = start
        while at < text.count, name.count < longestName, at - start < 20 {
            if !text[at].isBlank { name.append(text[at]) }
            at += 1
            let ends = at == text.count || text[at].isBlank || start == 0
            if name.count >= 2, ends, name.count >= (start == 0 && at < text.count && !text[at].isBlank ? 3 : 2),
                kinds[name] != nil
            {
                best = at
            }
        }
        return best
    }

    /// Adds what the meta data of the page declare, where no field does.
    mutating func add(_ metadata: [Declaration]) {
        declared += metadata.filter { item in !declared.contains { $0.field == item.field } }
    }

    /// Gives the one document of the page the number and title that it does not print itself.
    func fill(_ document: inout Document) {
        for declaration in declared {
            switch declaration.field {
            case .number where document.number == nil:
                if let number = DocumentNumber(line: declaration.value.scalars) {
                    document.number = (number, declaration.value)
                }
            // Without a title of its own a document is known by that of its attachment.
            case .title where !document.blocks.contains { $0.element == .title }: document.title = declaration.value
            default: break
            }
        }
    }

    /// Whether a text has a time as clocks show it: 16:40.
    static func hasTimeOfDay(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count >= 5 else { return false }
        func isPairOfDigits(_ at: Int) -> Bool { text[at].decimalDigit != nil && text[at + 1].decimalDigit != nil }
        return (2...text.count - 3).contains { at in
            (text[at] == ":" || text[at] == "：") && isPairOfDigits(at - 2) && isPairOfDigits(at + 1)
        }
    }

    // MARK: Lines

    /// Whether a text is the name of a field and nothing more, a colon behind it or not.
    static func isFieldName(_ text: [Unicode.Scalar]) -> Bool {
        kinds[text.filter { !$0.isBlank && !"：:【】[]".unicodeScalars.contains($0) }] != nil
    }

    private static let kinds = Dictionary(
        SiteWords.fields.map { (Array($0.name.unicodeScalars), $0.field) }, uniquingKeysWith: { first, _ in first })
    private static let longestName = 9

    /// The fields of a line that begins with one; none for any other line.
    static func fields(in line: SourceLine) -> [Field] {
        let text = line.mapped
        var fields: [Field] = []
        var at = 0
        var start = 0
        func close(_ end: Int) {
            guard !fields.isEmpty else { return }
            fields[fields.count - 1].value = text[start..<end].trimmedOfBars()
        }
        while at < text.count {
            let opens =
                at == 0 || text.scalars[at - 1].isBlank
                || "|｜\t•·∙●◆■*-【[".unicodeScalars.contains(text.scalars[at - 1])
            if opens, let (name, behind) = name(text.scalars, at: at) {
                close(at)
                fields.append(Field(name: name, value: MappedText()))
                start = behind
                at = behind
            } else {
                if fields.isEmpty, !text.scalars[at].isBlank, !"|｜•·∙●◆■*-【[".unicodeScalars.contains(text.scalars[at])
                {
                    return barredFields(text)
                }
                at += 1
            }
        }
        close(text.count)
        // 「时间：」 by itself is that of a meeting.
        if fields.count == 1, fields[0].name == Self.timeName { return [] }
        return fields.isEmpty ? barredFields(text) : fields
    }

    private static let timeName = Array("时间".unicodeScalars)

    /// The fields of a row of a table whose bars are printed: 「发布机构 | 某市 | 发文字号 | 某政办发〔2022〕20号 |」.
    private static func barredFields(_ text: MappedText) -> [Field] {
        let cells = text.scalars.split(omittingEmptySubsequences: false) { $0 == "|" || $0 == "｜" }
        guard cells.count >= 3, let first = cells.first, kinds[first.filter { !$0.isBlank }] != nil else { return [] }
        var fields: [Field] = []
        var at = 0
        while at < cells.count {
            let name = cells[at].filter { !$0.isBlank }
            if at + 1 < cells.count, kinds[name] != nil {
                let value = cells[at + 1]
                fields.append(Field(name: name, value: text[value.startIndex..<value.endIndex].trimmedOfBars()))
                at += 1
            }
            at += 1
        }
        return fields
    }

    /// What stands in the 【】 with which a line begins, where it may be the name of a field.
    private static func bracketedName(_ text: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar>? {
        let text = text.drop { "•·∙●◆■*-".unicodeScalars.contains($0) }
        guard text.first == "【", let close = text.firstIndex(of: "】"), close - text.startIndex <= longestName + 1 else {
            return nil
        }
        let name = text[text.index(after: text.startIndex)..<close]
        return name.count >= 2 && name.allSatisfy(\.isHan) ? name : nil
    }

    /// The name of a field, letter-spaced or not, with its colon: 「索 引 号：」.
    private static func name(_ text: [Unicode.Scalar], at start: Int) -> (name: [Unicode.Scalar], end: Int)? {
        var name: [Unicode.Scalar] = []
        var at = start
        while at < text.count, at - start < 24, name.count <= longestName {
            if text[at] == "：" || text[at] == ":" || text[at] == "】" || text[at] == "]" {
                guard kinds[name] != nil else { return nil }
                if at + 1 < text.count, text[at] == "】" || text[at] == "]", text[at + 1] == "：" || text[at + 1] == ":" {
                    at += 1
                }
                return (name, at + 1)
            }
            if !text[at].isBlank { name.append(text[at]) }
            at += 1
        }
        return nil
    }

    /// A line that holds a sentence: what stands around documents has none.
    private static func isRunningText(_ line: SourceLine) -> Bool {
        let text = line.squashed
        return text.count > 20 && (text.last == "。" || text.count { $0 == "，" || $0 == "," } >= 2 && line.width > 80)
            && fields(in: line).isEmpty
    }

    /// Links, an address, the path of the page, the time at which it was put up.
    static func isLink(_ line: SourceLine) -> Bool {
        let text = Array(line.squashed.drop { "•·∙●◆■*".unicodeScalars.contains($0) })
        if text.begins(with: "http") || text.begins(with: "www.") { return true }
        if text.count >= 8, text.allSatisfy({ $0.decimalDigit != nil || "-/:：.".unicodeScalars.contains($0) }),
            text.contains(where: { $0 == ":" || $0 == "：" || $0 == "-" })
        {
            return true
        }
        // 「2020年07月23日06:05:59」.
        if let (_, end) = CalendarDate.scan(text, at: 0), hasTimeOfDay(Array(text[end...])), text.count <= 24 {
            return true
        }
        return isPath(text) || isMadeOfLinks(text) || isIndexNumber(text) || isRowOfLinks(line)
    }

    /// 「11371500MB28359259/2020-4403973」: the 索引号 without its name.
    private static func isIndexNumber(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count >= 12, text.contains("/"), text.count(where: { $0.decimalDigit != nil }) >= 8 else {
            return false
        }
        return text.allSatisfy { scalar in
            scalar == "-" || scalar == "/"
                || (scalar.isASCII && (scalar.properties.isAlphabetic || scalar.decimalDigit != nil))
        }
    }

    /// 「[Home] [Databases] [Search]」, a name before them or not.
    private static func isRowOfLinks(_ line: SourceLine) -> Bool {
        let parts = line.squashed.split(separator: "]", omittingEmptySubsequences: true)
        return parts.count >= 3 && line.squashed.last == "]"
            && parts.dropFirst().allSatisfy { $0.first == "[" && $0.count <= 16 } && parts[0].count <= 32
            && parts[0].contains("[")
    }

    /// 「首页 > 政务公开 > 文件」.
    private static func isPath(_ text: [Unicode.Scalar]) -> Bool {
        let parts = text.split(omittingEmptySubsequences: true) { $0 == ">" || $0 == "＞" || $0 == "»" }
        guard parts.count >= 2, text.count <= 160, parts.dropLast().allSatisfy({ $0.count <= 24 }),
            parts.count >= 3 || parts.allSatisfy({ $0.count <= 24 && $0.contains(where: \.isHan) }),
            parts.last?.contains(where: { $0.isHan || $0.decimalDigit != nil }) == true,
            !text.contains(where: { "<。；，".unicodeScalars.contains($0) }),
            parts.dropLast().allSatisfy({ $0.contains(where: \.isHan) })
        else { return false }
        return parts.count >= 3 || ["首页", "位置"].contains { parts[0].contains($0) }
    }

    private static func isMadeOfLinks(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count >= 2, text.count <= 40 else { return false }
        var at = 0
        while at < text.count {
            if "|｜[]【】()（）：:/·".unicodeScalars.contains(text[at]) {
                at += 1
                continue
            }
            guard let word = SiteWords.links.first(where: { text[at...].begins(with: $0) }) else { return false }
            at += word.unicodeScalars.count
        }
        return true
    }
}

extension MappedText {
    /// The text without white space and bars at its ends.
    fileprivate func trimmedOfBars() -> MappedText {
        func isEdge(_ scalar: Unicode.Scalar) -> Bool { scalar.isBlank || scalar == "|" || scalar == "｜" }
        guard let first = scalars.firstIndex(where: { !isEdge($0) }),
            let last = scalars.lastIndex(where: { !isEdge($0) })
        else { return MappedText() }
        return self[first..<last + 1]
    }
}
