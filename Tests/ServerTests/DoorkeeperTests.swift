import Foundation
import HTTPTypes
import Testing

@testable import Server

@Suite("Doorkeeper") struct DoorkeeperTests {
    private func request(_ host: String?, _ fields: HTTPFields = [:]) -> HTTPRequest {
        HTTPRequest(method: .get, scheme: "http", authority: host, path: "/", headerFields: fields)
    }

    private func status(_ door: Doorkeeper, _ request: HTTPRequest, now: Double = 0) -> Int {
        do throws(Problem) {
            try door.admit(request, address: "127.0.0.1", now: now)
            return 200
        } catch {
            return error.status
        }
    }

    @Test(
        "only known hosts are answered",
        arguments: [
            ("127.0.0.1:8080", 200), ("LOCALHOST", 200), ("[::1]:8080", 200), ("evil.example", 421),
            ("127.0.0.1.evil.example", 421), (nil, 421),
        ] as [(String?, Int)])
    func hosts(host: String?, expected: Int) {
        let door = Doorkeeper(hosts: ["127.0.0.1", "[::1]", "localhost"], token: nil, rate: nil)
        #expect(status(door, request(host)) == expected)
    }

    @Test("pages of other origins are not answered")
    func origins() {
        let door = Doorkeeper(hosts: ["localhost"], token: nil, rate: nil)
        for (origin, expected) in [
            ("http://localhost:80", 200), ("http://evil.example", 403), ("null", 403), ("http://localhost:81", 403),
        ] {
            #expect(status(door, request("localhost:80", [.origin: origin])) == expected, "\(origin)")
        }
    }

    @Test("a token is known as Bearer or as a password")
    func tokens() {
        let door = Doorkeeper(hosts: ["localhost"], token: "0123456789abcdef", rate: nil)
        let basic = Data("any:0123456789abcdef".utf8).base64EncodedString()
        let wrong = Data("any:0123456789abcdeg".utf8).base64EncodedString()
        for (field, expected) in [
            ("Bearer 0123456789abcdef", 200), ("Basic \(basic)", 200), ("Basic \(wrong)", 401), ("Bearer", 401),
            ("Basic ???", 401),
        ] {
            #expect(status(door, request("localhost", [.authorization: field])) == expected, "\(field)")
        }
        #expect(status(door, request("localhost")) == 401)
    }

    @Test("an address that asks too often waits")
    func rate() {
        let door = Doorkeeper(hosts: ["localhost"], token: nil, rate: 2)
        let asked = (0..<6).map { _ in status(door, request("localhost"), now: 10) }
        #expect(asked == [200, 200, 200, 200, 429, 429])
        #expect(status(door, request("localhost"), now: 10.6) == 200)
    }
}
