/// The lines of a file with their roles, and the order of those that carry text.
struct LineTable {
    let lines: [SourceLine]
    var roles: [LineRole]
    let layout: Layout
    /// The indices of lines that are neither blank nor page furniture nor front matter, in order.
    let significant: [Int]
    /// Whether blank lines part most lines of the file, so that the lack of one tells something.
    private let isDoubleSpaced: Bool
    /// For each significant line, whether it could be a part of a title.
    private var titleLike: [Bool] = []

    init(lines: [SourceLine], roles: [LineRole], firstLine: Int, setting: SourceText.Setting) {
        self.lines = lines
        self.roles = roles
        let measured = Layout(measuring: lines.indices.compactMap { roles[$0] == .body ? lines[$0].width : nil })
        layout =
            setting == .paragraphs ? Layout(isHardWrapped: false, width: measured.width) : measured
        let order = lines.indices.filter { index in
            guard index >= firstLine else { return false }
            switch roles[index] {
            case .blank, .furniture: return false
            default: return true
            }
        }
        significant = order
        let apart = order.count { $0 > 0 && lines[$0 - 1].isBlank }
        isDoubleSpaced = apart * 10 >= order.count * 6
        titleLike = order.indices.map(looksLikeTitle)
    }

    /// How the lines of one document were set, where it has enough of them to tell; else how those of the file were.
    func layout(of range: Range<Int>) -> Layout {
        let widths = range.compactMap { roles[significant[$0]] == .body ? line($0).width : nil }
        guard widths.count(where: { $0 >= 40 }) >= 20 else { return layout }
        let own = Layout(measuring: widths)
        let isOther = own.isHardWrapped != layout.isHardWrapped || abs(own.width - layout.width) > 8
        return isOther ? own : layout
    }

    func role(_ position: Int) -> LineRole? {
        significant.indices.contains(position) ? roles[significant[position]] : nil
    }

    func line(_ position: Int) -> SourceLine { lines[significant[position]] }

    /// Whether a line could be a part of a title: short, no sentence, no label.
    func isTitleLike(_ position: Int) -> Bool { titleLike.indices.contains(position) && titleLike[position] }

    private func looksLikeTitle(_ position: Int) -> Bool {
        guard role(position) == .body else { return false }
        let line = line(position)
        let text = line.squashed
        guard let last = text.last, !"。；：，！？;:,!?".unicodeScalars.contains(last), !text.contains("。") else {
            return false
        }
        // A title may be broken behind an enumeration comma, but then its line is not full.
        if last == "、", !layout.isHardWrapped || line.width > layout.width - 10 { return false }
        guard line.width <= 150, !text.contains("|"), !text.contains("｜") else { return false }
        // A full line with a comma is one of a paragraph.
        if layout.isHardWrapped, text.contains("，"), (layout.width - 6...layout.width + 6).contains(line.width) {
            return false
        }
        guard "－—─-●■◆<".unicodeScalars.contains(text[0]) == false else { return false }
        return Label.scan(line.text) == nil
    }

    /// Whether a line looks like one of a paragraph: long, or with punctuation inside.
    func isRunningText(_ position: Int) -> Bool {
        guard role(position) == .body else { return false }
        let line = line(position)
        if layout.isHardWrapped { return line.width >= layout.width - 8 }
        return line.width >= 60 || line.squashed.contains("，")
    }

    /// Whether fields or links of the page stand between a line and the one before it.
    func isBehindFurniture(_ position: Int) -> Bool {
        guard position > 0 else { return false }
        return (significant[position - 1] + 1..<significant[position]).contains { index in
            switch roles[index] {
            case .furniture(.metadata), .furniture(.pageHead), .furniture(.navigation): true
            default: false
            }
        }
    }

    /// Whether a line ends a paragraph by its closing punctuation.
    func endsSentence(_ position: Int) -> Bool { Reflow.endsSentence(line(position).squashed) }

    /// Whether a line is the first of a page, as form feeds or the setting show it.
    func startsPage(_ position: Int) -> Bool {
        let index = significant[position]
        guard index > 0 else { return true }
        if lines[index].page != lines[index - 1].page { return true }
        if lines[index].number == lines[index - 1].number { return false }
        guard isDoubleSpaced else { return false }
        // Text layers print a page's first line directly below the last one of the page before, indented by one blank.
        guard lines[index].scalars.first?.isBlank == true, !lines[index - 1].isBlank else { return false }
        // The lines of a title stand directly below each other too.
        return position == 0 || !isTitleLike(position - 1) || !isTitleLike(position)
    }
}
