import Synchronization

/// What Prometheus is told.
final class Metrics: Sendable {
    private struct Key: Hashable {
        var route: String
        var method: String
        var status: Int
    }
    private struct Times {
        var buckets = [Int](repeating: 0, count: Metrics.bounds.count + 1)
        var sum = 0.0
    }
    private struct Counts {
        var requests: [Key: Int] = [:]
        var times: [String: Times] = [:]
        var active = 0
    }

    private static let bounds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    private let counts = Mutex(Counts())

    func begin() { counts.withLock { $0.active += 1 } }

    /// - Parameter route: The pattern of the route, so that addresses can't make the list grow.
    func end(route: String, method: String, status: Int, seconds: Double) {
        counts.withLock { counts in
            counts.active -= 1
            counts.requests[Key(route: route, method: method, status: status), default: 0] += 1
            let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
            counts.times[route, default: Times()].buckets[bucket] += 1
            counts.times[route, default: Times()].sum += seconds
        }
    }

    /// The text format of Prometheus, version 0.0.4.
    ///
    /// - Parameter gauges: What is measured at this moment.
    func text(gauges: [(name: String, help: String, value: Int64)]) -> String {
        let counts = counts.withLock { $0 }
        var lines = [
            "# HELP gongbao_http_requests_total Requests answered.", "# TYPE gongbao_http_requests_total counter",
        ]
        for (key, count) in counts.requests.sorted(by: { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }
        ) {
            lines.append(
                "gongbao_http_requests_total{route=\"\(key.route)\",method=\"\(key.method)\",status=\"\(key.status)\"} \(count)"
            )
        }
        let name = "gongbao_http_request_duration_seconds"
        lines += ["# HELP \(name) Time until the answer was made.", "# TYPE \(name) histogram"]
        for (route, times) in counts.times.sorted(by: { $0.key < $1.key }) {
            var total = 0
            for (index, count) in times.buckets.enumerated() {
                total += count
                let bound = index < Self.bounds.count ? String(Self.bounds[index]) : "+Inf"
                lines.append("\(name)_bucket{route=\"\(route)\",le=\"\(bound)\"} \(total)")
            }
            lines += ["\(name)_sum{route=\"\(route)\"} \(times.sum)", "\(name)_count{route=\"\(route)\"} \(total)"]
        }
        let active = ("gongbao_http_requests_active", "Requests in work.", Int64(counts.active))
        for gauge in [active] + gauges.map({ ($0.name, $0.help, $0.value) }) {
            lines += ["# HELP \(gauge.0) \(gauge.1)", "# TYPE \(gauge.0) gauge", "\(gauge.0) \(gauge.2)"]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
