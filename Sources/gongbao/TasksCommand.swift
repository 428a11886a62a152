public import ArgumentParser
public import Extract
import Index

extension AssignmentRecord.Role: ExpressibleByArgument {}

struct TasksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasks", abstract: "Lists tasks with their units and deadlines.",
        discussion: "Example: gongbao tasks --document 沈政发〔2026〕1号 --label 53")

    @Option(help: "A document: number, id, part of the title, or file:line.") var document: String?
    @Option(help: "The label of the task.") var label: String?
    @Option(help: "A unit, with or without the area before its name.") var unit: String?
    @Option(help: "The unit's role.") var role: AssignmentRecord.Role?
    @OptionGroup var page: PageOptions
    @OptionGroup var source: ArchiveOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let archive = try source.open(.readOnly)
        let reference = try document.map { DocumentReference.exact(try DocumentReference.resolve($0, in: archive)) }
        var filter = TaskFilter(document: reference, label: label, unit: unit, role: role)
        (filter.limit, filter.offset) = (page.count, page.offset)
        let (tasks, total) = try archive.listed(filter)
        try output.print(tasks, text: Layout.task)
        page.tell(tasks.count, of: total)
    }
}
