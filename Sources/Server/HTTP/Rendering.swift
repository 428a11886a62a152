import Export
import Foundation
import HTTPTypes

/// Rows for a spreadsheet.
struct Table {
    var columns: [String]
    var rows: [[CellValue]]

    var text: String {
        ([columns.map { .text($0) }] + rows).map(CSVExport.line).joined()
    }
}

/// An answer as it goes out.
struct Rendered: Sendable {
    var status: HTTPResponse.Status
    var contentType: String
    var bytes: [UInt8]
    var fields: [(HTTPField.Name, String)] = []
}

/// Puts answers and problems into the format that is asked for.
enum Rendering {
    static func render(_ reply: Reply, for inquiry: Inquiry) throws -> Rendered {
        if let file = reply.file { return Rendered(status: reply.status, contentType: file.type, bytes: file.bytes) }
        let type = inquiry.format.contentType
        switch inquiry.format {
        case .html:
            guard let page = reply.page else { throw Problem.notFound }
            let scene = Scene(inquiry)
            return Rendered(status: reply.status, contentType: type, bytes: scene.frame(try page(scene)))
        case .json:
            guard let value = reply.json else { throw Problem.notFound }
            return Rendered(status: reply.status, contentType: type, bytes: try json(value))
        case .csv:
            guard let table = reply.table else { throw Problem.notFound }
            return Rendered(status: reply.status, contentType: type, bytes: Array(try table().text.utf8))
        case .ics:
            guard let calendar = reply.calendar else { throw Problem.notFound }
            return Rendered(status: reply.status, contentType: type, bytes: Array(try calendar()))
        case .atom:
            guard let feed = reply.feed else { throw Problem.notFound }
            return Rendered(status: reply.status, contentType: type, bytes: try feed().bytes)
        }
    }

    static func json(_ value: any Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    }

    /// A problem, as a page where a page was asked for.
    static func render(_ problem: Problem, for inquiry: Inquiry?) -> Rendered {
        let status = HTTPResponse.Status(code: problem.status)
        if let inquiry, inquiry.format == .html {
            let scene = Scene(inquiry)
            return Rendered(
                status: status, contentType: Format.html.contentType,
                bytes: scene.frame(ProblemPage.page(problem, scene)),
                fields: problem.fields)
        }
        let bytes = (try? json(problem)) ?? []
        return Rendered(status: status, contentType: Problem.contentType, bytes: bytes, fields: problem.fields)
    }
}
