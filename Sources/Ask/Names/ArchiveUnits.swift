/// The units of an archive by all forms of their names.
struct ArchiveUnits: UnitNames {
    private let keys: Set<String>
    private let byFull: [String: [String]]
    /// By the full form without the mark of an area: 科技局 is 市科技局, 省科技局.
    private let bare: [String: [String]]
    let lastCharacters: Set<Unicode.Scalar>

    /// - Parameter keys: The folded names of all units.
    init(_ keys: [String]) {
        self.keys = Set(keys)
        var byFull: [String: [String]] = [:]
        var bare: [String: [String]] = [:]
        var last: Set<Unicode.Scalar> = []
        for key in keys {
            for name in Self.names(key) {
                let full = UnitWording.full(name)
                byFull[full, default: []].append(key)
                let short = UnitWording.withoutMark(full)
                if short != full { bare[short, default: []].append(key) }
                if let scalar = name.unicodeScalars.last { last.insert(scalar) }
            }
        }
        for end in UnitWording.ends { if let scalar = end.unicodeScalars.last { last.insert(scalar) } }
        self.byFull = byFull
        self.bare = bare
        lastCharacters = last
    }

    /// 市交通委(市道运局) has two names.
    private static func names(_ key: String) -> [String] {
        guard key.hasSuffix(")"), let open = key.lastIndex(of: "(") else { return [key] }
        return [String(key[..<open])] + key[key.index(after: open)...].dropLast().split(separator: "、").map(String.init)
    }

    func meaning(of name: String) -> UnitMeaning? {
        guard name.unicodeScalars.count > 1 else { return nil }
        if let found = known(name) { return UnitMeaning(keys: found, area: nil) }
        for (area, rest) in UnitWording.areas(of: name) {
            if let found = known(rest, takesBare: false) { return UnitMeaning(keys: found, area: area) }
        }
        return nil
    }

    private func known(_ name: String, takesBare: Bool = true) -> [String]? {
        // One who says the very name may mean the same unit under another form of it.
        let full = UnitWording.full(name)
        if let found = byFull[full] { return found }
        if keys.contains(name) { return [name] }
        return takesBare ? bare[full] : nil
    }

    func keys(withCore core: String) -> [String] {
        let length = core.unicodeScalars.count
        return bare.filter { $0.key.hasPrefix(core) && $0.key.unicodeScalars.count <= length + 3 }
            .flatMap(\.value).sorted()
    }

    func like(_ name: String) -> [String] {
        let asked = Set(UnitWording.full(name).unicodeScalars)
        return keys.map { key -> (String, Double) in
            let other = Set(UnitWording.full(key).unicodeScalars)
            return (key, 2 * Double(asked.intersection(other).count) / Double(asked.count + other.count))
        }.filter { $0.1 >= 0.6 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(3).map(\.0)
    }
}
