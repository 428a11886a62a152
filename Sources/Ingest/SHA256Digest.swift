/// The SHA-256 of bytes that come one after another, as FIPS 180-4 defines it.
///
/// The project needs one digest of one kind; a cryptography library for it would be most of a build from nothing.
package struct SHA256Digest {
    private var state = initialState
    private var schedule = [UInt32](repeating: 0, count: 64)
    /// What came behind the last whole block.
    private var rest: [UInt8] = []
    private var byteCount = 0
    private static let blockSize = 64

    package init() {}

    /// Returns the SHA-256 of bytes as 64 lower-case hexadecimal digits.
    package static func of(_ bytes: [UInt8]) -> String {
        var digest = SHA256Digest()
        digest.update(bytes)
        return digest.finish()
    }

    /// Takes in more bytes.
    package mutating func update(_ bytes: [UInt8]) {
        byteCount += bytes.count
        var start = 0
        if !rest.isEmpty {
            start = min(bytes.count, Self.blockSize - rest.count)
            rest += bytes[..<start]
            guard rest.count == Self.blockSize else { return }
            compress(rest, at: 0)
            rest.removeAll(keepingCapacity: true)
        }
        while start + Self.blockSize <= bytes.count {
            compress(bytes, at: start)
            start += Self.blockSize
        }
        rest += bytes[start...]
    }

    /// Returns the digest of all that was taken in, as 64 lower-case hexadecimal digits.
    package consuming func finish() -> String {
        var tail = rest
        tail.append(0x80)
        // Filled up to whole blocks with the length in bits at the end (section 5.1.1).
        while tail.count % Self.blockSize != Self.blockSize - 8 { tail.append(0) }
        let bitCount = UInt64(byteCount) * 8
        for shift in stride(from: 56, through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bitCount >> shift)) }
        for start in stride(from: 0, to: tail.count, by: Self.blockSize) { compress(tail, at: start) }
        return state.map(Self.hexadecimal).joined()
    }

    /// Mixes the 64 bytes that begin at `start` into the state (section 6.2.2).
    private mutating func compress(_ bytes: [UInt8], at start: Int) {
        for index in 0..<16 {
            let offset = start + index * 4
            schedule[index] =
                UInt32(bytes[offset]) << 24 | UInt32(bytes[offset + 1]) << 16
                | UInt32(bytes[offset + 2]) << 8 | UInt32(bytes[offset + 3])
        }
        for index in 16..<64 {
            let near = schedule[index - 15]
            let far = schedule[index - 2]
            let first = Self.rotated(near, 7) ^ Self.rotated(near, 18) ^ (near >> 3)
            let second = Self.rotated(far, 17) ^ Self.rotated(far, 19) ^ (far >> 10)
            schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for index in 0..<64 {
            let upper = Self.rotated(e, 6) ^ Self.rotated(e, 11) ^ Self.rotated(e, 25)
            let choice = (e & f) ^ (~e & g)
            let sum = h &+ upper &+ choice &+ Self.roundConstants[index] &+ schedule[index]
            let lower = Self.rotated(a, 2) ^ Self.rotated(a, 13) ^ Self.rotated(a, 22)
            let majority = (a & b) ^ (a & c) ^ (b & c)
            (h, g, f, e) = (g, f, e, d &+ sum)
            (d, c, b, a) = (c, b, a, sum &+ lower &+ majority)
        }
        for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
    }

    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

    private static func hexadecimal(_ word: UInt32) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// The fractional parts of the square roots of the first 8 primes.
    private static let initialState: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]

    /// The fractional parts of the cube roots of the first 64 primes.
    private static let roundConstants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
