import HTTPTypes

/// Fields that tell a browser to do nothing but show what came.
enum SecurityFields {
    private static let policy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "connect-src 'self'",
        "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    private static let fields: [(String, String)] = [
        ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ]

    private static let parsed: [(HTTPField.Name, String)] = fields.compactMap { name, value in
        HTTPField.Name(name).map { ($0, value) }
    }

    static func add(to headers: inout HTTPFields) {
        for (name, value) in parsed { headers[name] = value }
    }
}
