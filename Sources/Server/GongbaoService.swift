import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
public import Index
public import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The HTTP service over one archive, read-only.
///
/// ```swift
/// let archive = try Archive.open(URL(filePath: "archive"), mode: .readOnly)
/// try await GongbaoService(archive, settings: ServiceSettings(threads: 2), logger: logger).run()
/// ```
public struct GongbaoService: Sendable {
    private let settings: ServiceSettings
    private let logger: Logger
    let dispatcher: Dispatcher

    public init(_ archive: Archive, settings: ServiceSettings, logger: Logger) {
        self.settings = settings
        self.logger = logger
        dispatcher = Dispatcher(
            holdings: Holdings(archive), endpoints: Endpoint.all,
            door: Doorkeeper(hosts: settings.names, token: settings.token, rate: settings.rate),
            pool: WorkPool(threads: settings.threads, queue: settings.queue, limit: settings.timeLimit),
            metrics: Metrics(), settings: settings, version: String(Int(Date().timeIntervalSince1970), radix: 36))
    }

    /// Answers requests until the process is told to end (SIGTERM or SIGINT); requests in work are answered first.
    public func run() async throws {
        var group = ServiceGroupConfiguration(
            services: [.init(service: application())], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(10)
        // The first reader should not wait for what is counted once.
        let holdings = dispatcher.holdings
        let ledger = Task.detached { _ = try? holdings.ledger() }
        try await ServiceGroup(configuration: group).run()
        _ = await ledger.value
        try await dispatcher.pool.stop()
    }

    /// Makes the server.
    ///
    /// - Parameter onListening: Called with the port once connections are taken.
    func application(onListening: (@Sendable (_ port: Int) -> Void)? = nil) -> Application<Dispatcher> {
        Application(
            responder: dispatcher,
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(10),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))),
            configuration: .init(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: MaximumAvailableConnections(2_048)),
            onServerRunning: { [logger] channel in
                logger.info("listening", metadata: ["address": "\(channel.localAddress?.description ?? "?")"])
                if let port = channel.localAddress?.port { onListening?(port) }
            }, logger: logger)
    }
}
