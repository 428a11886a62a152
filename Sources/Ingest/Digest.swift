import Crypto
import Foundation

/// Digests by which files are told apart.
enum Digest {
    /// The SHA-256 of bytes, in lower-case hexadecimal.
    static func sha256(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
