import Ingest

/// A 发文字号 by its parts, whichever brackets and digits are printed.
struct NumberKey: Hashable, Sendable {
    var agency: String
    var year: Int
    var serial: Int

    init(agency: String, year: Int, serial: Int) {
        self.agency = agency
        self.year = year
        self.serial = serial
    }

    /// Nil where the text is no number with all three parts.
    init?(_ text: String) {
        guard let number = DocumentNumber(line: text), let agency = number.agency, !agency.isEmpty,
            let year = number.year, let serial = number.serial
        else { return nil }
        self.init(agency: agency, year: year, serial: serial)
    }

    var text: String { "\(agency)〔\(year)〕\(serial)号" }
}
