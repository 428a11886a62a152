import Ingest

/// Reads a division of work that is set as a table: 姓名, 职务, 工作分工, 分管部门, 联系单位.
struct DutyTable {
    /// What a column holds.
    private enum Column {
        case person, posts
        /// Sentences (负责…。分管…。) or, without a verb, a list under a relation.
        case duties(DutyMatch.Relation)
    }

    private let columns: [Int: Column]
    private let grid: TableGrid

    /// - Returns: nil where the table has no columns of names and of duties.
    init?(_ grid: TableGrid) {
        var columns: [Int: Column] = [:]
        for (index, cell) in grid.header.enumerated() {
            let name = cell.scalars.filter { !$0.isBlank }
            let all = 0..<name.count
            if DutyLexicon.personColumns.first(name, in: all) != nil {
                columns[index] = .person
            } else if DutyLexicon.postColumns.first(name, in: all) != nil {
                columns[index] = .posts
            } else if name.contains("联系") || name.contains("联络") {
                columns[index] = .duties(.liaises)
            } else if DutyLexicon.unitColumns.first(name, in: all) != nil {
                columns[index] = .duties(.oversees)
            } else if DutyLexicon.dutyColumns.first(name, in: all) != nil {
                columns[index] = .duties(.charge)
            }
        }
        func has(_ isWanted: (Column) -> Bool) -> Bool { columns.values.contains(where: isWanted) }
        guard has({ if case .person = $0 { true } else { false } }),
            has({ if case .duties = $0 { true } else { false } })
        else { return nil }
        self.columns = columns
        self.grid = grid
    }

    /// One entry a row, with the cells that it was read from.
    var duties: [(match: DutyMatch, row: [MappedText])] {
        grid.rows.enumerated().compactMap { index, row in
            var match = DutyMatch(person: "", posts: [], paragraphs: index...index)
            match.rule = "row of a table"
            for (place, column) in columns.sorted(by: { $0.key < $1.key }) where row.indices.contains(place) {
                let text = row[place].scalars
                switch column {
                case .person:
                    // 「张某某 副市长」 in one cell
                    if let official = Official.heading(text, from: 0) {
                        match.person = official.person
                        match.posts = official.posts + match.posts
                    } else {
                        match.person = text.filter { !$0.isBlank }.string
                    }
                case .posts: match.posts += Official.split(text, 0..<text.count)
                case .duties(let relation): match.items += items(text, relation)
                }
            }
            return match.person.isEmpty || match.items.isEmpty ? nil : (match, row)
        }
    }

    /// The items of a cell: of its sentences where they begin with verbs, else of the list that the column names.
    private func items(_ text: [Unicode.Scalar], _ relation: DutyMatch.Relation) -> [DutyMatch.Item] {
        var items: [DutyMatch.Item] = []
        var start = 0
        for index in 0...text.count where index == text.count || text[index].endsSentence {
            let range = start..<index
            start = index + 1
            guard !range.isEmpty else { continue }
            let read = DutySentence.items(in: text, range: range)
            items +=
                read.isEmpty
                ? DutyList(text: text, relation: relation).names(in: range).map {
                    DutyMatch.Item(relation: relation, capacity: .own, name: $0)
                } : read
        }
        return items
    }
}
