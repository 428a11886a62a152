import Foundation
import HTTPTypes
import Synchronization

/// Decides who is answered: the host that is asked, the page that asks, the token, and how often.
///
/// A service on the loopback address is within reach of every page that a browser shows: a name of another site can be made
/// to point at it. So the host must be one that is known, and a page of another origin gets no answer.
final class Doorkeeper: Sendable {
    private let hosts: Set<String>
    private let token: String?
    private let rate: Double?
    private let buckets = Mutex<[String: Bucket]>([:])

    private struct Bucket {
        var tokens: Double
        var seen: Double
    }

    /// - Parameters:
    ///   - hosts: The names for which the service answers, without port.
    ///   - token: What a request must know; nil where none is needed.
    ///   - rate: How many requests a second each address may send, twice as many at once; nil for any number.
    init(hosts: [String], token: String?, rate: Double?) {
        self.hosts = Set(hosts.map { $0.lowercased() })
        self.token = token
        self.rate = rate
    }

    /// - Throws: ``Problem`` where a request is not to be answered.
    func admit(_ request: HTTPRequest, address: String?, now: Double) throws(Problem) {
        guard let host = request.authority.map(Self.name), hosts.contains(host) else { throw Problem.foreignHost }
        if let origin = request.headerFields[.origin], let asked = request.authority {
            guard ["http://\(asked)", "https://\(asked)"].contains(origin.lowercased()) else {
                throw Problem.foreignOrigin
            }
        }
        if let token {
            guard Self.isEqual(Self.credential(request.headerFields[.authorization]) ?? "", token) else {
                throw Problem.unauthorized
            }
        }
        try count(address ?? "", now: now)
    }

    private func count(_ address: String, now: Double) throws(Problem) {
        guard let rate else { return }
        let isFree = buckets.withLock { buckets in
            // Addresses that were quiet have full buckets, and full buckets need not be remembered.
            if buckets.count > 10_000 { buckets = buckets.filter { now - $0.value.seen < 2 } }
            var bucket = buckets[address] ?? Bucket(tokens: rate * 2, seen: now)
            bucket.tokens = min(rate * 2, bucket.tokens + (now - bucket.seen) * rate)
            bucket.seen = now
            defer { buckets[address] = bucket }
            guard bucket.tokens >= 1 else { return false }
            bucket.tokens -= 1
            return true
        }
        guard isFree else {
            throw Problem(.tooManyRequests, "rate", "Too many requests.").with(.retryAfter, "1")
        }
    }

    /// The host without its port.
    private static func name(_ authority: String) -> String {
        let lower = authority.lowercased()
        if lower.hasPrefix("["), let end = lower.firstIndex(of: "]") { return String(lower[...end]) }
        return String(lower.prefix { $0 != ":" })
    }

    /// The token of a Bearer header, or the password of a Basic one: browsers can be told only the latter.
    private static func credential(_ field: String?) -> String? {
        guard let field else { return nil }
        if field.lowercased().hasPrefix("bearer ") { return String(field.dropFirst(7)) }
        guard field.lowercased().hasPrefix("basic "), let data = Data(base64Encoded: String(field.dropFirst(6))),
            let text = String(data: data, encoding: .utf8), let colon = text.firstIndex(of: ":")
        else { return nil }
        return String(text[text.index(after: colon)...])
    }

    /// Compares without telling by the time taken how much was right.
    private static func isEqual(_ given: String, _ token: String) -> Bool {
        let given = Array(given.utf8)
        let token = Array(token.utf8)
        guard given.count == token.count else { return false }
        return zip(given, token).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
