import CICUShims

/// Finds out a text's encoding and decodes it.
///
/// The order is that of certainty: a byte order mark; strict UTF-8; the pattern of zero bytes that UTF-16 leaves; then
/// the strict decoding, by GB18030 or Big5, that gives more of the characters which official texts consist of. A
/// statistical detector is not asked: on a single line of GB18030 it guesses wrong.
enum TextDecoder {
    struct Decoded {
        var scalars: [Unicode.Scalar]
        var encoding: String
    }

    /// A byte that fits no encoding.
    struct Failure: Error {
        var byteOffset: Int
        var reason: String
        var isBinary = false
    }

    static func decode(_ bytes: [UInt8]) throws(Failure) -> Decoded {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try utf8(bytes, from: 3, name: "UTF-8 (BOM)") }
        // The mark of UTF-32 begins with that of UTF-16.
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]), bytes.count % 4 == 0 {
            return try marked(bytes, "UTF-32LE", from: 4)
        }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]), bytes.count % 4 == 0 {
            return try marked(bytes, "UTF-32BE", from: 4)
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return try marked(bytes, "UTF-16LE", from: 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try marked(bytes, "UTF-16BE", from: 2) }
        if let name = utf16ByZeroBytes(bytes) { return try marked(bytes, name, from: 0) }
        if let zero = bytes.firstIndex(of: 0) {
            throw Failure(byteOffset: zero, reason: "a zero byte: this is no text file", isBinary: true)
        }
        let (end, multibyte) = validUTF8Prefix(bytes)
        if end == bytes.count { return try utf8(bytes, from: 0, name: "UTF-8") }
        if multibyte >= 12 {
            throw Failure(byteOffset: end, reason: "not valid UTF-8, though all before it is")
        }
        return try legacy(bytes, utf8Failure: end)
    }

    /// Decodes bytes in a charset that is told, with U+FFFD for what does not belong to it; nil for a charset that is not
    /// known.
    ///
    /// - Complexity: O(*n*), where hardly a byte is wrong.
    static func decode(_ bytes: [UInt8], charset: String) -> [Unicode.Scalar]? {
        guard let name = charsets[charset.lowercased().filter { $0.isLetter || $0.isNumber }] else { return nil }
        var result: [Unicode.Scalar] = []
        var start = 0
        // Of a text of another charset each byte may be wrong.
        for _ in 0..<1_000 where start < bytes.count {
            switch strict(Array(bytes[start...]), name) {
            case .success(let scalars): return result + scalars
            case .failure(let failure):
                let end = min(max(failure.byteOffset, 0), bytes.count - start)
                if case .success(let scalars) = strict(Array(bytes[start..<start + end]), name) { result += scalars }
                result.append("\u{FFFD}")
                start += end + 1
            }
        }
        return start >= bytes.count ? result : nil
    }

    /// ICU's names of the charsets that files name, these in small letters and digits.
    private static let charsets = [
        "utf8": "UTF-8", "gb2312": "GB18030", "gbk": "GB18030", "gb18030": "GB18030", "xgbk": "GB18030", "big5": "Big5",
        "big5hkscs": "Big5-HKSCS", "windows1252": "windows-1252", "iso88591": "windows-1252", "usascii": "windows-1252",
        "utf16": "UTF-16LE", "utf16le": "UTF-16LE", "utf16be": "UTF-16BE", "shiftjis": "Shift_JIS", "euckr": "EUC-KR",
    ]

    private static func utf8(_ bytes: [UInt8], from start: Int, name: String) throws(Failure) -> Decoded {
        let (end, _) = validUTF8Prefix(bytes, from: start)
        guard end == bytes.count else { throw Failure(byteOffset: end, reason: "not valid UTF-8") }
        return Decoded(scalars: Array(String(decoding: bytes[start...], as: UTF8.self).unicodeScalars), encoding: name)
    }

    private static func marked(_ bytes: [UInt8], _ charset: String, from start: Int) throws(Failure) -> Decoded {
        switch strict(Array(bytes[start...]), charset) {
        case .success(let scalars): return Decoded(scalars: scalars, encoding: charset)
        case .failure(let failure):
            throw Failure(byteOffset: failure.byteOffset + start, reason: "not valid \(charset)")
        }
    }

    /// UTF-16 without a mark: text has zero bytes (line ends, digits), and only one byte order makes it official text.
    private static func utf16ByZeroBytes(_ bytes: [UInt8]) -> String? {
        guard bytes.count >= 4, bytes.count % 2 == 0, bytes.contains(0) else { return nil }
        var best: (name: String, score: Double)?
        for name in ["UTF-16LE", "UTF-16BE"] {
            guard case .success(let scalars) = strict(Array(bytes.prefix(65_536)), name) else { continue }
            let score = Double(scalars.count { commonest.contains($0) }) / Double(max(1, scalars.count))
            if score > best?.score ?? 0.05 { best = (name, score) }
        }
        return best?.name
    }

    private static func legacy(_ bytes: [UInt8], utf8Failure: Int) throws(Failure) -> Decoded {
        var best: (decoded: Decoded, score: Double)?
        var furthest = utf8Failure
        for charset in ["GB18030", "Big5"] {
            switch strict(bytes, charset) {
            case .success(let scalars):
                let score = plausibility(scalars)
                if best.map({ score > $0.score }) ?? true {
                    best = (Decoded(scalars: scalars, encoding: charset), score)
                }
            case .failure(let failure): furthest = max(furthest, failure.byteOffset)
            }
        }
        guard let best else {
            throw Failure(byteOffset: furthest, reason: "neither UTF-8, UTF-16, GB18030 nor Big5 has these bytes")
        }
        guard best.score > 0 else {
            throw Failure(byteOffset: utf8Failure, reason: "not valid UTF-8, and no Chinese text in GB18030 or Big5")
        }
        return best.decoded
    }

    /// The share of characters that are among the commonest of official texts, less private-use ones.
    private static func plausibility(_ scalars: [Unicode.Scalar]) -> Double {
        var common = 0
        var han = 0
        var odd = 0
        for scalar in scalars.prefix(100_000) {
            if scalar.isHan {
                han += 1
                if commonest.contains(scalar) { common += 1 }
            } else if scalar.value >= 0xE000 && scalar.value <= 0xF8FF {
                odd += 1
            }
        }
        return han == 0 ? 0 : Double(common + 1) / Double(han + 1) - Double(odd) / Double(scalars.count)
    }

    /// Characters that any page of a gazette has many of, simplified and traditional.
    private static let commonest: Set<Unicode.Scalar> = Set(
        "的一是不了在人有中大国和为上个地年以理发工作市政府行部方会民公关务办年月日号第条区建设管实施通知各级产业业国為個發務辦號條區建設實產業業機關應規定及法令等本之其由於于得者或與与按照项項".unicodeScalars)

    private static func strict(_ bytes: [UInt8], _ charset: String) -> Result<[Unicode.Scalar], Failure> {
        var errorOffset: Int32 = 0
        var status: Int32 = 0
        var produced: Int32 = 0
        let values = unsafe [UInt32](unsafeUninitializedCapacity: bytes.count) { buffer, count in
            // The shim writes at most one scalar for each byte, which is the capacity.
            unsafe bytes.withUnsafeBufferPointer { input in
                guard let source = input.baseAddress, let target = buffer.baseAddress else { return }
                produced = unsafe cicu_decode(charset, source, Int32(input.count), target, &errorOffset, &status)
            }
            count = max(0, Int(produced))
        }
        guard produced >= 0 else {
            return .failure(Failure(byteOffset: Int(errorOffset), reason: "not valid \(charset)"))
        }
        return .success(values.compactMap(Unicode.Scalar.init))
    }

    /// How far the bytes are strict UTF-8, and how many characters of more than one byte that holds.
    static func validUTF8Prefix(_ bytes: [UInt8], from start: Int = 0) -> (end: Int, multibyte: Int) {
        var at = start
        var multibyte = 0
        let count = bytes.count
        while at < count {
            let lead = bytes[at]
            if lead < 0x80 {
                at += 1
                continue
            }
            let length: Int
            var low: UInt8 = 0x80
            var high: UInt8 = 0xBF
            switch lead {
            case 0xC2...0xDF: length = 2
            case 0xE0: (length, low) = (3, 0xA0)
            case 0xED: (length, high) = (3, 0x9F)
            case 0xE1...0xEF: length = 3
            case 0xF0: (length, low) = (4, 0x90)
            case 0xF4: (length, high) = (4, 0x8F)
            case 0xF1...0xF3: length = 4
            default: return (at, multibyte)
            }
            guard at + length <= count, (low...high).contains(bytes[at + 1]) else { return (at, multibyte) }
            for index in at + 1..<at + length where bytes[index] & 0xC0 != 0x80 { return (at, multibyte) }
            at += length
            multibyte += 1
        }
        return (at, multibyte)
    }
}
