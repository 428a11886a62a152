/// Runs work several times and gives the median.
enum Measurement {
    /// How long work takes, in seconds, as the median of its runs.
    ///
    /// - Parameters:
    ///   - count: What the work counted; it must be the same in every run.
    static func median(runs: Int, _ count: () throws -> Int) throws -> (seconds: Double, count: Int) {
        let clock = ContinuousClock()
        var times: [Double] = []
        // The first run, untimed, pays for tables and dictionaries that are loaded once.
        let counted = try count()
        for _ in 0..<runs {
            var answer = 0
            let duration = try clock.measure { answer = try count() }
            guard counted == answer else {
                throw WrongAnswer(description: "\(answer) in one run, \(counted) in another")
            }
            times.append(Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18)
        }
        times.sort()
        return (times[times.count / 2], counted)
    }
}

/// An answer that is not what it must be: its time says nothing.
struct WrongAnswer: Error, CustomStringConvertible {
    var description: String
}
