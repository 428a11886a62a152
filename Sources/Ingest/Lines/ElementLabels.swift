/// Words by which some offices label an element of a document: 「發文字號：…」, 「发文日期：…」.
public enum ElementLabels {
    static let numbers = ["发文字号", "發文字號", "发文文号", "文号", "文號", "字號"]
    static let dates = ["发文日期", "發文日期", "成文日期", "发布日期", "中華民國日期"]

    /// A line without the label that names its element; the line as it is where it has none.
    public static func strip(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard let colon = line.prefix(10).firstIndex(where: { $0 == "：" || $0 == ":" }) else { return line }
        let label = line[..<colon].filter { !$0.isBlank }
        guard (numbers + dates).contains(where: { label.elementsEqual($0.unicodeScalars) }) else { return line }
        return Array(line[(colon + 1)...].drop(while: \.isBlank))
    }
}
