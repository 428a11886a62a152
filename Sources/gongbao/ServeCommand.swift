import ArgumentParser
import Foundation
import Index
import Logging
import Server

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves an archive as pages and as an HTTP interface, read-only.",
        discussion: """
            Pages are in Chinese, with ?lang=en in English. Behind a page's own address its data is had by .json, .csv, \
            .ics or .atom; /openapi.json describes the interface under /api/v1. Agents speak to /mcp.

            Only this machine is answered unless --host says otherwise, which needs --token-file. It ends by SIGTERM or \
            SIGINT, after the requests in work.

            Example: gongbao serve --archive archive --port 8080
            """)

    @OptionGroup var source: ArchiveOptions
    @Option(help: "The address to listen at.") var host = "127.0.0.1"
    @Option(help: "The port; 0 for any that is free.") var port = 8080
    @Option(help: "Another name under which the service is asked; may be given several times.") var allowHost:
        [String] = []
    @Option(help: "A file whose first line every request must know, as Bearer token or as the password of Basic.")
    var tokenFile: String?
    @Option(help: "How many requests a second an address may send (50 where others can reach the service).")
    var rate: Double?
    @Option(help: "How many seconds an answer may take.") var timeLimit = 15
    @Option(help: "How much is logged: debug, info, warning, error.", transform: level) var log = Logger.Level.info

    private static func level(_ name: String) throws -> Logger.Level {
        guard let level = Logger.Level(rawValue: name) else { throw ValidationError("there is no level \(name)") }
        return level
    }

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port must be from 0 to 65535") }
        guard timeLimit > 0 else { throw ValidationError("--time-limit must be above 0") }
        guard rate.map({ $0 > 0 }) ?? true else { throw ValidationError("--rate must be above 0") }
        var settings = ServiceSettings(threads: 1)
        settings.host = host
        guard settings.isLocal || tokenFile != nil else {
            throw ValidationError("--host \(host) lets others in, so it needs --token-file")
        }
    }

    func run() async throws {
        var settings = ServiceSettings(threads: ProcessInfo.processInfo.activeProcessorCount)
        settings.host = host
        settings.port = port
        settings.hosts = allowHost
        settings.timeLimit = .seconds(timeLimit)
        settings.token = try tokenFile.map(Self.token)
        settings.rate = rate ?? (settings.isLocal ? nil : 50)
        let archive = try source.open(.readOnly)
        let level = log
        let logger = Logger(label: "gongbao") { label in
            var handler = LineLog(label: label)
            handler.logLevel = level
            return handler
        }
        try await GongbaoService(archive, settings: settings, logger: logger).run()
    }

    private static func token(in path: String) throws -> String {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let token = text.split(whereSeparator: \.isNewline).first, token.count >= 16
        else {
            Terminal.complain("error: \(path) must begin with a line of at least 16 characters")
            throw Status.usage
        }
        return String(token)
    }
}
