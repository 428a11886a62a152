import Foundation
import HTTPTypes
import Hummingbird
import Index
import Logging
import NIOCore
import Synchronization

/// What is known of a connection.
struct ConnectionContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let address: String?

    init(source: Source) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress
    }
}

/// Finds what answers a request, holds it to the limits, and puts the answer into words.
struct Dispatcher: HTTPResponder {
    typealias Context = ConnectionContext

    let holdings: Holdings
    let endpoints: [Endpoint]
    let door: Doorkeeper
    let pool: WorkPool
    let metrics: Metrics
    let settings: ServiceSettings
    /// Tells the answers of this program from those of another, in tags of answers.
    let version: String

    func respond(to request: Request, context: Context) async throws -> Response {
        let start = ContinuousClock.now
        metrics.begin()
        var route = "none"
        var response: Response
        do {
            response = try await answer(request, context, route: &route)
        } catch {
            response = Self.response(Rendering.render(Self.problem(error, context.logger), for: nil))
        }
        SecurityFields.add(to: &response.headers)
        if request.method == .head { response = response.createHeadResponse() }
        let parts = (ContinuousClock.now - start).components
        let seconds = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
        let method = Self.known.contains(request.method) ? request.method.rawValue : "OTHER"
        metrics.end(route: route, method: method, status: response.status.code, seconds: seconds)
        context.logger.info(
            "request",
            metadata: [
                "route": "\(route)", "method": "\(method)", "status": "\(response.status.code)",
                "milliseconds": "\((seconds * 1e6).rounded() / 1e3)", "peer": "\(context.address ?? "-")",
            ])
        return response
    }

    private static let known: Set<HTTPRequest.Method> = [
        .get, .head, .post, .put, .delete, .patch, .options, .trace, .connect,
    ]

    private func answer(_ request: Request, _ context: Context, route: inout String) async throws -> Response {
        let now = Double(DispatchTime.now().uptimeNanoseconds) / 1e9
        try door.admit(request.head, address: context.address, now: now)
        let target = try Target(request.head.path ?? "")
        if let own = try await operations(target.path, request) {
            route = "/" + target.path.joined(separator: "/")
            return own
        }
        guard let match = RouteMatch(target.path, among: endpoints) else {
            return Self.response(Rendering.render(.notFound, for: pageInquiry(target)))
        }
        route = match.endpoint.path
        guard match.endpoint.methods.contains(request.method) else {
            throw Problem(.methodNotAllowed, "method", "This address does not take the method.").with(
                .allow, match.endpoint.methods.map(\.rawValue).joined(separator: ", "))
        }
        var inquiry = Inquiry(
            holdings: holdings, values: [:], address: Address(path: target.path), today: SearchRequest(.all).today)
        inquiry.format = match.format
        inquiry.address.path = match.path
        do {
            let fields = target.query + (request.method == .post ? try await body(of: request, match.endpoint) : [])
            try read(fields, into: &inquiry, match)
            return try await answer(inquiry, request, match.endpoint)
        } catch {
            return Self.response(Rendering.render(Self.problem(error, context.logger), for: inquiry))
        }
    }

    private func answer(_ inquiry: Inquiry, _ request: Request, _ endpoint: Endpoint) async throws -> Response {
        let holdings = holdings
        let tag: String? =
            endpoint.isCacheable && request.method != .post
            ? try await pool.run { "\"\(try holdings.archive.generation())-\(inquiry.today)-\(version)\"" } : nil
        if let tag, request.headers[.ifNoneMatch]?.contains(tag) == true {
            return Response(status: .notModified, headers: [.eTag: tag, .cacheControl: "no-cache"])
        }
        let rendered = try await pool.run { try Rendering.render(try endpoint.answer(inquiry), for: inquiry) }
        var response = Self.response(rendered)
        if let tag, rendered.status == .ok {
            response.headers[.eTag] = tag
            response.headers[.cacheControl] = "no-cache"
        } else {
            response.headers[.cacheControl] = "no-store"
        }
        return response
    }

    /// Checks what was given against what the endpoint takes.
    private func read(_ fields: [(name: String, value: String)], into inquiry: inout Inquiry, _ match: RouteMatch)
        throws
    {
        let parameters = match.endpoint.parameters + [.language]
        for (name, value) in fields {
            guard let parameter = parameters.first(where: { $0.name == name }) else {
                throw Problem.bad(
                    name,
                    "there is no such parameter here; there are: "
                        + parameters.map(\.name).joined(separator: ", "))
            }
            if value.isEmpty { continue }
            guard inquiry.values[name] == nil else { throw Problem.bad(name, "it is given twice") }
            try parameter.check(value)
            inquiry.values[name] = value
        }
        inquiry.address.query = fields.filter { !$0.value.isEmpty && $0.name != "lang" }
        if inquiry.values["lang"] == "en" { inquiry.language = .english }
        for (name, value) in match.values {
            guard value.unicodeScalars.count <= 400 else { throw Problem.notFound }
            inquiry.values[name] = value
        }
    }

    /// The fields of a body: a form, or a JSON object of texts and numbers.
    private func body(of request: Request, _ endpoint: Endpoint) async throws -> [(name: String, value: String)] {
        let bytes = try await SlowBody.collect(request, limit: endpoint.bodyLimit, time: settings.bodyTime)
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased() ?? ""
        switch type {
        case "application/x-www-form-urlencoded": return try Target.form(bytes)
        case "application/json": return try JSONForm.fields(bytes)
        default:
            throw Problem(
                .unsupportedMediaType, "body-type", "The body must be a form or JSON.",
                detail: "application/x-www-form-urlencoded or application/json")
        }
    }

    /// What operators ask; it needs no thread of the pool.
    private func operations(_ path: [String], _ request: Request) async throws -> Response? {
        guard ServiceSettings.operations.contains(path) else {
            return path == ["mcp"] ? try await agents(request) : nil
        }
        guard [.get, .head].contains(request.method) else {
            throw Problem(.methodNotAllowed, "method", "This address does not take the method.").with(
                .allow, "GET, HEAD")
        }
        switch path {
        case ["healthz"]:
            return Self.response(Rendered(status: .ok, contentType: "text/plain", bytes: Array("ok\n".utf8)))
        case ["readyz"]:
            let isReady = (try? holdings.archive.generation()) != nil
            return Self.response(
                Rendered(
                    status: isReady ? .ok : .serviceUnavailable, contentType: "text/plain",
                    bytes: Array((isReady ? "ready\n" : "the archive can't be read\n").utf8)))
        default:
            let text = metrics.text(gauges: [
                ("gongbao_work_current", "Searches that run or wait.", Int64(pool.current)),
                ("gongbao_archive_generation", "Changes of the archive.", (try? holdings.archive.generation()) ?? -1),
            ])
            return Self.response(
                Rendered(status: .ok, contentType: "text/plain; version=0.0.4; charset=utf-8", bytes: Array(text.utf8)))
        }
    }

    /// The door for agents over HTTP.
    private func agents(_ request: Request) async throws -> Response {
        guard request.method == .post else {
            throw Problem(.methodNotAllowed, "method", "Agents speak by POST.").with(.allow, "POST")
        }
        let bytes = try await SlowBody.collect(request, limit: 1 << 20, time: settings.bodyTime)
        let door = AgentDoor(holdings)
        let answer = try await pool.run { door.answer(bytes) }
        guard let answer else { return Response(status: .accepted) }
        return Self.response(Rendered(status: .ok, contentType: "application/json", bytes: answer))
    }

    private func pageInquiry(_ target: Target) -> Inquiry? {
        guard target.path.first != "api" else { return nil }
        var inquiry = Inquiry(
            holdings: holdings, values: [:], address: Address(), today: SearchRequest(.all).today)
        if target.query.contains(where: { $0.name == "lang" && $0.value == "en" }) { inquiry.language = .english }
        return inquiry
    }

    private static func response(_ rendered: Rendered) -> Response {
        var headers: HTTPFields = [.contentType: rendered.contentType]
        for (name, value) in rendered.fields { headers[name] = value }
        return Response(
            status: rendered.status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: rendered.bytes))
        )
    }

    private static func problem(_ error: any Error, _ logger: Logger) -> Problem {
        switch error {
        case let error as Problem: return error
        case let error as QuerySyntaxError: return QueryProblem.of(error)
        case let error as SearchCursorError: return QueryProblem.of(error)
        default:
            logger.error("failure", metadata: ["error": "\(error)"])
            return Problem(.internalServerError, "failure", "The answer could not be made.")
        }
    }
}

/// The endpoint that a path means.
struct RouteMatch {
    var endpoint: Endpoint
    var format: Format
    /// The path without the ending of the format.
    var path: [String]
    /// What stands in the path for names.
    var values: [String: String] = [:]

    init?(_ path: [String], among endpoints: [Endpoint]) {
        let ending = path.last.flatMap { last in
            Format.allCases.first { $0 != .html && last.hasSuffix("." + $0.rawValue) }
        }
        // A path is what it is before it is a path with an ending: an id may end like a format.
        for format in [nil, ending] {
            var plain = path
            if let format { plain[plain.count - 1].removeLast(format.rawValue.count + 1) }
            for endpoint in endpoints {
                guard let values = Self.values(plain, endpoint.path) else { continue }
                guard let format else {
                    if ending != nil, !endpoint.names.isEmpty, endpoint.formats.contains(ending ?? .html) { continue }
                    self.init(endpoint: endpoint, format: endpoint.formats[0], path: plain, values: values)
                    return
                }
                guard endpoint.formats.contains(format) else { continue }
                self.init(endpoint: endpoint, format: format, path: plain, values: values)
                return
            }
        }
        return nil
    }

    private init(endpoint: Endpoint, format: Format, path: [String], values: [String: String]) {
        self.endpoint = endpoint
        self.format = format
        self.path = path
        self.values = values
    }

    private static func values(_ path: [String], _ pattern: String) -> [String: String]? {
        let parts = pattern.split(separator: "/")
        guard parts.count == path.count else { return nil }
        var values: [String: String] = [:]
        for (part, given) in zip(parts, path) {
            if part.hasPrefix("{") {
                guard !given.isEmpty else { return nil }
                values[String(part.dropFirst().dropLast())] = given
            } else if part != given {
                return nil
            }
        }
        return values
    }
}
