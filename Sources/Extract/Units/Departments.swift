import Ingest

/// A kind of department that governments or party committees have, whatever the place: 人力资源和社会保障.
package struct Department: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Of a government.
        case office
        /// Of a party committee.
        case party
        /// Of its own: courts, congresses, associations.
        case body
    }
    /// The key by which it is known everywhere, such as `human-resources`.
    package var key: String
    package var kind: Kind
    /// Its names without a place, the full one first.
    package var names: [String]
    /// The year in which a reform ended it.
    package var until: Int?
    /// The key of what took its work over.
    package var successor: String?
}

/// The kinds of departments and their names, as `departments.tsv` lists them.
package enum Departments {
    package static let all: [Department] = LexiconFile("departments").rows.map { row in
        guard row.count == 6, let kind = Department.Kind(rawValue: row[1]) else {
            preconditionFailure("departments: \(row)")
        }
        let endings = row[3].split(separator: " ").map { $0 == "-" ? "" : String($0) }
        let names = row[2].split(separator: " ").flatMap { beginning in
            endings.map { beginning == "-" ? $0 : beginning + $0 }
        }
        return Department(
            key: row[0], kind: kind, names: names, until: Int(row[4]), successor: row[5] == "-" ? nil : row[5])
    }

    /// A department by its key.
    package static func department(_ key: String) -> Department? { byKey[key].map { all[$0] } }

    /// The department that has a name.
    ///
    /// - Parameters:
    ///   - name: The name without a place, and for those of a party committee without that.
    ///   - isParty: Whether it is of a party committee.
    package static func find(_ name: String, isParty: Bool) -> Department? {
        (isParty ? partyNames[name] : names[name]).map { all[$0] }
    }

    /// The departments whose work a department took over, the nearest ones first.
    package static func predecessors(of key: String) -> [Department] {
        let direct = all.filter { $0.successor == key }
        return direct + direct.flatMap { predecessors(of: $0.key) }
    }

    private static let byKey = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.key, $0) })
    private static let names = table { $0.kind != .party }
    private static let partyNames = table { $0.kind == .party }

    private static func table(_ isIncluded: (Department) -> Bool) -> [String: Int] {
        let pairs = all.enumerated().filter { isIncluded($0.element) }.flatMap { index, department in
            department.names.map { ($0, index) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
