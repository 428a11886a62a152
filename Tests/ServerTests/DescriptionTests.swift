import CAssets
import Foundation
import Testing

@testable import Server

@Suite("Description") struct DescriptionTests {
    private func description() throws -> JSONValue {
        let file = unsafe cassets_openapi()
        let data = unsafe Data(bytes: file.bytes, count: file.count)
        return try JSONDecoder().decode(JSONValue.self, from: data)
    }

    private static let interface = Endpoint.all.filter { $0.path.hasPrefix("/api/") }

    @Test("it has the paths of the service, and no others")
    func paths() throws {
        guard case .object(let paths)? = try description()["paths"] else {
            Issue.record("no paths")
            return
        }
        #expect(Set(paths.keys) == Set(Self.interface.map(\.path)))
        for endpoint in Self.interface {
            #expect((paths[endpoint.path]?["post"] != nil) == endpoint.takesBody, "\(endpoint.path)")
        }
    }

    @Test("parameters have the names and bounds that the service holds them to", arguments: interface.map(\.path))
    func parameters(path: String) throws {
        let endpoint = try #require(Self.interface.first { $0.path == path })
        guard case .array(let listed)? = try description()["paths"]?[path]?["get"]?["parameters"] else {
            Issue.record("no parameters")
            return
        }
        let query = listed.filter { $0["in"]?.string == "query" }
        let own = endpoint.parameters + [.language]
        #expect(query.compactMap { $0["name"]?.string }.sorted() == own.map(\.name).sorted())
        #expect(
            Set(listed.filter { $0["in"]?.string == "path" }.compactMap { $0["name"]?.string }) == Set(endpoint.names))
        for parameter in own {
            let schema = query.first { $0["name"]?.string == parameter.name }?["schema"]
            switch parameter.kind {
            case .text(let maximum): #expect(schema?["maxLength"] == .integer(maximum), "\(parameter.name)")
            case .integer(let range):
                #expect(schema?["minimum"] == .integer(range.lowerBound), "\(parameter.name)")
                #expect(schema?["maximum"] == .integer(range.upperBound), "\(parameter.name)")
            case .day: #expect(schema?["format"] == .text("date"), "\(parameter.name)")
            case .choice(let values): #expect(schema?["enum"] == .array(values.map { .text($0) }), "\(parameter.name)")
            }
        }
    }

    @Test("no two endpoints answer for one path")
    func unique() {
        #expect(Set(Endpoint.all.map(\.path)).count == Endpoint.all.count)
    }
}
