import Extract
import Index

/// Two documents side by side, provision by provision.
enum Comparison {
    static let endpoint = Endpoint(
        path: "/compare", formats: [.html, .json],
        parameters: [.text("left", maximum: 400), .text("right", maximum: 400)]
    ) { inquiry in
        let ledger = try inquiry.holdings.ledger()
        guard let left = inquiry.text("left"), let right = inquiry.text("right") else {
            guard inquiry.format == .html else {
                throw Problem.bad(inquiry.text("left") == nil ? "left" : "right", "it is missing")
            }
            var reply = Reply()
            reply.page = { ComparisonPage(scene: $0, result: nil).page }
            return reply
        }
        let result = Result(
            left: try side(left, "left", inquiry, ledger), right: try side(right, "right", inquiry, ledger))
        var reply = Reply(json: result)
        reply.page = { ComparisonPage(scene: $0, result: result).page }
        return reply
    }

    struct Side {
        var entry: DocumentEntry
        var record: DocumentRecord
    }

    struct Result: Encodable {
        var left: DocumentEntry
        var right: DocumentEntry
        var rows: [Row]

        init(left: Side, right: Side) {
            self.left = left.entry
            self.right = right.entry
            rows = ProvisionAlignment.rows(left.record.provisions, right.record.provisions)
        }
    }

    /// Provisions that correspond; nil where the other text has nothing like it.
    struct Row: Encodable {
        enum Change: String, Encodable { case same, changed, added, removed }
        var change: Change
        var left: String?
        var right: String?
    }

    /// The one document that a reference means.
    private static func side(
        _ reference: String, _ parameter: String, _ inquiry: Inquiry, _ ledger: Ledger
    ) throws -> Side {
        let found = try inquiry.holdings.archive.documents(matching: reference)
        guard let first = found.first else { throw Problem.bad(parameter, "the archive has no such document") }
        guard found.count == 1 else {
            throw Problem.bad(
                parameter,
                "several documents fit: "
                    + found.prefix(5).map { ledger.entry($0.summary).name }.joined(separator: ", "))
        }
        return Side(entry: ledger.entry(first.summary), record: first.record)
    }
}

/// Finds which provision of one text corresponds to which of another: the pairing in order whose texts have most in common.
enum ProvisionAlignment {
    /// Beyond this the table of pairs would be too large.
    private static let maximumCount = 600
    /// Texts with less in common are not the same provision.
    private static let leastShare = 0.35

    static func rows(_ left: [Provision], _ right: [Provision]) -> [Comparison.Row] {
        let left = Array(texts(left).prefix(maximumCount))
        let right = Array(texts(right).prefix(maximumCount))
        let leftPairs = left.map(pairs)
        let rightPairs = right.map(pairs)
        // best[i][j]: what the rests from i and j have in common at most.
        var best = [[Double]](repeating: [Double](repeating: 0, count: right.count + 1), count: left.count + 1)
        var shares = best
        for i in left.indices.reversed() {
            for j in right.indices.reversed() {
                let share = left[i] == right[j] ? 1 : share(leftPairs[i], rightPairs[j])
                shares[i][j] = share
                let together = share >= leastShare ? share + best[i + 1][j + 1] : 0
                best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
            }
        }
        var rows: [Comparison.Row] = []
        var (i, j) = (0, 0)
        while i < left.count || j < right.count {
            if i < left.count, j < right.count, shares[i][j] >= leastShare,
                best[i][j] == shares[i][j] + best[i + 1][j + 1]
            {
                rows.append(
                    Comparison.Row(change: left[i] == right[j] ? .same : .changed, left: left[i], right: right[j]))
                (i, j) = (i + 1, j + 1)
            } else if j == right.count || (i < left.count && best[i][j] == best[i + 1][j]) {
                rows.append(Comparison.Row(change: .removed, left: left[i]))
                i += 1
            } else {
                rows.append(Comparison.Row(change: .added, right: right[j]))
                j += 1
            }
        }
        return rows
    }

    /// The texts of provisions in order, label and heading before each.
    private static func texts(_ provisions: [Provision]) -> [String] {
        provisions.flatMap { provision in
            let own = [provision.label, provision.heading, provision.text].compactMap(\.self).filter { !$0.isEmpty }
                .joined(separator: " ")
            return (own.isEmpty ? [] : [own]) + texts(provision.children)
        }
    }

    /// The pairs of neighbouring characters, sorted.
    private static func pairs(_ text: String) -> [UInt64] {
        let scalars = text.unicodeScalars.map { UInt64($0.value) }
        return Array(Set(zip(scalars, scalars.dropFirst()).map { $0 << 32 | $1 })).sorted()
    }

    /// The share of pairs that two texts have in common (Dice).
    private static func share(_ left: [UInt64], _ right: [UInt64]) -> Double {
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        var (i, j, common) = (0, 0, 0)
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                common += 1
                i += 1
                j += 1
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return 2 * Double(common) / Double(left.count + right.count)
    }
}
