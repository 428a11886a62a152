/// Takes out of lines what pages print between or before the characters of a text: pinyin in brackets behind characters, and
/// the bullets of lists.
///
/// What is taken out keeps its column, so that places stay true (``SourceLine/removed``).
enum ReadingAids {
    static func clean(_ lines: [SourceLine]) -> [SourceLine] {
        let readings = lines.map { Self.readings(in: $0.scalars) }
        // A file that prints readings prints many; a single one may be a loanword.
        let hasReadings = readings.joined().lazy.filter { $0.isMarked }.prefix(3).count == 3
        return lines.indices.map { index in
            var scalars = lines[index].scalars
            if hasReadings {
                for found in readings[index] { for at in found.range { scalars[at] = SourceLine.removed } }
            }
            if let bullet = bullet(in: lines[index]) { scalars[bullet] = SourceLine.removed }
            return scalars == lines[index].scalars ? lines[index] : lines[index].folded(to: scalars)
        }
    }

    /// A reading in its brackets; marked where it carries a tone.
    private struct Reading {
        var range: Range<Int>
        var isMarked: Bool
    }

    private static func readings(in text: [Unicode.Scalar]) -> [Reading] {
        var found: [Reading] = []
        for open in text.indices.dropFirst() where (text[open] == "(" || text[open] == "（") && text[open - 1].isHan {
            var at = open + 1
            var isMarked = false
            while at < text.count, at - open <= 7, isLetter(text[at]) {
                if text[at].value >= 0x80 { isMarked = true }
                at += 1
            }
            guard at > open + 1, at < text.count, text[at] == ")" || text[at] == "）" else { continue }
            found.append(Reading(range: open..<at + 1, isMarked: isMarked))
        }
        return found
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        (0x61...0x7A).contains(scalar.value) || (0xE0...0xFC).contains(scalar.value)
            || (0x100...0x17F).contains(scalar.value)
            || (0x1CD...0x1DC).contains(scalar.value) || (0x300...0x304).contains(scalar.value) || scalar == "\u{30C}"
            || scalar == "ɡ" || scalar == "ɑ"
    }

    /// Where the bullet of a list stands with which a line begins.
    private static func bullet(in line: SourceLine) -> Int? {
        guard let first = line.content.first, line.content.count > 2,
            "•‣◦∙".unicodeScalars.contains(line.scalars[first]),
            line.scalars[first + 1].isBlank
        else { return nil }
        return first
    }
}
