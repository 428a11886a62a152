import Extract
import Foundation

/// Citations between instruments and roles of units as a graph (GraphML).
enum GraphExport {
    static func write(
        _ selection: ExportSelection, to url: URL
    ) throws -> (documents: Int, files: [ExportManifest.File]) {
        let file = try OutputFile(url)
        try file.write(head)
        var graph = GraphNames()
        var documents = 0
        var edges = 0
        // Every number that a document of the selection has, so that citations of it lead to the document.
        var held: [String: String] = [:]
        try selection.forEachDocument { _, document in
            documents += 1
            if let number = document.record.number?.text { held[number] = document.record.id }
            try graph.add("d:" + document.record.id, to: file) {
                [
                    ("type", "document"), ("label", document.record.title),
                    ("number", document.record.number?.text ?? ""),
                    ("kind", document.record.kind ?? ""), ("signed", document.record.signed ?? ""),
                ]
            }
        }
        try selection.forEachDocument { _, document in
            let from = "d:" + document.record.id
            for citation in document.record.citations {
                guard let name = citation.number ?? citation.title else { continue }
                let to = held[name].map { "d:" + $0 } ?? "i:" + name
                try graph.add(to, to: file) {
                    [("type", "instrument"), ("label", citation.title ?? name), ("number", citation.number ?? "")]
                }
                edges += 1
                try file.write(edge(edges, from: from, to: to, relation: citation.relation.rawValue))
            }
            for task in document.record.tasks {
                for assignment in task.assignments {
                    try graph.add("u:" + assignment.unit, to: file) { [("type", "unit"), ("label", assignment.unit)] }
                    edges += 1
                    try file.write(
                        edge(
                            edges, from: "u:" + assignment.unit, to: from, relation: assignment.role.rawValue,
                            task: task.id))
                }
            }
        }
        try file.write("</graph>\n</graphml>\n")
        return (documents, [try file.finish(rows: edges)])
    }

    private static let head: String = {
        let keys = ["type", "label", "number", "kind", "signed"].map {
            "<key id=\"\($0)\" for=\"node\" attr.name=\"\($0)\" attr.type=\"string\"/>\n"
        }
        let edgeKeys = ["relation", "task"].map {
            "<key id=\"\($0)\" for=\"edge\" attr.name=\"\($0)\" attr.type=\"string\"/>\n"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

            """ + keys.joined() + edgeKeys.joined() + "<graph edgedefault=\"directed\">\n"
    }()

    private static func edge(_ number: Int, from: String, to: String, relation: String, task: String? = nil) -> String {
        let task = task.map { "<data key=\"task\">\(XMLText.escaped($0))</data>" } ?? ""
        return "<edge id=\"e\(number)\" source=\"\(XMLText.escaped(from))\" target=\"\(XMLText.escaped(to))\">"
            + "<data key=\"relation\">\(relation)</data>\(task)</edge>\n"
    }
}

/// The nodes that a graph has already.
private struct GraphNames {
    private var known: Set<String> = []

    mutating func add(_ id: String, to file: OutputFile, values: () -> [(key: String, value: String)]) throws {
        guard known.insert(id).inserted else { return }
        let data = values().filter { !$0.value.isEmpty }.map {
            "<data key=\"\($0.key)\">\(XMLText.escaped($0.value))</data>"
        }
        try file.write("<node id=\"\(XMLText.escaped(id))\">\(data.joined())</node>\n")
    }
}
