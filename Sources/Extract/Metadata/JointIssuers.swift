import Ingest

/// Parts the names of offices that issue together where the print left no space between them.
enum JointIssuers {
    /// The offices that a name holds: 「中共某市委办公室某市人民政府办公室」, 「某市商务局某市财政局」; the name itself where it is one.
    static func split(_ names: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        if let (party, government) = partyAndGovernment(names) { return [party, government] }
        guard let cut = cut(in: names) else { return [names] }
        return [Array(names[..<cut])] + split(Array(names[cut...]))
    }

    /// A party committee and a government.
    private static func partyAndGovernment(
        _ names: [Unicode.Scalar]
    ) -> (party: [Unicode.Scalar], government: [Unicode.Scalar])? {
        guard names.begins(with: "中共") else { return nil }
        for ending in ["委办公室", "委办公厅", "委员会办公室", "委员会办公厅", "委员会", "委"] {
            guard let end = names.firstRange(of: ending)?.upperBound, end < names.count else { continue }
            let government = names[end...]
            guard government.count >= 5, government.contains("政府"), AgencyNames.endsLikeAgency(government) else {
                return nil
            }
            return (Array(names[..<end]), Array(government))
        }
        return nil
    }

    /// Where a second office begins: behind a whole name, with the place with which the first begins.
    private static func cut(in names: [Unicode.Scalar]) -> Int? {
        guard names.count >= 8 else { return nil }
        return (4...names.count - 4).first { at in
            let place = zip(names, names[at...]).prefix { $0 == $1 }.count
            return place >= 2 && AgencyNames.endsLikeAgency(names[..<at]) && AgencyNames.endsLikeAgency(names[at...])
        }
    }
}
