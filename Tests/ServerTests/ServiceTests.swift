import Extract
import Foundation
import HTTPTypes
import Hummingbird
import Index
import Logging
import ServiceLifecycle
import TestSupport
import Testing

@testable import Server

@Suite("Service") struct ServiceTests {
    /// Asks a service over an archive, over a socket.
    private func ask(
        _ records: [GazetteRecord] = [SampleRecords.gazette()],
        _ body: @escaping @Sendable (LiveClient) async throws -> Void
    ) async throws {
        let place = try TemporaryDirectory()
        let archive = try Archive.open(place.url.appending(path: "archive"), mode: .readWrite)
        for record in records { try archive.add(record) }
        try archive.commit()
        var settings = ServiceSettings(threads: 2)
        settings.port = 0
        settings.bodyTime = .milliseconds(300)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let service = GongbaoService(archive, settings: settings, logger: logger)
        let (ports, continuation) = AsyncStream<Int>.makeStream()
        let application = service.application { continuation.yield($0) }
        let group = ServiceGroup(configuration: .init(services: [.init(service: application)], logger: logger))
        async let running: Void = group.run()
        for await port in ports {
            try await body(LiveClient(port: port))
            break
        }
        await group.triggerGracefulShutdown()
        try await running
        try await service.dispatcher.pool.stop()
    }

    private func text(_ response: LiveResponse) -> String { response.text }

    private func json(_ response: LiveResponse) throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: Data(response.body))
    }

    private static let number = Address.encoded("沈政发〔2026〕1号")

    @Test("every page is had, in both languages, with the fields that keep browsers quiet")
    func pages() async throws {
        let paths = [
            "/", "/search", "/search?q=%E6%8E%A8%E8%BF%9B", "/ask", "/documents", "/documents/\(Self.number)", "/units",
            "/units/\(Address.encoded("市商务局"))", "/radar?on=2026-01-01", "/targets", "/numbers",
            "/numbers/\(Address.encoded("沈政发"))", "/archive", "/check", "/compare",
            "/compare?left=\(Self.number)&right=\(Self.number)",
        ]
        try await ask { client in
            for path in paths {
                for language in ["", "lang=en"] {
                    let uri = language.isEmpty ? path : path + (path.contains("?") ? "&" : "?") + language
                    let response = try await client.send(uri)
                    #expect(response.status == .ok, "\(uri)")
                    #expect(response.headers[.contentType] == "text/html; charset=utf-8")
                    #expect(response.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
                    #expect(text(response).contains(language.isEmpty ? "<html lang=\"zh-CN\">" : "<html lang=\"en\">"))
                    #expect(!text(response).contains("style="), "\(uri)")
                }
            }
        }
    }

    @Test("search gives hits, facets, a cursor, and what it is drawn from")
    func search() async throws {
        try await ask { client in
            let uri = "/api/v1/search?q=%E4%BA%BA&limit=1&facets=true"
            let first = try json(try await client.send(uri))
            guard case .integer(let total)? = first["total"] else {
                Issue.record("no total")
                return
            }
            #expect(total > 1)
            #expect(first["coverage"]?["documents"] == .integer(2))
            #expect(first["facets"]?["kind"] != nil)
            let next = try #require(first["next"]?.string)
            let second = try json(
                try await client.send(uri + "&after=\(next)"))
            #expect(second["items"] != first["items"])
            let posted = try await client.send(
                "/api/v1/search", .post, headers: [.contentType: "application/json"],
                body: Array(#"{"q": "人", "limit": 1, "facets": "true"}"#.utf8))
            #expect(try json(posted)["total"] == first["total"])
        }
    }

    @Test(
        "what is asked wrongly is told with its place",
        arguments: [
            ("/api/v1/search?q=%E4%BA%BA%20(%E6%B3%95", 400, "q", 2), ("/api/v1/search?q=nofield:x", 400, "q", 0),
            ("/api/v1/search?q=a&limit=0", 400, "limit", 0), ("/api/v1/search?q=a&limit=1x", 400, "limit", 1),
            ("/api/v1/search?q=a&nothing=1", 400, "nothing", nil), ("/api/v1/search?q=a&on=2026-02-30", 400, "on", 0),
            ("/api/v1/search?q=a&after=zzz", 400, "after", nil), ("/api/v1/search", 400, "q", nil),
            ("/api/v1/nothing", 404, nil, nil), ("/api/v1/documents/nothing", 404, nil, nil),
        ] as [(String, Int, String?, Int?)])
    func problems(uri: String, status: Int, parameter: String?, offset: Int?) async throws {
        try await ask { client in
            let response = try await client.send(uri)
            #expect(response.status.code == status)
            #expect(response.headers[.contentType] == Problem.contentType)
            let problem = try json(response)
            #expect(problem["parameter"]?.string == parameter)
            if let offset { #expect(problem["offset"] == .integer(offset)) }
        }
    }

    @Test("no answer tells where files are on the machine")
    func places() async throws {
        let paths = [
            "/api/v1/search?q=%E4%BA%BA", "/api/v1/ask?q=\(Address.encoded("市商务局牵头哪些任务？"))", "/api/v1/tasks",
            "/api/v1/documents", "/api/v1/documents/\(Self.number)", "/api/v1/sources", "/api/v1/export",
            "/documents.csv", "/archive",
        ]
        try await ask { client in
            for path in paths {
                let response = try await client.send(path)
                #expect(response.status == .ok, "\(path)")
                #expect(!text(response).contains("/data/"), "\(path)")
            }
        }
    }

    @Test("methods: HEAD has the fields alone, others are refused with those that are taken")
    func methods() async throws {
        try await ask { client in
            let head = try await client.send("/documents", .head)
            #expect(head.status == .ok)
            #expect(head.body.isEmpty)
            for method in [HTTPRequest.Method.put, .delete, .patch, .options, .trace] {
                let response = try await client.send("/search", method)
                #expect(response.status == .methodNotAllowed, "\(method)")
                #expect(response.headers[.allow] == "GET, HEAD, POST")
            }
            let get = try await client.send("/mcp")
            #expect(get.status == .methodNotAllowed)
        }
    }

    @Test("an answer that is known is not sent again until the archive changes")
    func tags() async throws {
        try await ask { client in
            let first = try await client.send("/documents")
            let tag = try #require(first.headers[.eTag])
            let second = try await client.send("/documents", .get, headers: [.ifNoneMatch: tag])
            #expect(second.status == .notModified)
            #expect(second.body.isEmpty)
            let other = try await client.send("/documents", .get, headers: [.ifNoneMatch: "\"x\""])
            #expect(other.status == .ok)
        }
    }

    @Test("a document's data are behind its page's address")
    func formats() async throws {
        try await ask { client in
            let path = "/documents/\(Self.number)"
            let json = try json(
                try await client.send(path + ".json"))
            #expect(json["record"]?["id"]?.string == "沈政发〔2026〕1号")
            let table = try await client.send(path + ".csv")
            #expect(text(table).hasPrefix("document,title,task,"))
            let calendar = try await client.send(path + ".ics")
            #expect(text(calendar).contains("BEGIN:VEVENT"))
            let inbox = try await client.send("/units/\(Address.encoded("市商务局")).ics")
            #expect(text(inbox).contains("X-WR-CALNAME:市商务局"))
            let feed = try await client.send("/documents.atom")
            #expect(text(feed).contains("<feed xmlns=\"http://www.w3.org/2005/Atom\">"))
        }
    }

    @Test("a gazette whose text is HTML is shown as text")
    func hostile() async throws {
        let texts = [
            "<script>alert(1)</script>", "\"\u{301} onfocus=alert(1) autofocus x=\"",
            "<\u{338}img src=x onerror=alert(1)>",
            "'\u{200D}><svg/onload=alert(1)>",
        ]
        var record = SampleRecords.plain(texts)
        record.documents[0].title = "</title><script>alert(2)</script>"
        try await ask([record]) { client in
            for uri in ["/", "/documents", "/documents/plain-1", "/search?q=alert", "/archive"] {
                let page = text(try await client.send(uri))
                #expect(!page.contains("<script>"), "\(uri)")
                #expect(!page.contains("<img"), "\(uri)")
                #expect(!page.contains("<svg/"), "\(uri)")
                #expect(!page.unicodeScalars.split(separator: "\n").contains { String($0).contains("\"\u{301}") })
            }
        }
    }

    @Test("a draft is held against the archive")
    func draft() async throws {
        try await ask { client in
            let draft =
                "某市人民政府办公室关于促进消费的通知\n各区：\n根据《关于印发2026年政府工作报告重点工作分工方案的通知》（沈政发〔2026〕1号）和《促进条例》（国发〔2019〕99号），制定本通知。\n"
            let response = try await client.send(
                "/api/v1/check", .post, headers: [.contentType: "application/x-www-form-urlencoded"],
                body: Array(("on=2026-06-01&text=" + Address.encoded(draft)).utf8))
            guard case .array(let checks)? = try json(response)["checks"] else {
                Issue.record("no checks")
                return
            }
            #expect(
                checks.contains {
                    $0["state"]?.string == "found" && $0["quote"]?.string?.contains("沈政发〔2026〕1号") == true
                })
            #expect(
                checks.contains {
                    $0["state"]?.string == "not-held" && $0["quote"]?.string?.contains("国发〔2019〕99号") == true
                })
        }
    }

    @Test("operators see health, readiness and counts; a body that drips and one that is too large are cut off")
    func operations() async throws {
        try await ask { client in
            for path in ["/healthz", "/readyz"] {
                let response = try await client.send(path)
                #expect(response.status == .ok)
            }
            let metrics = text(try await client.send("/metrics"))
            #expect(metrics.contains("gongbao_http_requests_total{route=\"/healthz\",method=\"GET\",status=\"200\"} 1"))
            #expect(metrics.contains("gongbao_archive_generation "))
            let large = [UInt8](repeating: UInt8(ascii: "a"), count: (1 << 20) + 1)
            let response = try await client.send(
                "/api/v1/search", .post, headers: [.contentType: "application/json"], body: large)
            #expect(response.status == .contentTooLarge)
            let plain = try await client.send(
                "/api/v1/search", .post, headers: [.contentType: "text/plain"],
                body: Array("a".utf8))
            #expect(plain.status == .unsupportedMediaType)
        }
    }
}
