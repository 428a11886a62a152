import Foundation
import Hummingbird
import NIOCore

/// Reads bodies within bounds of size and time.
enum SlowBody {
    /// - Throws: ``Problem`` with 413 or 408.
    static func collect(_ request: Request, limit: Int, time: Duration) async throws -> [UInt8] {
        let tooLarge = Problem(
            .contentTooLarge, "body-too-large", "The body is too large.", detail: "It may have \(limit) bytes.")
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw tooLarge }
        let body = request.body
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask {
                var bytes: [UInt8] = []
                for try await part in body {
                    bytes += part.readableBytesView
                    guard bytes.count <= limit else { throw tooLarge }
                }
                return bytes
            }
            group.addTask {
                try await Task.sleep(for: time)
                throw Problem.slowBody
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw Problem.slowBody }
            return first
        }
    }
}

/// Reads a JSON object of texts and numbers as fields.
enum JSONForm {
    static func fields(_ bytes: [UInt8]) throws(Problem) -> [(name: String, value: String)] {
        let broken = Problem(.badRequest, "json", "The body is not a JSON object of texts and whole numbers.")
        guard let value = try? JSONDecoder().decode([String: Value].self, from: Data(bytes)) else { throw broken }
        return value.map { ($0.key, $0.value.text) }.sorted { $0.0 < $1.0 }
    }

    private struct Value: Decodable {
        var text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                text = String(number)
            } else {
                text = try container.decode(String.self)
            }
        }
    }
}
