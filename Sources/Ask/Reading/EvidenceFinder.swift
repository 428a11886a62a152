import Index
import Ingest

/// Finds all that stretches of a question can be, and chooses what they are.
///
/// Of stretches that overlap those are taken that explain most of the question: a longer one rather than parts of it, one
/// that the archive knows rather than one that only looks like it.
struct EvidenceFinder {
    let words: QuestionWords
    let names: ArchiveNames
    let today: String
    var text: QuestionText { words.text }

    /// Returns the parts of the question in their order; each character but marks and white space is in one.
    func parts() throws -> [Evidence] {
        var found = numbers() + enclosed() + labelsAndDates() + cues() + translations()
        found += try persons() + places()
        found += try units(besides: found)
        found += try DocumentFinder(words: words, names: names).mentions(besides: found)
        let chosen = Self.best(of: found, length: text.folded.count)
        return try joined(withText(chosen))
    }

    // MARK: Forms

    private func numbers() -> [Evidence] {
        // As printed: small letters stand in no number.
        DocumentNumber.find(in: text.printed.map(HanFolding.fold)).compactMap { found -> Evidence? in
            let isKnown = { (start: Int) in
                (try? names.knowsNumber(text.text(start..<found.range.upperBound))) == true
            }
            // 请问甲政发〔2019〕1号: the words before it look like a part of the agency's code.
            let starts = found.range.prefix { text.folded[$0].isHan }
            var start = starts.first(where: isKnown) ?? found.range.lowerBound
            if starts.isEmpty || start == found.range.lowerBound && !isKnown(start) {
                // 第40号公告 is the end of a number, which words before it complete.
                if text.folded[start] == "第" { return nil }
                while let end = (start + 1..<start + 5).last(where: {
                    $0 < found.range.upperBound && Cues.all[text.key(start..<$0)] != nil
                }) { start = end }
            }
            let range = start..<found.range.upperBound
            let number = start == found.range.lowerBound ? found.number.text : text.text(range)
            return Evidence(value: .number(number), range: range, weight: Double(range.count) * 12)
        } + looseNumbers()
    }

    /// 沈建发2019年71号, 甲政发2019-3号: numbers without brackets, where the archive has them.
    private func looseNumbers() -> [Evidence] {
        var found: [Evidence] = []
        for start in text.folded.indices {
            guard let (year, end) = Numeral.scanArabic(text.folded, at: start), end - start == 4, start >= 2,
                (1949...2199).contains(year)
            else { continue }
            var at = end
            while at < text.folded.count, "年-_第 )]〕".unicodeScalars.contains(text.folded[at]) { at += 1 }
            guard let (serial, last) = Numeral.scanArabic(text.folded, at: at) else { continue }
            let close = last < text.folded.count && text.folded[last] == "号" ? last + 1 : last
            guard close > last || at > end else { continue }
            for length in stride(from: min(8, start), through: 2, by: -1) {
                let agency = text.text(start - length..<start)
                let number = "\(agency)〔\(year)〕\(serial)号"
                if (try? names.documents(numbered: number).isEmpty) == false {
                    found.append(
                        Evidence(
                            value: .number(number), range: start - length..<close,
                            weight: Double(length + close - start) * 11))
                    break
                }
            }
        }
        return found
    }

    private func enclosed() -> [Evidence] {
        var found: [Evidence] = []
        for (open, close, isTitle) in Self.marks {
            var start: Int?
            var depth = 0
            for (index, scalar) in text.folded.enumerated() {
                if scalar == open, start == nil || open != close {
                    depth += 1
                    if start == nil { start = index }
                } else if scalar == close, let first = start {
                    depth -= 1
                    guard depth <= 0, index > first + 1 else { continue }
                    let inner = text.text(first + 1..<index)
                    found.append(
                        Evidence(
                            value: isTitle ? .title(inner) : .quoted(inner), range: first..<index + 1,
                            weight: Double(index + 1 - first) * (isTitle ? 12 : 3.5)))
                    (start, depth) = (nil, 0)
                }
            }
        }
        return found
    }

    private static let marks: [(Unicode.Scalar, Unicode.Scalar, Bool)] = [
        ("《", "》", true), ("“", "”", false), ("「", "」", false), ("\"", "\"", false),
    ]

    private func labelsAndDates() -> [Evidence] {
        let dates = QuestionDates(text.folded, today: today)
        var found: [Evidence] = []
        for start in text.folded.indices {
            if let (value, end) = dates.scan(at: start) {
                found.append(Evidence(value: .dates(value), range: start..<end, weight: Double(end - start) * 5))
            }
            if let (value, end) = QuestionLabels.scan(text.folded, at: start) {
                found.append(Evidence(value: value, range: start..<end, weight: Double(end - start) * 6))
            }
        }
        return found
    }

    // MARK: Words

    private func cues() -> [Evidence] {
        var found: [Evidence] = []
        for start in text.folded.indices where !text.isInsideWord(start) {
            var key = ""
            var end = start
            while end < text.folded.count, end - start < Cues.longest {
                if text.folded[end].properties.isWhitespace {
                    // English words stand one space apart, however many there are; Chinese ones stand close.
                    if QuestionText.isLatin(text.folded[end - (end > start ? 1 : 0)]), key.last != " " {
                        key.append(" ")
                    }
                    if key.isEmpty { break }
                } else {
                    key.unicodeScalars.append(text.folded[end])
                }
                end += 1
                guard !text.isInsideWord(end), let features = Cues.all[key] else { continue }
                let count = end - start
                // A single character is a word only where the dictionary says so.
                if count == 1, !(words.isBreak(start) && words.isBreak(end)) { continue }
                let weight = features == ["filler"] ? 1.5 * Double(count) : 2.1 * Double(count)
                found.append(
                    Evidence(value: .cue(features), range: start..<end, weight: weight + 0.5 * Double(count - 1)))
            }
        }
        return found
    }

    private func translations() -> [Evidence] {
        eachLatin { key in
            MatterWords.english[key].map { .translated($0) } ?? englishUnit(key).map { .unit($0) }
                ?? (Cues.all[key] == nil ? names.documents(ofLatin: key).map { .place($0) } : nil)
        }
    }

    /// Housing Bureau, Municipal Education Commission.
    private func englishUnit(_ key: String) -> UnitMeaning? {
        for head in UnitWording.englishHeads where key.hasSuffix(" " + head) {
            var name = String(key.dropLast(head.count + 1))
            for opening in ["municipal ", "city ", "provincial ", "bureau of "] where name.hasPrefix(opening) {
                name = String(name.dropFirst(opening.count))
            }
            let found = (UnitWording.english[name] ?? []).flatMap(names.units.keys(withCore:))
            if !found.isEmpty { return UnitMeaning(keys: found, area: nil) }
        }
        for opening in ["bureau of ", "department of ", "commission of ", "office of "] where key.hasPrefix(opening) {
            let found = (UnitWording.english[String(key.dropFirst(opening.count))] ?? []).flatMap(
                names.units.keys(withCore:))
            if !found.isEmpty { return UnitMeaning(keys: found, area: nil) }
        }
        return nil
    }

    /// Looks up each run of up to six Latin words.
    private func eachLatin(_ value: (String) -> Evidence.Value?) -> [Evidence] {
        var found: [Evidence] = []
        for start in text.folded.indices where QuestionText.isLatin(text.folded[start]) && !text.isInsideWord(start) {
            var count = 0
            var end = start
            while end < text.folded.count, count < 7 {
                while end < text.folded.count,
                    QuestionText.isLatin(text.folded[end]) || "-'’".unicodeScalars.contains(text.folded[end])
                { end += 1 }
                let key = text.key(start..<end).replacing("’", with: "'")
                if let value = value(key) {
                    found.append(Evidence(value: value, range: start..<end, weight: Double(end - start) * 2.4))
                }
                count += 1
                guard end + 1 < text.folded.count, text.folded[end] == " ", QuestionText.isLatin(text.folded[end + 1])
                else { break }
                end += 1
            }
        }
        return found
    }

    // MARK: Names

    private func persons() throws -> [Evidence] {
        var found: [Evidence] = []
        for name in try names.officials() {
            let scalars = Array(name.unicodeScalars)
            for start in text.folded.indices where text.folded[start...].starts(with: scalars) {
                found.append(
                    Evidence(
                        value: .person(name), range: start..<start + scalars.count, weight: Double(scalars.count) * 6))
            }
        }
        return found
    }

    private func places() throws -> [Evidence] {
        var found: [Evidence] = []
        for start in text.folded.indices where words.isBreak(start) {
            for end in start + 1..<max(start + 2, min(text.folded.count, start + names.places.longest) + 1)
            where end <= text.folded.count && words.isBreak(end) {
                if let own = names.places.documents[try names.archive.key(text.text(start..<end))] {
                    let documents = try own.union(placeless(that: start..<end))
                    found.append(
                        Evidence(value: .place(documents), range: start..<end, weight: Double(end - start) * 3.2))
                } else if let documents = try unknownPlace(start..<end) {
                    found.append(
                        Evidence(value: .place(documents), range: start..<end, weight: Double(end - start) * 2.5))
                }
            }
        }
        return found
    }

    /// Documents without an area of their own that speak of one.
    private func placeless(that range: Range<Int>) throws -> [Int] {
        guard !names.places.placeless.isEmpty else { return [] }
        return try names.passages(.phrase(text.text(range)), limit: 60).compactMap(\.document)
            .filter(names.places.placeless.contains)
    }

    /// An area of which the archive has no documents, as far as their heads tell: those without an area that speak of it.
    private func unknownPlace(_ range: Range<Int>) throws -> Set<Int>? {
        let scalars = Array(text.folded[range])
        guard (3...6).contains(scalars.count), !text.key(range).contains(where: Self.apart.contains),
            let last = scalars.last, UnitWording.marks.contains(last),
            PlaceNames.areas(text.key(range)) == [text.key(range)],
            range.lowerBound == 0 || !text.folded[range.lowerBound - 1].isHan
                || Cues.all[text.key(range.lowerBound - 1..<range.lowerBound)] != nil
        else { return nil }
        let hits = try names.passages(.phrase(text.text(range)), limit: 30)
        let documents = Set(hits.compactMap(\.document).filter(names.places.placeless.contains))
        return documents.isEmpty && !hits.isEmpty ? nil : documents
    }

    private func units(besides others: [Evidence]) throws -> [Evidence] {
        var found: [Evidence] = []
        let cueEnds = Set(others.filter { if case .cue = $0.value { true } else { false } }.map(\.range.upperBound))
        for end in text.folded.indices.map({ $0 + 1 }) {
            guard names.units.lastCharacters.contains(text.folded[end - 1]) else { continue }
            for start in max(0, end - 20)..<max(0, end - 1) {
                guard text.folded[start].isHan else { continue }
                let isAtBreak = words.isBreak(start) || cueEnds.contains(start)
                let name = try names.archive.key(text.text(start..<end))
                if isAtBreak, words.isBreak(end), looksLikeUnit(start..<end) {
                    found.append(Evidence(value: .unknownUnit, range: start..<end, weight: Double(end - start) * 2.3))
                }
                guard Cues.all[name] == nil,
                    isAtBreak || UnitWording.marks.contains(text.folded[start]) && end - start >= 4,
                    let meaning = names.units.meaning(of: name), isAtBreak || meaning.keys.contains(name),
                    isPlausible(meaning.area, from: start, cues: others)
                else { continue }
                found.append(Evidence(value: .unit(meaning), range: start..<end, weight: Double(end - start) * 4.2))
            }
        }
        return found
    }

    /// Whether what stands before a unit's name can be its area: 北京市 can, 是不是市 can't.
    private func isPlausible(_ area: String?, from start: Int, cues: [Evidence]) -> Bool {
        guard let area, names.places.documents[area] == nil else { return true }
        guard area.count <= 6, !area.contains(where: Self.apart.contains) else { return false }
        let range = start..<start + area.unicodeScalars.count
        return !cues.contains { evidence in
            if case .cue = evidence.value {
                return evidence.range.lowerBound < range.upperBound - 1 && evidence.range.overlaps(range)
            }
            return false
        }
    }

    /// Characters that stand between names rather than in them.
    private static let apart = Set("的和与由在是及、被把将对")

    // MARK: Choosing

    /// Returns the stretches that explain most, without overlaps.
    private static func best(of all: [Evidence], length: Int) -> [Evidence] {
        let byEnd = Dictionary(grouping: all, by: \.range.upperBound)
        var sums = Array(repeating: 0.0, count: length + 1)
        var choices: [Evidence?] = Array(repeating: nil, count: length + 1)
        for end in 1..<max(2, length + 1) where end <= length {
            sums[end] = sums[end - 1]
            for evidence in byEnd[end] ?? [] where sums[evidence.range.lowerBound] + evidence.weight > sums[end] {
                sums[end] = sums[evidence.range.lowerBound] + evidence.weight
                choices[end] = evidence
            }
        }
        var chosen: [Evidence] = []
        var end = length
        while end > 0 {
            if let choice = choices[end] {
                chosen.append(choice)
                end = choice.range.lowerBound
            } else {
                end -= 1
            }
        }
        return chosen.reversed()
    }

    /// Adds what stands between as text, in pieces without marks.
    private func withText(_ chosen: [Evidence]) -> [Evidence] {
        var parts: [Evidence] = []
        var at = 0
        func add(_ range: Range<Int>) {
            var start: Int?
            for index in range {
                let scalar = text.folded[index]
                let isWord =
                    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || "+%.-·".unicodeScalars.contains(scalar)
                if isWord, start == nil { start = index }
                if let first = start, !isWord || index + 1 == range.upperBound {
                    let piece = first..<(isWord ? index + 1 : index)
                    if text.folded[piece].contains(where: {
                        $0.properties.isAlphabetic || $0.properties.numericType != nil
                    }) {
                        parts += withoutParticles(piece).map {
                            Evidence(value: looksLikeUnit($0) ? .unknownUnit : .text, range: $0)
                        }
                    }
                    start = nil
                }
            }
        }
        for evidence in chosen {
            add(at..<evidence.range.lowerBound)
            parts.append(evidence)
            at = evidence.range.upperBound
        }
        add(at..<text.folded.count)
        return parts
    }

    /// A text without the particles at its ends: what is left of 的是什么 behind 是什么.
    private func withoutParticles(_ piece: Range<Int>) -> [Range<Int>] {
        var range = piece
        while let first = range.first, Self.particles.contains(text.folded[first]) {
            range = first + 1..<range.upperBound
        }
        while let last = range.last,
            Self.particles.contains(text.folded[last]) || Self.auxiliaries.contains(text.folded[last])
        {
            range = range.lowerBound..<last
        }
        return range.isEmpty || isFilled(range) ? [] : [range]
    }

    /// Whether a text is nothing but words that add nothing, whatever the dictionary takes it for: 都有.
    private func isFilled(_ range: Range<Int>) -> Bool {
        range.count <= 3 && range.allSatisfy { Cues.all[text.key($0..<$0 + 1)] == ["filler"] }
    }

    /// Characters that end no word of a matter, though they begin some: 要, 能.
    private static let auxiliaries = Set("要应须将由被都也".unicodeScalars)
    /// Characters that begin and end no word of a matter.
    private static let particles = Set("的了是在呢吗呀啊吧么哦哈嘛".unicodeScalars)

    /// A name of a unit by its form: it begins with an area or the mark of one, and ends as such names do.
    private func looksLikeUnit(_ range: Range<Int>) -> Bool {
        let name = text.key(range)
        guard (3...16).contains(range.count), UnitWording.ends.contains(where: name.hasSuffix),
            let first = name.unicodeScalars.first
        else { return false }
        let hasMark =
            UnitWording.marks.contains(first)
            && !UnitWording.notMarks.contains { text.folded[range].starts(with: $0) }
        guard !name.contains(where: Self.apart.contains) else { return false }
        return hasMark || !UnitWording.areas(of: name).isEmpty
    }

    /// Cues that stand in a word or phrase of the archive are part of it: 建筑师|负责|制, 管|委会.
    private func joined(_ parts: [Evidence]) throws -> [Evidence] {
        var parts = parts
        for index in parts.indices {
            guard case .cue(let features) = parts[index].value, features.isDisjoint(with: ["by", "passive", "whether"])
            else { continue }
            let range = parts[index].range
            let before = index > 0 && parts[index - 1].isText && parts[index - 1].range.upperBound == range.lowerBound
            let behind =
                index + 1 < parts.count && parts[index + 1].isText
                && parts[index + 1].range.lowerBound == range.upperBound
            let isSingle =
                range.count == 1 && !Self.particles.contains(text.folded[range.lowerBound])
                && !Self.auxiliaries.contains(text.folded[range.lowerBound])
            // 运营单位: a noun that adds nothing elsewhere ends a name.
            let isNoun = before && MatterWords.weak.contains(text.key(range)) && parts[index].isFiller
            // 有效乘客投诉: what could be said of a document stands before a noun.
            let isAttribute = behind && !features.isDisjoint(with: Self.attributes)
            let start = before ? max(parts[index - 1].range.lowerBound, range.lowerBound - 2) : range.lowerBound
            let end = behind ? min(parts[index + 1].range.upperBound, range.upperBound + 2) : range.upperBound
            var phrases: [Range<Int>] = []
            if before && behind { phrases.append(start..<end) }
            if isSingle || isNoun, before { phrases.append(start..<range.upperBound) }
            if isSingle || isAttribute, behind { phrases.append(range.lowerBound..<end) }
            if try phrases.contains(where: { try $0.count > 2 && names.has(text.text($0)) }) {
                parts[index].value = .text
            }
        }
        return merged(parts)
    }

    /// Features of words that stand before nouns as well.
    private static let attributes: Set<Feature> = [
        "force", "target", "says", "number", "title", "event", "condition", "baseline",
    ]

    /// Pieces of text that touch are one.
    private func merged(_ parts: [Evidence]) -> [Evidence] {
        var merged: [Evidence] = []
        for part in parts {
            if case .text = part.value, let last = merged.last, case .text = last.value,
                last.range.upperBound == part.range.lowerBound
            {
                merged[merged.count - 1].range = last.range.lowerBound..<part.range.upperBound
            } else {
                merged.append(part)
            }
        }
        return merged
    }
}
