import Extract
import Ingest

/// A unit with every name that documents give it, and what it has to do with them.
public struct UnitEntry: Codable, Equatable, Sendable {
    /// The place and the department, as in `某市/human-resources`.
    public var id: String
    public var place: String
    /// The full name of its kind of department without the place; nil where it is of no known kind.
    public var department: String?
    /// The names, the commonest first.
    public var names: [Name]
    /// The documents that it issues.
    public var issued: Int
    /// The tasks that it has a role in, by role.
    public var tasks: [String: Int]
    /// The officials who oversee it or keep in touch with it.
    public var officials: [String]
    /// The units of the archive whose work it took over, and the year.
    public var predecessors: [Relative]
    /// What took its work over, and the year, where a reform ended its kind of department.
    public var successor: Relative?

    /// One name and how often it stands in records.
    public struct Name: Codable, Equatable, Sendable {
        public var name: String
        public var count: Int
    }

    /// Another unit of the same place, and the year of the reform between.
    public struct Relative: Codable, Equatable, Sendable {
        public var id: String
        public var year: Int?
    }
}

extension Archive {
    /// The units that records name, by place and department.
    ///
    /// - Parameters:
    ///   - name: Any of a unit's names, with or without the mark or place before it, in either script; nil for all units.
    ///   - place: The place, whole or its end (沈河区); nil for all.
    /// - Complexity: Reads each source's record once.
    public func units(name: String? = nil, place: String? = nil) throws -> [UnitEntry] {
        var gathered = UnitGathering()
        try export { gathered.add($0) }
        return gathered.entries.filter { entry in
            (place.map { entry.place.hasSuffix(Self.folded($0)) } ?? true)
                && (name.map { gathered.isNamed(entry, $0, Self.folded($0)) } ?? true)
        }
    }

    private static func folded(_ name: String) -> String { HanFolding.fold(Array(name.unicodeScalars)).string }
}

/// Units, as the records that name them are gone through.
private struct UnitGathering {
    private struct Gathered {
        var names: [String: Int] = [:]
        var issued = 0
        var tasks: [String: Int] = [:]
        var officials: [String] = []
    }

    private var units: [String: Gathered] = [:]

    mutating func add(_ record: GazetteRecord) {
        for document in record.documents {
            each(document.issuers, document.issuerIDs) { units, id, name in
                units[id, default: Gathered()].issued += 1
                units[id, default: Gathered()].names[name, default: 0] += 1
            }
            for assignment in document.tasks.flatMap(\.assignments) {
                guard let id = assignment.unitID else { continue }
                units[id, default: Gathered()].tasks[assignment.role.rawValue, default: 0] += 1
                units[id, default: Gathered()].names[assignment.unit, default: 0] += 1
            }
            for duty in document.duties {
                for (names, ids) in [(duty.oversees, duty.overseesIDs), (duty.liaises, duty.liaisesIDs)] {
                    each(names, ids) { units, id, name in
                        units[id, default: Gathered()].names[name, default: 0] += 1
                        if !units[id, default: Gathered()].officials.contains(duty.person) {
                            units[id, default: Gathered()].officials.append(duty.person)
                        }
                    }
                }
            }
        }
    }

    private mutating func each(
        _ names: [String], _ ids: [String?]?, _ body: (inout [String: Gathered], String, String) -> Void
    ) {
        for (name, id) in zip(names, ids ?? []) {
            if let id { body(&units, id, name) }
        }
    }

    var entries: [UnitEntry] {
        units.keys.sorted().map { id in
            let unit = units[id] ?? Gathered()
            let slash = id.firstIndex(of: "/") ?? id.endIndex
            let place = String(id[..<slash])
            let department = Departments.department(String(id[slash...].dropFirst()))
            let names = unit.names.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            let before = department.map { Departments.predecessors(of: $0.key) } ?? []
            return UnitEntry(
                id: id, place: place, department: department?.names.first,
                names: names.map { UnitEntry.Name(name: $0.key, count: $0.value) }, issued: unit.issued,
                tasks: unit.tasks, officials: unit.officials,
                predecessors: before.map { UnitEntry.Relative(id: "\(place)/\($0.key)", year: $0.until) }
                    .filter { units[$0.id] != nil },
                successor: department?.successor.map {
                    UnitEntry.Relative(id: "\(place)/\($0)", year: department?.until)
                })
        }
    }

    /// Whether a unit goes by a name: one that a record gives it, or one of its kind of department in its place.
    func isNamed(_ entry: UnitEntry, _ name: String, _ folded: String) -> Bool {
        entry.names.contains { $0.name == name } || entry.id == UnitNaming.id(of: folded, likely: entry.place)
    }
}
