/// Something that an agent can call.
struct AgentTool: Sendable {
    var name: String
    /// What it is for, which is all that a model knows of it.
    var summary: String
    /// The endpoint of the interface that answers, and the parameters of it that an agent may give.
    var path: String
    var takes: [Argument]
    /// The list in the answer that is cut where the answer is too long.
    var list: String?

    struct Argument: Sendable {
        var name: String
        var summary: String
        var isRequired = false
        /// The parameter of the endpoint, where it has another name.
        var parameter: String?
    }

    private static func argument(_ name: String, _ summary: String, required: Bool = false, as parameter: String? = nil)
        -> Argument
    {
        Argument(name: name, summary: summary, isRequired: required, parameter: parameter)
    }

    private static let document = argument(
        "document", "The document's number (沈政发〔2026〕1号) or title, or a part of its title.")
    private static let cursor = argument("cursor", "The cursor of the page before, to go on behind it.", as: "after")

    static let all: [AgentTool] = [
        AgentTool(
            name: "search",
            summary: """
                Use this to find passages of Chinese government documents that hold exact words. The query is Chinese \
                words side by side (all must fit), "quoted phrases", OR, -not, and fields: number: title: kind: issuer: \
                unit: lead: role: year: signed: due: effective: status: article: indicator: value: cites:. Each hit gives \
                its document, the labels above it, its text as printed and its place. It does not understand questions: \
                use ask for these.
                """, path: "/api/v1/search",
            takes: [
                argument("query", "In the query language, as: lead:科技局 以旧换新", required: true, as: "q"),
                argument("sort", "relevance, date or due."), argument("on", "The day for status:, as 2026-01-31."),
                cursor,
            ], list: "items"),
        AgentTool(
            name: "ask",
            summary: """
                Use this to answer a question from records: which unit leads a task, which tasks a unit has, what is due \
                when, what a target is, what a document cites, repeals or says, whether it is in force. It tells how the \
                question was understood. Answers are quotes with places; where the archive does not tell, it says so.
                """, path: "/api/v1/ask",
            takes: [
                argument("question", "In Chinese or English.", required: true, as: "q"),
                argument("on", "The day on which it is asked, as 2026-01-31."),
            ], list: "answer.items"),
        AgentTool(
            name: "outline",
            summary: """
                Use this to see what a document consists of before you read parts of it: the ids, labels and headings of \
                its provisions with the length of each.
                """, path: "/api/v1/documents/{id}/outline",
            takes: [argument("document", "The id of the document.", required: true, as: "id"), cursor],
            list: "provisions.items"),
        AgentTool(
            name: "provision",
            summary: """
                Use this to read one provision as printed, with its citation (《…》第十二条) and the tasks, targets, time \
                limits and citations in it. Never quote a provision that you have not read with this.
                """, path: "/api/v1/documents/{id}/provisions/{provision}",
            takes: [
                argument("document", "The id of the document.", required: true, as: "id"),
                argument(
                    "provision", "The id of the provision from outline or search, or its label as printed: 第十二条.",
                    required: true),
            ], list: nil),
        AgentTool(
            name: "tasks",
            summary: """
                Use this to list tasks with the units that lead (牵头), are responsible (责任), support (配合) or implement \
                (落实) them, and their due dates. Without a unit, all tasks that fit.
                """, path: "/api/v1/tasks",
            takes: [
                argument("unit", "Full name, or the name without the area: 市科技局."),
                argument("role", "lead, responsible, support or implement."), document,
                argument("text", "A part of the task's text or of a heading above it."),
                argument("year", "The year of the document."), cursor,
            ], list: "items"),
        AgentTool(
            name: "targets_and_limits",
            summary: """
                Use this to list quantified goals (indicator, comparator, value, unit, year), and with kind=limits the \
                time limits (day, period, recurrence), each with the words it was read from.
                """, path: "/api/v1/targets",
            takes: [
                argument("kind", "targets (the default) or limits."), document,
                argument("text", "A part of the indicator's name, or of the text around a limit."),
                argument("year", "targets: the year of the goal."),
                argument("unit", "limits: a unit with a role in the task."),
                argument("first", "limits: the first day, as 2026-01-01."),
                argument("last", "limits: the last day, as 2026-12-31."), cursor,
            ], list: "items"),
        AgentTool(
            name: "citations",
            summary: """
                Use this to follow citations: with document, what it cites; with cited, which documents cite that \
                instrument. held lists the documents of the archive that are meant; an empty held means that the archive \
                does not hold it, not that it does not exist.
                """, path: "/api/v1/citations",
            takes: [
                document, argument("cited", "The number or title of what is cited."),
                argument("relation", "basis, repeals, amends, forwards or mention."), cursor,
            ], list: "items"),
        AgentTool(
            name: "check_text",
            summary: """
                Use this to check a draft, or your own answer, before you give it: every document number, title and unit \
                in the text is found, differs, not-in-force, not-held (the archive does not have it) or not-checked.
                """, path: "/api/v1/check",
            takes: [
                argument("text", "The text.", required: true), argument("on", "The day for validity, as 2026-01-31."),
            ], list: "checks"),
        AgentTool(
            name: "coverage",
            summary: """
                Use this first to know what the archive holds: its sources, documents, years and how much was not read. \
                What it does not hold, it can't tell.
                """, path: "/api/v1/sources", takes: [cursor], list: "items"),
    ]

    /// The JSON Schema of its arguments.
    var schema: JSONValue {
        let properties = takes.map { argument in
            (argument.name, JSONValue.object(["type": .text("string"), "description": .text(argument.summary)]))
        }
        return .object([
            "type": .text("object"),
            "properties": .object(Dictionary(properties) { first, _ in first }),
            "required": .array(takes.filter(\.isRequired).map { .text($0.name) }),
            "additionalProperties": .boolean(false),
        ])
    }

    /// What `tools/list` says of it.
    var description: JSONValue {
        .object([
            "name": .text(name), "description": .text(summary), "inputSchema": schema,
            "outputSchema": .object(["type": .text("object")]),
            "annotations": .object([
                "readOnlyHint": .boolean(true), "idempotentHint": .boolean(true), "openWorldHint": .boolean(false),
            ]),
        ])
    }
}
