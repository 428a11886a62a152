/// The encodings in which messages and web archives carry bytes as text (RFC 2045).
enum TransferEncoding {
    /// Decodes Base64; characters that are none of it are passed over.
    static func base64(_ text: some Sequence<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for character in text {
            let value: UInt32
            switch character {
            case 0x41...0x5A: value = UInt32(character) - 0x41
            case 0x61...0x7A: value = UInt32(character) - 0x61 + 26
            case 0x30...0x39: value = UInt32(character) - 0x30 + 52
            case 0x2B, 0x2D: value = 62
            case 0x2F, 0x5F: value = 63
            case 0x3D: return bytes
            default: continue
            }
            buffer = buffer << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
        }
        return bytes
    }

    /// Decodes quoted-printable: `=E5` is a byte, `=` at the end of a line joins it with the next.
    static func quotedPrintable(_ text: some Collection<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var at = text.startIndex
        func digit(_ byte: UInt8) -> UInt8? {
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x41...0x46: byte - 0x41 + 10
            case 0x61...0x66: byte - 0x61 + 10
            default: nil
            }
        }
        while at < text.endIndex {
            let next = text.index(after: at)
            guard text[at] == 0x3D, next < text.endIndex else {
                bytes.append(text[at])
                at = next
                continue
            }
            let second = text.index(after: next)
            if text[next] == 0x0A {
                at = second
            } else if text[next] == 0x0D {
                at = second < text.endIndex && text[second] == 0x0A ? text.index(after: second) : second
            } else if second < text.endIndex, let high = digit(text[next]), let low = digit(text[second]) {
                bytes.append(high << 4 | low)
                at = text.index(after: second)
            } else {
                bytes.append(text[at])
                at = next
            }
        }
        return bytes
    }
}
