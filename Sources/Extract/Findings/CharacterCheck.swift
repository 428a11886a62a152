import Ingest

/// Finds characters that only look like the right ones: Kangxi radicals, private use, what decoding could not read.
enum CharacterCheck {
    private enum Kind: CaseIterable {
        case compatibility, privateUse, replacement
    }

    /// One finding of each kind for a paragraph, at its first such character.
    static func findings(in text: [Unicode.Scalar], paragraph: Int) -> [TextFinding] {
        var seen: [Kind: (count: Int, first: Int)] = [:]
        for (index, scalar) in text.enumerated() {
            guard let kind = kind(of: scalar) else { continue }
            seen[kind, default: (0, index)].count += 1
        }
        return Kind.allCases.compactMap { kind in
            guard let (count, first) = seen[kind] else { return nil }
            let name = "U+" + String(text[first].value, radix: 16, uppercase: true)
            let range = first..<first + 1
            switch kind {
            case .compatibility:
                return TextFinding(
                    .info, "compat-character", "用了部首或兼容字符「\(text[first])」（\(name)），本段共\(count)处", paragraph, range)
            case .privateUse:
                return TextFinding(
                    .warning, "private-use", "含私用区字符（\(name)），原字无法辨认，本段共\(count)处", paragraph, range)
            case .replacement:
                return TextFinding(.warning, "ocr-slip", "含无法解码的字符（\(name)），本段共\(count)处", paragraph, range)
            }
        }
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind? {
        switch scalar.value {
        case 0x2E80...0x2FD5, 0xF900...0xFA0D, 0xFA10, 0xFA12, 0xFA15...0xFA1E, 0xFA22, 0xFA25, 0xFA26, 0xFA2A...0xFAD9:
            .compatibility
        case 0xE000...0xF8FF, 0xF0000...0x10FFFD: .privateUse
        case 0xFFFD: .replacement
        default: nil
        }
    }
}
