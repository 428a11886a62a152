/// A bracket within an issuer's code: （一） of 华总（一）义字第14069号, （办） of 法（办）发〔1988〕6号.
enum CodeBracket {
    private static let longest = 3

    /// Where the bracket opens that closes at an offset; nil where it holds more than a character or two.
    static func open(_ text: [Unicode.Scalar], closingAt close: Int) -> Int? {
        guard close > 1, DocumentNumber.isClosing(text[close]) else { return nil }
        for index in stride(from: close - 2, through: max(0, close - longest - 1), by: -1)
        where DocumentNumber.isOpening(text[index]) {
            return text[(index + 1)..<close].allSatisfy(\.isHan) ? index : nil
        }
        return nil
    }

    /// The offset behind a bracket that opens at one; nil where it is no part of a code.
    static func end(_ text: [Unicode.Scalar], openingAt open: Int) -> Int? {
        guard open + 2 < text.count, DocumentNumber.isOpening(text[open]) else { return nil }
        for index in open + 2..<min(text.count, open + longest + 2) where DocumentNumber.isClosing(text[index]) {
            return text[(open + 1)..<index].allSatisfy(\.isHan) ? index + 1 : nil
        }
        return nil
    }
}
