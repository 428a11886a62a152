/// The full name of an office before its code in 字: 内政部 of 内政部台内营字第1010801234号.
///
/// A code is made of characters of the name, or begins with one for the whole administration (台, 院, 府, 华): that parts it
/// from the name, whose own last character may occur in the code again (行政院环境保护署环署空字).
enum OfficePrefix {
    private static let ends = Set("部署院局处会府厅行馆司室所统心社校区".unicodeScalars)
    private static let general = Set("台臺院府华总".unicodeScalars)
    /// Offices whose code shares no character with the name.
    private static let offices: [[Unicode.Scalar]] = ["国防部", "内政部", "财政部", "教育部", "交通部", "法务部", "经济部", "外交部"].map {
        Array($0.unicodeScalars)
    }
    private static let shortestCode = 3

    /// Where the code begins in a run of characters that ends with 字.
    static func end(_ text: [Unicode.Scalar], _ run: Range<Int>) -> Int {
        for index in run where index - run.lowerBound >= 2 || text[index] == "统" {
            let next = index + 1
            guard ends.contains(text[index]), run.upperBound - next >= shortestCode else { continue }
            if general.contains(text[next]) || text[run.lowerBound...index].contains(text[next]) { return next }
        }
        let office = offices.first { text[run].starts(with: $0) && run.count - $0.count >= shortestCode }
        return run.lowerBound + (office?.count ?? 0)
    }
}
