/// The folded text of a passage, read from a segment.
@safe final class PassageText {
    /// The text in UTF-16, without typographic white space where it is ignored.
    private var units: UnsafeMutablePointer<UInt16>
    /// For each unit, and behind the last, whether a token begins there.
    private var breaks: UnsafeMutablePointer<Bool>
    private var capacity: Int
    /// How much is written beyond the end of a text at most, with the break behind it.
    private static let stride = 8
    private(set) var count = 0
    /// How many units at the beginning are title, heading or label.
    private var emphasis = 0
    private var passage = -1
    private var spacing = Phrase.Spacing.ignored
    private let segment: Segment
    private let buffer = TextBuffer()
    private var scalars: [UInt32] = []

    init(_ segment: Segment) {
        self.segment = segment
        capacity = 1024
        unsafe units = .allocate(capacity: capacity)
        unsafe breaks = .allocate(capacity: capacity)
    }

    deinit {
        unsafe units.deallocate()
        unsafe breaks.deallocate()
    }

    /// How often a phrase stands in a passage; nil where it doesn't.
    func counts(of phrase: Phrase, in passage: Int) -> TermFrequency? {
        guard read(passage, spacing: phrase.spacing), let first = phrase.parts.first else { return nil }
        var counts = TermFrequency()
        let firstUnit = first[0]
        var at = 0
        while at + first.count <= count {
            if unsafe units[at] == firstUnit, let end = end(of: phrase, at: at) {
                let weight = end <= emphasis ? TermFrequency.emphasis : 1
                if unsafe phrase.asksNoWords || breaks[at] && breaks[end] {
                    counts.whole += weight
                } else {
                    counts.part += weight
                }
            }
            at += 1
        }
        return counts.whole + counts.part > 0 ? counts : nil
    }

    /// Where a phrase stands in a passage, in units: the first places.
    func places(of phrase: Phrase, in passage: Int, limit: Int) -> [Range<Int>] {
        guard read(passage, spacing: phrase.spacing), let first = phrase.parts.first else { return [] }
        var places: [Range<Int>] = []
        var at = 0
        while at + first.count <= count, places.count < limit {
            if unsafe units[at] == first[0], let end = end(of: phrase, at: at) { places.append(at..<end) }
            at += 1
        }
        return places
    }

    /// Gives the folded scalars of a passage; nil where its text is damaged.
    func withScalars<Result>(of passage: Int, _ body: ([UInt32]) -> Result) -> Result? {
        guard read(passage, spacing: .ignored) else { return nil }
        scalars.removeAll(keepingCapacity: true)
        var at = 0
        while at < count {
            let unit = UInt32(unsafe units[at])
            at += 1
            if unit & 0xFC00 == 0xD800, at < count, unsafe units[at] & 0xFC00 == 0xDC00 {
                scalars.append(0x1_0000 + (unit & 0x3FF) << 10 + UInt32(unsafe units[at] & 0x3FF))
                at += 1
            } else {
                scalars.append(unit)
            }
        }
        return body(scalars)
    }

    /// The text and its token breaks, for checks that the index knows nothing of.
    func withText<Result>(
        of passage: Int, _ body: (_ units: UnsafeBufferPointer<UInt16>) -> Result
    ) -> Result? {
        guard read(passage, spacing: .ignored) else { return nil }
        return unsafe body(UnsafeBufferPointer(start: units, count: count))
    }

    /// Where the phrase ends that begins at an offset; nil where it doesn't begin there.
    private func end(of phrase: Phrase, at start: Int) -> Int? {
        var at = start
        for (number, part) in phrase.parts.enumerated() {
            if number > 0 {
                while at < count, !WordUnits.isWord(unsafe units[at]) { at += 1 }
            }
            guard at + part.count <= count else { return nil }
            for offset in part.indices where unsafe units[at + offset] != part[offset] { return nil }
            at += part.count
        }
        return at
    }

    private func read(_ passage: Int, spacing: Phrase.Spacing) -> Bool {
        if passage == self.passage, spacing == self.spacing { return true }
        guard var text = segment.text(of: passage, into: buffer) else { return false }
        self.passage = passage
        self.spacing = spacing
        let printedEmphasis = segment.emphasis(of: passage)
        let tokenCount = segment.range(.tokenEnds).count / 4
        let unitCount = segment.range(.tokenUnits).count / 2
        let ends = unsafe UnsafeRawPointer(segment.pointer(.tokenEnds))
        let tokens = unsafe UnsafeRawPointer(segment.pointer(.tokenUnits))
        // Members of a class are slow to change; these are taken over at the end.
        var units = unsafe self.units
        var breaks = unsafe self.breaks
        var limit = capacity - Self.stride
        var (count, printed, emphasis) = (0, 0, 0)
        while let number = text.next() {
            guard number < tokenCount else { return fail() }
            let place = unsafe ends + number * 4
            let start =
                number == 0
                ? 0 : Int(UInt32(littleEndian: unsafe place.loadUnaligned(fromByteOffset: -4, as: UInt32.self)))
            let end = Int(UInt32(littleEndian: unsafe place.loadUnaligned(as: UInt32.self)))
            let length = end &- start
            guard length > 0, end <= unitCount else { return fail() }
            if count &+ length > limit {
                grow(to: count + length + Self.stride)
                unsafe (units, breaks) = (self.units, self.breaks)
                limit = capacity - Self.stride
            }
            printed &+= length
            // Four units at a time: what is copied beyond a token is overwritten by the next one, and the section is not the
            // last of the file.
            var four = unsafe tokens.loadUnaligned(fromByteOffset: start &* 2, as: UInt64.self)
            if UInt16(truncatingIfNeeded: four) == SpaceUnit.typographic {
                if spacing == .ignored {
                    if printed <= printedEmphasis { emphasis = count }
                    continue
                }
                four = UInt64(SpaceUnit.parting)
            }
            unsafe UnsafeMutableRawPointer(units + count).storeBytes(of: four, as: UInt64.self)
            unsafe UnsafeMutableRawPointer(breaks + count).storeBytes(of: 1, as: UInt32.self)
            var at = 4
            while at < length {
                let four = unsafe tokens.loadUnaligned(fromByteOffset: (start &+ at) &* 2, as: UInt64.self)
                unsafe UnsafeMutableRawPointer(units + count + at).storeBytes(of: four, as: UInt64.self)
                unsafe UnsafeMutableRawPointer(breaks + count + at).storeBytes(of: 0, as: UInt32.self)
                at &+= 4
            }
            count &+= length
            if printed <= printedEmphasis { emphasis = count }
        }
        unsafe breaks[count] = true
        (self.count, self.emphasis) = (count, emphasis)
        return true
    }

    private func fail() -> Bool {
        segment.file.noteDamage()
        (passage, count) = (-1, 0)
        return false
    }

    private func grow(to wanted: Int) {
        let size = max(wanted, capacity * 2)
        let count = capacity
        let largerUnits = UnsafeMutablePointer<UInt16>.allocate(capacity: size)
        let largerBreaks = UnsafeMutablePointer<Bool>.allocate(capacity: size)
        unsafe largerUnits.update(from: units, count: count)
        unsafe largerBreaks.update(from: breaks, count: count)
        unsafe units.deallocate()
        unsafe breaks.deallocate()
        unsafe units = largerUnits
        unsafe breaks = largerBreaks
        capacity = size
    }
}
