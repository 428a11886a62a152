import Foundation
import HTTPTypes

/// An answer of a service, as it came over the wire.
struct LiveResponse {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    var body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
}

/// Asks a service over a socket, one connection a request, and sends what it is given unchanged: a client that mends
/// addresses could not test what is made of bad ones.
struct LiveClient: Sendable {
    let port: Int

    struct Failure: Error { var reason: String }

    /// Sends a request and waits for the answer, on a thread that may block.
    func send(
        _ uri: String, _ method: HTTPRequest.Method = .get, headers: HTTPFields = [:], body: [UInt8]? = nil
    ) async throws -> LiveResponse {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try exchange(uri, method, headers, body) })
            }
        }
    }

    private func exchange(
        _ uri: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, _ body: [UInt8]?
    ) throws -> LiveResponse {
        var head = "\(method.rawValue) \(uri) HTTP/1.1\r\n"
        if !headers.contains(where: { $0.name.canonicalName == "host" }) { head += "Host: localhost:\(port)\r\n" }
        head += "Connection: close\r\n"
        for field in headers { head += "\(field.name): \(field.value)\r\n" }
        if let body { head += "Content-Length: \(body.count)\r\n" }
        let socket = try connected()
        defer { close(socket) }
        write(Array((head + "\r\n").utf8) + (body ?? []), to: socket)
        return try Self.response(readAll(socket), hasBody: method != .head)
    }

    private func connected() throws -> Int32 {
        let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let result = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(reason: "no connection to port \(port)") }
        return socket
    }

    /// A service that refuses a body may close before it is all sent.
    private func write(_ bytes: [UInt8], to socket: Int32) {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes[sent...].withUnsafeBytes {
                unsafe Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    private func readAll(_ socket: Int32) -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(socket, $0.baseAddress, $0.count, 0) }
            guard count > 0 else { return all }
            all += buffer[..<count]
        }
    }

    // MARK: Reading

    static func response(_ bytes: [UInt8], hasBody: Bool) throws -> LiveResponse {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else {
            throw Failure(reason: "no head in \(bytes.count) bytes")
        }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        guard let code = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Failure(reason: lines[0])
        }
        var headers = HTTPFields()
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":"), let name = HTTPField.Name(String(line[..<colon])) else {
                continue
            }
            headers.append(
                HTTPField(name: name, value: line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)))
        }
        var body = hasBody ? Array(bytes[end.upperBound...]) : []
        if headers[.transferEncoding] == "chunked" { body = joined(body) }
        return LiveResponse(status: .init(code: code), headers: headers, body: body)
    }

    /// The parts of a body that came in chunks.
    private static func joined(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = bytes[...]
        while let end = rest.firstRange(of: Array("\r\n".utf8)) {
            guard let size = Int(String(decoding: rest[..<end.lowerBound], as: UTF8.self), radix: 16), size > 0,
                rest.endIndex - end.upperBound >= size
            else { break }
            result += rest[end.upperBound..<end.upperBound + size]
            rest = rest[min(end.upperBound + size + 2, rest.endIndex)...]
        }
        return result
    }
}
