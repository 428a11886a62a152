import Foundation

/// The data dictionary of an export as tables: a Frictionless data package (`datapackage.json`).
enum DataDictionary {
    private struct Package: Encodable {
        var name = "gongbao"
        var profile = "tabular-data-package"
        var resources: [Resource]
    }

    private struct Resource: Encodable {
        var name: String
        var path: String
        var profile = "tabular-data-resource"
        var description: String
        var encoding = "utf-8"
        var schema: Schema
    }

    private struct Schema: Encodable {
        var fields: [Field]
        var primaryKey: [String]?
        var foreignKeys: [ForeignKey]?
    }

    private struct Field: Encodable {
        var name: String
        var type: String
        var description: String
    }

    private struct ForeignKey: Encodable {
        var fields: String
        var reference: [String: String]
    }

    static func write(to folder: URL) throws -> ExportManifest.File {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let file = try OutputFile(folder.appending(path: "datapackage.json"))
        try file.write(try encoder.encode(Package(resources: RecordTable.all.map(resource))))
        return try file.finish()
    }

    private static func resource(_ table: RecordTable) -> Resource {
        let fields = table.columns.map { column in
            Field(name: column.name, type: type(of: column.kind), description: column.summary)
        }
        let refersToDocument = table.name != RecordTable.documents.name
        let foreign = ForeignKey(fields: "document", reference: ["resource": "documents", "fields": "document"])
        return Resource(
            name: table.name, path: table.name + ".csv", description: table.summary,
            schema: Schema(
                fields: fields, primaryKey: table.key.isEmpty ? nil : table.key,
                foreignKeys: refersToDocument ? [foreign] : nil))
    }

    private static func type(of kind: TableColumn.Kind) -> String {
        switch kind {
        // A date may be a year or recur each year, which the package's own type of dates does not take.
        case .text, .date, .lines: "string"
        case .integer: "integer"
        case .real: "number"
        case .boolean: "boolean"
        }
    }
}
