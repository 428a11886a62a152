/// Finds where the issuer's code begins, going back from year and serial number over what runs on before them.
enum CodeStart {
    /// Bounds on the length of a code, of a name before 令, and of the guess where nothing bounds the code.
    private static let longestCode = 14
    private static let longestName = 30
    private static let guessedCode = 4
    private static let longestWrap = 8

    /// - Parameters:
    ///   - end: Where year and serial number begin.
    ///   - floor: Where the number before this one ended.
    static func find(_ text: [Unicode.Scalar], before end: Int, floor: Int, tail: NumberTail) -> Int {
        guard !tail.standsAlone || tail.takesName else { return end }
        let isLetter = end > 0 && text[end - 1] == "字"
        let limit = tail.takesName || isLetter ? longestName : longestCode
        var stop = end
        if !tail.takesName {
            while stop > floor, end - stop < 3, text[stop - 1].isBlank { stop -= 1 }
        }
        var start = stop
        while start > floor, stop - start < limit {
            if text[start - 1].isHan {
                start -= 1
            } else if isLetter, let before = behindWrap(text, start, floor) {
                start = before
            } else if isLetter, let open = CodeBracket.open(text, closingAt: start - 1), open >= floor {
                start = open
            } else {
                break
            }
        }
        let unbounded = start > floor && stop - start == limit && text[start - 1].isHan
        var bounded = start > 0 && !unbounded
        for place in start..<stop {
            guard place >= start, let length = stopWord(text, at: place, before: stop) else { continue }
            start = place + length
            bounded = true
        }
        start = softly(text, start, before: stop, bounded: bounded)
        if !tail.takesName { start = afterName(text, start, before: stop) }
        if isLetter { start = OfficePrefix.end(text, start..<stop) }
        if unbounded, !bounded { start = tail.takesName ? end : stop - guessedCode }
        if tail.takesName, stop > start, !endsAsOffice(text[stop - 1]) { return end }
        return tail.takesName ? jointIssuer(text, start, floor: floor) : start
    }

    /// The offset behind the character before the blanks at which a line was wrapped; nil where no blank stands there.
    private static func behindWrap(_ text: [Unicode.Scalar], _ start: Int, _ floor: Int) -> Int? {
        var index = start
        while index > floor, start - index < longestWrap, text[index - 1].isBlank { index -= 1 }
        return index < start && index > floor && text[index - 1].isHan ? index : nil
    }

    /// Steps back over the issuers printed before the last one with a blank between: 财政部　税务总局公告2022年第13号.
    private static func jointIssuer(_ text: [Unicode.Scalar], _ start: Int, floor: Int) -> Int {
        var result = start
        while result > floor, text[result - 1].isBlank {
            var stop = result
            while stop > floor, text[stop - 1].isBlank { stop -= 1 }
            var begin = stop
            while begin > floor, stop - begin < longestName, text[begin - 1].isHan { begin -= 1 }
            guard stop - begin >= 2, endsAsOffice(text[stop - 1]) else { break }
            // Only what fills a bracket or opens a paragraph is a name for certain.
            guard begin == 0 || DocumentNumber.isOpening(text[begin - 1]) || text[begin - 1].isBlank else { break }
            result = begin
        }
        return result == 0 || result > floor && DocumentNumber.isOpening(text[result - 1]) ? result : start
    }

    /// The length of a word at an offset that can't be part of a code.
    private static func stopWord(_ text: [Unicode.Scalar], at place: Int, before end: Int) -> Int? {
        NumberLexicon.stopWordsByFirst[text[place]]?.first { word in
            place + word.count <= end && text[place..<place + word.count].elementsEqual(word)
        }?.count
    }

    /// Steps over 和, 原 and the like where the run begins with them.
    private static func softly(_ text: [Unicode.Scalar], _ start: Int, before end: Int, bounded: Bool) -> Int {
        guard start < end, NumberLexicon.softStops.contains(text[start]) else { return start }
        if NumberLexicon.softWords.contains(where: { text[start..<end].starts(with: $0) }) { return start }
        let rest = Array(text[start + 1..<end])
        return (bounded && rest.count >= 3) || NumberLexicon.shortCodes.contains(rest) ? start + 1 : start
    }

    /// Steps over the issuer's full name before its code.
    private static func afterName(_ text: [Unicode.Scalar], _ start: Int, before end: Int) -> Int {
        var result = start
        for place in start..<end {
            for name in NumberLexicon.nameEnds where place + name.count + 2 <= end {
                let behind = place + name.count
                if text[place..<behind].elementsEqual(name),
                    !NumberLexicon.keepsName.contains(Array(text[behind..<end]))
                {
                    result = max(result, behind)
                }
            }
        }
        return result
    }

    /// Whether a name before 令 or 公告 ends as offices do.
    private static func endsAsOffice(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "院", "府", "部", "委", "局", "署", "会", "會", "厅", "廳", "室", "行", "席", "办", "辦", "长", "長", "组", "市", "省", "区",
            "縣", "县", "国", "國", "军", "社", "心", "金":
            true
        default: false
        }
    }
}
