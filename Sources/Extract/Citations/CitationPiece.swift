import Ingest

/// A title with its numbers, or a number that stands alone.
struct CitationPiece {
    typealias Number = (range: Range<Int>, number: DocumentNumber)

    var range: Range<Int>
    var title: String?
    var titleScalars: [Unicode.Scalar]?
    var numbers: [Number] = []

    /// Puts numbers to the titles beside which they stand.
    ///
    /// A number belongs to the title before it when it stands in the brackets right behind the title, or right behind
    /// it without brackets; to the title after it when nothing but 文件 or blanks lies between. Several numbers behind
    /// several titles are given out in order.
    static func join(titles: [TitleScanner.Title], numbers: [Number], in text: [Unicode.Scalar]) -> [CitationPiece] {
        var pieces: [CitationPiece] = []
        var next = 0
        for (place, title) in titles.enumerated() {
            let limit = place + 1 < titles.count ? titles[place + 1].range.lowerBound : text.count
            var piece = CitationPiece(range: title.range, title: title.title, titleScalars: title.scalars)
            while next < numbers.count, numbers[next].range.lowerBound < title.range.lowerBound {
                let number = numbers[next]
                next += 1
                if number.range.upperBound <= title.range.lowerBound,
                    isLink(text, number.range.upperBound..<title.range.lowerBound)
                {
                    piece.numbers.append(number)
                    piece.range = number.range.lowerBound..<title.range.upperBound
                } else if number.range.upperBound <= title.range.lowerBound {
                    pieces.append(CitationPiece(range: number.range, numbers: [number]))
                }
            }
            while next < numbers.count, numbers[next].range.lowerBound < title.range.upperBound { next += 1 }
            let behind = bracketEnd(text, from: title.range.upperBound, limit: limit)
            while next < numbers.count, numbers[next].range.upperBound <= limit, piece.numbers.isEmpty || behind != nil
            {
                let number = numbers[next]
                let isBehind = behind.map { number.range.upperBound <= $0 } ?? false
                guard isBehind || isGap(text, title.range.upperBound..<number.range.lowerBound) else { break }
                piece.numbers.append(number)
                piece.range = piece.range.lowerBound..<number.range.upperBound
                next += 1
            }
            pieces.append(piece)
        }
        pieces += numbers[next...].map { CitationPiece(range: $0.range, numbers: [$0]) }
        spread(&pieces, in: text)
        return pieces
    }

    /// The end of the bracket that opens right behind a title.
    private static func bracketEnd(_ text: [Unicode.Scalar], from start: Int, limit: Int) -> Int? {
        var index = start
        while index < limit, text[index].isBlank { index += 1 }
        guard index < limit, text[index] == "（" || text[index] == "(" || text[index] == "〔" || text[index] == "[" else {
            return nil
        }
        var depth = 0
        let end = min(limit, index + 240)
        while index < end {
            switch text[index] {
            case "（", "(": depth += 1
            case "）", ")":
                depth -= 1
                if depth <= 0 { return index + 1 }
            case "。": return nil
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Whether nothing that separates lies between a title and a number.
    private static func isGap(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        range.count <= 6 && text[range].allSatisfy { $0.isBlank || $0 == "文" || $0 == "件" || $0 == "（" || $0 == "(" }
    }

    /// Whether only words lie between a number and a title that make it the number of the title: 第87/89/M號法令核准的《…》.
    private static func isLink(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        if isGap(text, range) { return true }
        guard range.count <= 10 else { return false }
        var start = range.lowerBound
        while start < range.upperBound, text[start].isBlank || text[start] == "文" || text[start] == "件" { start += 1 }
        guard let verb = CitationLexicon.enactedBy.match(text, at: start, before: range.upperBound) else {
            return false
        }
        return start + verb == range.upperBound
    }

    /// Gives the numbers of 《甲》和《乙》（1号、2号） to both titles.
    private static func spread(_ pieces: inout [CitationPiece], in text: [Unicode.Scalar]) {
        for place in pieces.indices where pieces[place].numbers.count > 1 && pieces[place].title != nil {
            let count = pieces[place].numbers.count
            guard place + 1 >= count else { continue }
            let group = place + 1 - count..<place + 1
            let isList = group.dropLast().allSatisfy { index in
                let gap = pieces[index].range.upperBound..<pieces[index + 1].range.lowerBound
                return pieces[index].title != nil && pieces[index].numbers.isEmpty && gap.count <= 2
            }
            guard isList else { continue }
            let numbers = pieces[place].numbers
            for (offset, index) in group.enumerated() { pieces[index].numbers = [numbers[offset]] }
        }
    }

    /// The matches of this piece: one, and one more for each further number.
    func matches(
        _ relation: CitationMatch.Relation, rule: String, in text: [Unicode.Scalar]
    ) -> [CitationMatch] {
        let short = title == nil ? nil : CitationShortName.read(text, behind: range.upperBound)
        let article = CitationArticle.range(text, behind: range.upperBound).map { text.compact($0) }
        guard let first = numbers.first else {
            var match = CitationMatch(range: range, title: title, number: nil, relation: relation, rule: rule)
            match.shortName = short
            match.article = article
            return [match]
        }
        return numbers.enumerated().map { index, number in
            let printed = text[number.range].string
            var match = CitationMatch(
                range: index == 0 ? min(range.lowerBound, first.range.lowerBound)..<range.upperBound : number.range,
                title: index == 0 ? title : nil, number: number.number,
                asWritten: printed == number.number.text ? nil : printed, relation: relation, rule: rule)
            if index == 0 {
                match.shortName = short
                match.article = article
            }
            return match
        }
    }
}
