import Testing

@testable import Server

@Suite("Target") struct TargetTests {
    @Test("paths and queries are decoded")
    func decoded() throws {
        let target = try Target("/documents/%E6%B2%88%2F1?q=a+b%20c&on=2026-01-01&x")
        #expect(target.path == ["documents", "沈/1"])
        #expect(target.query.map(\.name) == ["q", "on", "x"])
        #expect(target.query.map(\.value) == ["a b c", "2026-01-01", ""])
        #expect(try Target("/").path.isEmpty)
    }

    @Test(
        "what can't be read is refused",
        arguments: [
            ("not UTF-8", "/search?q=%FF%FE", 400), ("unfinished escape", "/search?q=%4", 400),
            ("no escape", "/search?q=%zz", 400), ("a NUL", "/search?q=%00", 400), ("twice", "/search?q=a&q=b", 400),
            ("absolute", "http://other/", 400), ("empty", "", 400),
            ("overlong encoding", "/%C0%AF", 400), ("surrogate", "/%ED%A0%80", 400),
            ("too long", "/" + String(repeating: "a", count: Target.maximumLength), 414),
        ])
    func refused(name: String, text: String, status: Int) {
        let error = #expect(throws: Problem.self, "\(name)") { _ = try Target(text) }
        #expect(error?.status == status, "\(name)")
    }

    @Test("an ending asks for a format, unless the path means something as it is")
    func endings() throws {
        let cases: [(String, String, Format, [String: String])] = [
            ("/search", "/search", .html, [:]), ("/search.json", "/search", .json, [:]),
            ("/documents/a.csv", "/documents/{id}", .csv, ["id": "a"]),
            ("/documents/a.b", "/documents/{id}", .html, ["id": "a.b"]),
            ("/documents/a.atom", "/documents/{id}", .html, ["id": "a.atom"]),
            ("/api/v1/search", "/api/v1/search", .json, [:]), ("/", "/", .html, [:]),
            ("/openapi.json", "/openapi.json", .json, [:]),
        ]
        for (text, path, format, values) in cases {
            let match = try #require(RouteMatch(try Target(text).path, among: Endpoint.all), "\(text)")
            #expect(match.endpoint.path == path, "\(text)")
            #expect(match.format == format, "\(text)")
            #expect(match.values == values, "\(text)")
        }
        for text in ["/search.ofd", "/nothing", "/documents/", "/../etc/passwd", "/assets/../style.css", "/search/x"] {
            #expect(RouteMatch(try Target(text).path, among: Endpoint.all) == nil, "\(text)")
        }
    }
}
