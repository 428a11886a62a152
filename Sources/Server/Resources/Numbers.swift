import Export
import Index

/// The series of numbers: what is held, what is only cited, where there are gaps.
enum NumberLedger {
    static let endpoint = Endpoint(
        path: "/numbers", formats: [.html, .json, .csv], parameters: [.text("agency"), .year()]
    ) { inquiry in
        let ledger = try inquiry.holdings.ledger()
        let series = Series.all(ledger).filter { one in
            (inquiry.text("agency").map { one.agency.contains($0) } ?? true)
                && (inquiry.integer("year").map { one.year == $0 } ?? true)
        }
        var reply = Reply(json: Body(series: series, coverage: ledger.coverage))
        reply.page = { NumberPage.list(series, $0) }
        reply.table = {
            Table(
                columns: ["agency", "year", "held", "cited_only", "missing", "doubles", "greatest"],
                rows: series.map {
                    [
                        .text($0.agency), .integer($0.year), .integer($0.held.count), .integer($0.citedOnly.count),
                        .integer($0.missing), .integer($0.doubles.count), .integer($0.greatest),
                    ]
                })
        }
        return reply
    }

    private struct Body: Encodable {
        var series: [Series]
        var coverage: Coverage
    }
}

/// One series: an agency's numbers of a year.
enum NumberSeries {
    static let endpoint = Endpoint(
        path: "/numbers/{agency}", formats: [.html, .json], parameters: [.year()]
    ) { inquiry in
        let ledger = try inquiry.holdings.ledger()
        let agency = inquiry.values["agency"] ?? ""
        let series = Series.all(ledger).filter { one in
            one.agency == agency && (inquiry.integer("year").map { one.year == $0 } ?? true)
        }
        guard !series.isEmpty else { throw Problem.notFound }
        var reply = Reply(json: Body(agency: agency, series: series, coverage: ledger.coverage))
        reply.page = { NumberPage(scene: $0, agency: agency, series: series, ledger: ledger).page }
        return reply
    }

    private struct Body: Encodable {
        var agency: String
        var series: [Series]
        var coverage: Coverage
    }
}

/// The numbers of an agency in a year.
struct Series: Encodable {
    var agency: String
    var year: Int
    /// The serial numbers held.
    var held: [Int] = []
    /// Those that documents cite and that are not held.
    var citedOnly: [Int] = []
    /// Those that more than one document has.
    var doubles: [Int] = []
    var greatest = 0
    /// How many up to the greatest are neither held nor cited.
    var missing: Int { max(0, greatest - held.count - citedOnly.count) }

    enum CodingKeys: String, CodingKey { case agency, year, held, citedOnly = "cited_only", doubles, greatest }

    /// All series of the archive, those with most documents first.
    static func all(_ ledger: Ledger) -> [Series] {
        struct Key: Hashable {
            var agency: String
            var year: Int
        }
        var series: [Key: Series] = [:]
        var counts: [NumberKey: Int] = [:]
        for number in ledger.documents.compactMap(\.number) { counts[number, default: 0] += 1 }
        for (number, count) in counts {
            let key = Key(agency: number.agency, year: number.year)
            series[key, default: Series(agency: key.agency, year: key.year)].held.append(number.serial)
            if count > 1 { series[key]?.doubles.append(number.serial) }
        }
        for number in ledger.citing.keys where counts[number] == nil {
            let key = Key(agency: number.agency, year: number.year)
            series[key, default: Series(agency: key.agency, year: key.year)].citedOnly.append(number.serial)
        }
        return series.values.map { one in
            var one = one
            one.held.sort()
            one.citedOnly.sort()
            one.doubles.sort()
            one.greatest = max(one.held.last ?? 0, one.citedOnly.last ?? 0)
            return one
        }.sorted { ($1.held.count, $0.agency, $1.year) < ($0.held.count, $1.agency, $0.year) }
    }
}
