import Foundation
import HTTPTypes

/// Why a request is not answered: problem details (RFC 9457).
struct Problem: Error, Encodable, Sendable {
    /// A stable name, as `urn:gongbao:problem:…`.
    var type: String
    var title: String
    var status: Int
    var detail: String?
    /// The parameter at fault.
    var parameter: String?
    /// Where in the parameter the fault is, in Unicode scalars from 0.
    var offset: Int?
    /// Header fields that go with the status.
    var fields: [(HTTPField.Name, String)] = []

    enum CodingKeys: CodingKey { case type, title, status, detail, parameter, offset }

    init(
        _ status: HTTPResponse.Status, _ name: String, _ title: String, detail: String? = nil,
        parameter: String? = nil, offset: Int? = nil
    ) {
        type = "urn:gongbao:problem:\(name)"
        self.title = title
        self.status = status.code
        self.detail = detail
        self.parameter = parameter
        self.offset = offset
    }

    /// The problem with a field of the answer's head.
    func with(_ name: HTTPField.Name, _ value: String) -> Problem {
        var result = self
        result.fields.append((name, value))
        return result
    }

    static let contentType = "application/problem+json"

    static let notFound = Problem(.notFound, "not-found", "There is nothing at this address.")
    static let busy = Problem(
        .serviceUnavailable, "busy", "Too many searches are waiting.", detail: "Ask again in a second."
    ).with(.retryAfter, "1")
    static let tooSlow = Problem(
        .serviceUnavailable, "time-limit", "The answer took longer than is allowed.",
        detail: "Narrow the query, or ask for fewer results."
    ).with(.retryAfter, "5")
    static let slowBody = Problem(.requestTimeout, "slow-body", "The body did not arrive in time.")
    static let foreignHost = Problem(
        .misdirectedRequest, "host", "This service does not answer for that host.",
        detail: "Name it with --allow-host to have it answered.")
    static let foreignOrigin = Problem(.forbidden, "origin", "Pages of other sites may not ask this service.")
    static let unauthorized = Problem(.unauthorized, "token", "A token is needed.").with(
        .wwwAuthenticate, "Basic realm=\"gongbao\", charset=\"UTF-8\"")

    static func bad(_ parameter: String, _ detail: String, offset: Int? = nil) -> Problem {
        Problem(
            .badRequest, "parameter", "A parameter can't be read.", detail: detail, parameter: parameter,
            offset: offset)
    }
}
