import Foundation
import HTTPTypes
public import Index

/// The Model Context Protocol over an archive: nine tools, all of which only read.
///
/// Answers are those of the interface under `/api/v1`, held to 8 kB: what is longer ends early and gives a cursor.
public struct AgentDoor: Sendable {
    private let holdings: Holdings
    static let maximumBytes = 8_000
    /// How many items are tried first; half as many until they fit.
    private static let mostItems = 80
    /// The version that is spoken where a client names none.
    private static let protocolVersion = "2025-11-25"

    public init(_ archive: Archive) { holdings = Holdings(archive) }

    init(_ holdings: Holdings) { self.holdings = holdings }

    /// The answer to one message; nil for a notification.
    ///
    /// - Parameter message: A JSON-RPC 2.0 message.
    public func answer(_ message: [UInt8]) -> [UInt8]? {
        guard let message = try? JSONDecoder().decode(JSONValue.self, from: Data(message)) else {
            return encoded(failure(.null, -32_700, "this is not JSON"))
        }
        guard case .object(let fields) = message, let method = fields["method"]?.string else {
            return encoded(failure(message["id"] ?? .null, -32_600, "this is no request"))
        }
        guard let id = fields["id"] else { return nil }
        let parameters = fields["params"] ?? .object([:])
        switch method {
        case "initialize": return encoded(success(id, welcome(parameters)))
        case "ping": return encoded(success(id, .object([:])))
        case "tools/list": return encoded(success(id, .object(["tools": .array(AgentTool.all.map(\.description))])))
        case "tools/call":
            guard let tool = AgentTool.all.first(where: { $0.name == parameters["name"]?.string }) else {
                return encoded(failure(id, -32_602, "there is no such tool"))
            }
            return encoded(success(id, call(tool, parameters["arguments"] ?? .object([:]))))
        default: return encoded(failure(id, -32_601, "there is no such method"))
        }
    }

    /// Answers messages on standard input, a line each, until it ends.
    public func runOnStandardInput() {
        while let line = readLine(strippingNewline: true) {
            guard !line.isEmpty, let answer = answer(Array(line.utf8)) else { continue }
            FileHandle.standardOutput.write(Data(answer + [UInt8(ascii: "\n")]))
        }
    }

    // MARK: Calls

    private func call(_ tool: AgentTool, _ arguments: JSONValue) -> JSONValue {
        do {
            let value = try result(of: tool, arguments)
            return .object([
                "content": .array([content(value)]), "structuredContent": value, "isError": .boolean(false),
            ])
        } catch {
            let problem = error as? Problem ?? Problem(.internalServerError, "failure", "The answer could not be made.")
            let text = [problem.title, problem.parameter.map { "(\($0))" }, problem.detail].compactMap(\.self)
                .joined(separator: " ")
            return .object([
                "content": .array([.object(["type": .text("text"), "text": .text(text)])]), "isError": .boolean(true),
            ])
        }
    }

    private func content(_ value: JSONValue) -> JSONValue {
        let text = (try? Rendering.json(value)).map { String(decoding: $0.dropLast(), as: UTF8.self) } ?? ""
        return .object(["type": .text("text"), "text": .text(text)])
    }

    private func result(of tool: AgentTool, _ arguments: JSONValue) throws -> JSONValue {
        guard case .object(var given) = arguments else { throw Problem.bad("arguments", "they are no object") }
        var path = tool.path
        if tool.name == "targets_and_limits" {
            if given["kind"]?.string == "limits" { path = "/api/v1/deadlines" }
            given["kind"] = nil
        }
        guard let endpoint = Endpoint.all.first(where: { $0.path == path }) else { throw Problem.notFound }
        var inquiry = Inquiry(
            holdings: holdings, values: [:], format: .json, address: Address(), today: SearchRequest(.all).today)
        for (name, value) in given {
            guard let argument = tool.takes.first(where: { $0.name == name }) else {
                throw Problem.bad(name, "there is no such argument")
            }
            if case .null = value { continue }
            let parameter = argument.parameter ?? name
            guard let text = value.plain else { throw Problem.bad(name, "it must be a text") }
            if let declared = endpoint.parameters.first(where: { $0.name == parameter }) {
                try declared.check(text)
            } else if !endpoint.names.contains(parameter) {
                throw Problem.bad(name, "it does not go with this kind")
            }
            inquiry.values[parameter] = text
        }
        for argument in tool.takes where argument.isRequired {
            guard inquiry.values[argument.parameter ?? argument.name] != nil else {
                throw Problem.bad(argument.name, "it is missing")
            }
        }
        inquiry.values["limit"] = endpoint.parameters.contains { $0.name == "limit" } ? String(Self.mostItems) : nil
        return try fitted(tool, endpoint, inquiry)
    }

    /// The answer within the bound: with as many items as fit, or with its texts cut.
    private func fitted(_ tool: AgentTool, _ endpoint: Endpoint, _ inquiry: Inquiry) throws -> JSONValue {
        var inquiry = inquiry
        var count = Self.mostItems
        while true {
            let reply: Reply
            do { reply = try endpoint.answer(inquiry) } catch let error as QuerySyntaxError {
                throw QueryProblem.of(error)
            } catch let error as SearchCursorError { throw QueryProblem.of(error) }
            guard let json = reply.json else { throw Problem.notFound }
            let value = try JSONValue(of: json)
            if value.size <= Self.maximumBytes { return value }
            // Fewer items, with the cursor behind them, where the endpoint pages.
            if inquiry.values["limit"] != nil, count > 1 {
                count /= 2
                inquiry.values["limit"] = String(count)
                continue
            }
            return AnswerCutter(maximumBytes: Self.maximumBytes).cut(value, list: tool.list)
        }
    }

    // MARK: Messages

    private func welcome(_ parameters: JSONValue) -> JSONValue {
        .object([
            "protocolVersion": parameters["protocolVersion"] ?? .text(Self.protocolVersion),
            "capabilities": .object(["tools": .object([:])]),
            "serverInfo": .object(["name": .text("gongbao"), "version": .text("1")]),
            "instructions": .text(
                """
                Records of Chinese government documents, extracted with their quotes and places. Ask coverage first. \
                Cite documents by number and provision as given; what is not in the archive is not known to be false.
                """),
        ])
    }

    private func success(_ id: JSONValue, _ result: JSONValue) -> JSONValue {
        .object(["jsonrpc": .text("2.0"), "id": id, "result": result])
    }

    private func failure(_ id: JSONValue, _ code: Int, _ message: String) -> JSONValue {
        .object([
            "jsonrpc": .text("2.0"), "id": id,
            "error": .object(["code": .integer(code), "message": .text(message)]),
        ])
    }

    private func encoded(_ value: JSONValue) -> [UInt8] {
        var bytes = (try? Rendering.json(value)) ?? []
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return bytes
    }
}
