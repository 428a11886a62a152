import ArgumentParser
import Index

struct UnitsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units",
        abstract: "Lists units with all their names, their tasks, and the units whose work they took over.",
        discussion: """
            A unit is a department of a place; its names are one unit, whichever a document prints: 市人社局, 市人力资源和社会保障局.

            Example: gongbao units --place 沈阳市 市人社局
            """)

    @Argument(help: "Any of a unit's names; all units without it.") var name: String?
    @Option(help: "The place of the units.") var place: String?
    @OptionGroup var source: ArchiveOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let entries = try source.open(.readOnly).units(name: name, place: place)
        try output.print(entries, text: Layout.unit)
    }
}

extension Layout {
    /// One unit: its id, its names, its tasks by role, and its relatives.
    static func unit(_ entry: UnitEntry) -> String {
        var lines = [entry.id + (entry.department.map { "  \($0)" } ?? "")]
        lines.append("  " + entry.names.map { "\($0.name) (\($0.count))" }.joined(separator: "、"))
        var facts = entry.tasks.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        if entry.issued > 0 { facts.append("issued \(entry.issued)") }
        if !entry.officials.isEmpty { facts.append("officials \(entry.officials.joined(separator: "、"))") }
        if !facts.isEmpty { lines.append("  " + facts.joined(separator: "  ")) }
        for before in entry.predecessors {
            lines.append("  predecessor \(before.id)" + (before.year.map { " (until \($0))" } ?? ""))
        }
        if let after = entry.successor {
            lines.append("  successor \(after.id)" + (after.year.map { " (\($0))" } ?? ""))
        }
        return lines.joined(separator: "\n")
    }
}
