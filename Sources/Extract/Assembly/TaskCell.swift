import Ingest

/// A cell of a table of tasks, read as a passage.
struct TaskCell {
    var passage: Passage
    /// Whether its column says when the task is due.
    var isDue: Bool

    /// The cells of a task.
    static func cells(of found: TaskTable.Found, in section: Int) -> [TaskCell] {
        func cell(_ text: MappedText, isDue: Bool) -> TaskCell {
            let passage = Passage(
                provision: found.task.provision, text: text, label: nil, bodyStart: 0, path: found.task.path,
                section: section, owner: nil)
            return TaskCell(passage: passage, isDue: isDue)
        }
        return found.texts.map { cell($0, isDue: false) } + found.dues.map { cell($0, isDue: true) }
    }

    /// Whether it is the same cell of the source, as one that spans rows is.
    func isSame(as other: TaskCell) -> Bool { passage.text.span == other.passage.text.span }
}
