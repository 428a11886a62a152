/// Characters of symbol fonts, which have no code of their own: what they print as Unicode has it.
enum DOCXSymbols {
    /// A character of a font.
    ///
    /// - Parameters:
    ///   - code: Its code in the font, or the same in the private use area from U+F000.
    ///   - font: The font's name; nil where it is not told.
    /// - Returns: The character; the code itself where the font is none of these.
    static func scalar(_ code: UInt32, font: String?) -> Unicode.Scalar? {
        let own = (0xF000...0xF0FF).contains(code) ? code - 0xF000 : code
        let font = font?.lowercased() ?? ""
        let table: [UInt32: Unicode.Scalar]? =
            switch font {
            case "wingdings": wingdings
            case "wingdings 2": wingdings2
            case "symbol": symbol
            default: (0xF000...0xF0FF).contains(code) ? wingdings : nil
            }
        return table?[own] ?? Unicode.Scalar(code)
    }

    private static let wingdings: [UInt32: Unicode.Scalar] = [
        0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆",
        0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA7: "■", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→",
        0xDF: "←", 0xE1: "↑", 0xE2: "↓", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
        // ①…⑩ and ❶…❿.
        0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④", 0x85: "⑤", 0x86: "⑥", 0x87: "⑦", 0x88: "⑧", 0x89: "⑨", 0x8A: "⑩",
        0x8C: "❶", 0x8D: "❷", 0x8E: "❸", 0x8F: "❹", 0x90: "❺", 0x91: "❻", 0x92: "❼", 0x93: "❽", 0x94: "❾", 0x95: "❿",
    ]
    private static let wingdings2: [UInt32: Unicode.Scalar] = [
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0xA2: "■", 0xA3: "□",
    ]
    private static let symbol: [UInt32: Unicode.Scalar] = [
        0x2D: "−", 0x61: "α", 0x62: "β", 0x64: "δ", 0x67: "γ", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x72: "ρ", 0x73: "σ",
        0x53: "Σ", 0x44: "Δ", 0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
        0xB9: "≠", 0xBB: "≈", 0xE5: "∑",
    ]
}
