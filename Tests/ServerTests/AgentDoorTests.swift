import Extract
import Foundation
import Index
import TestSupport
import Testing

@testable import Server

@Suite("Door for agents") struct AgentDoorTests {
    private let place: TemporaryDirectory
    private let door: AgentDoor

    init() throws {
        place = try TemporaryDirectory()
        let archive = try Archive.open(place.url.appending(path: "archive"), mode: .readWrite)
        try archive.add(SampleRecords.gazette())
        let long = (0..<400).map { "第\($0)段：" + String(repeating: "人民政府", count: 40) }
        try archive.add(SampleRecords.plain(long, path: "/data/long.txt", sha256: "ff"))
        try archive.commit()
        door = AgentDoor(archive)
    }

    private func send(_ message: String) throws -> JSONValue? {
        try door.answer(Array(message.utf8)).map { try JSONDecoder().decode(JSONValue.self, from: Data($0)) }
    }

    private func call(_ tool: String, _ arguments: String) throws -> JSONValue {
        let answer = try send(
            #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"\#(tool)","arguments":\#(arguments)}}"#)
        return try #require(answer?["result"])
    }

    @Test("it greets in the client's version, and lists nine tools that only read")
    func greeting() throws {
        let hello = try send(
            #"{"jsonrpc":"2.0","id":"a","method":"initialize","params":{"protocolVersion":"2025-06-18"}}"#)
        #expect(hello?["result"]?["protocolVersion"]?.string == "2025-06-18")
        #expect(hello?["id"] == .text("a"))
        #expect(try send(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#) == nil)
        guard
            case .array(let tools)? = try send(#"{"jsonrpc":"2.0","id":2,"method":"tools/list"}"#)?["result"]?["tools"]
        else {
            Issue.record("no tools")
            return
        }
        #expect(tools.count == 9)
        #expect(tools.allSatisfy { $0["annotations"]?["readOnlyHint"] == .boolean(true) })
    }

    @Test("what is no request is told so")
    func faults() throws {
        #expect(try send("{")?["error"]?["code"] == .integer(-32_700))
        #expect(try send("[]")?["error"]?["code"] == .integer(-32_600))
        #expect(try send(#"{"jsonrpc":"2.0","id":1,"method":"x"}"#)?["error"]?["code"] == .integer(-32_601))
        #expect(
            try send(#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"x"}}"#)?["error"]?["code"]
                == .integer(-32_602))
    }

    @Test(
        "each tool answers",
        arguments: [
            ("search", #"{"query": "装配式"}"#, "items"), ("ask", #"{"question": "市商务局牵头哪些任务？"}"#, "answer"),
            ("outline", #"{"document": "沈政发〔2026〕1号"}"#, "provisions"),
            ("provision", #"{"document": "沈政发〔2026〕1号", "provision": "1."}"#, "citation"),
            ("tasks", #"{"unit": "市商务局", "role": "lead"}"#, "items"), ("targets_and_limits", "{}", "items"),
            ("targets_and_limits", #"{"kind": "limits", "first": "2026-01-01"}"#, "items"),
            ("citations", #"{"document": "沈政发〔2026〕1号"}"#, "items"),
            ("check_text", #"{"text": "根据《办法》（沈政发〔2026〕1号）。"}"#, "checks"), ("coverage", "{}", "coverage"),
        ])
    func tools(tool: String, arguments: String, key: String) throws {
        let result = try call(tool, arguments)
        #expect(result["isError"] == .boolean(false), "\(result)")
        #expect(result["structuredContent"]?[key] != nil)
    }

    @Test("what is asked wrongly is a result with a hint")
    func wrong() throws {
        for (tool, arguments) in [
            ("search", #"{"query": "(人"}"#), ("search", "{}"), ("outline", #"{"document": "沈政发〔2026〕9号"}"#),
            ("tasks", #"{"nothing": "x"}"#), ("tasks", #"{"role": "x"}"#),
        ] {
            let result = try call(tool, arguments)
            #expect(result["isError"] == .boolean(true), "\(tool) \(arguments)")
        }
    }

    @Test("no answer is longer than the bound, and a cursor leads on")
    func bound() throws {
        var seen = 0
        var cursor: String?
        for _ in 0..<5 {
            let result = try call(
                "search", cursor.map { #"{"query": "人民政府", "cursor": "\#($0)"}"# } ?? #"{"query": "人民政府"}"#)
            let value = try #require(result["structuredContent"])
            #expect(value.size <= AgentDoor.maximumBytes)
            guard case .array(let items)? = value["items"] else {
                Issue.record("no items")
                return
            }
            #expect(!items.isEmpty)
            seen += items.count
            cursor = value["next"]?.string
            if cursor == nil { break }
        }
        #expect(seen > 5)
        let outline = try call("outline", #"{"document": "plain-1"}"#)
        #expect(try #require(outline["structuredContent"]).size <= AgentDoor.maximumBytes)
        #expect(outline["structuredContent"]?["provisions"]?["next"] != nil)
    }
}
