/// How a service runs.
public struct ServiceSettings: Sendable {
    /// The address it listens at.
    public var host = "127.0.0.1"
    public var port = 8080
    /// Names for which it answers, besides those of this machine.
    public var hosts: [String] = []
    /// What every request must know; nil where the service is for this machine alone.
    public var token: String?
    /// How many requests a second each address may send.
    public var rate: Double?
    /// How many searches run at once.
    public var threads: Int
    /// How many may wait.
    public var queue = 64
    /// How long an answer may take.
    public var timeLimit = Duration.seconds(15)
    /// How long a body may take to arrive.
    var bodyTime = Duration.seconds(10)

    /// - Parameter threads: How many searches run at once: as many as there are cores.
    public init(threads: Int) { self.threads = threads }

    /// Whether only this machine can reach the service.
    public var isLocal: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }

    var names: [String] { ["127.0.0.1", "[::1]", "localhost"] + (isLocal ? [] : [host]) + hosts }

    /// The paths that operators ask.
    static let operations = [["healthz"], ["readyz"], ["metrics"]]
}
