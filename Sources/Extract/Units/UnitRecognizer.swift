package import Ingest

/// What the name of a unit tells by itself.
package struct UnitReading: Hashable, Sendable {
    /// What kind of body it is.
    package var unitClass: UnitClass
    /// Whether it stands for many: 各区人民政府, 有关部门.
    package var isGroup: Bool
    /// Whether it names its own place or carries a name of its own, so that nothing that a list shares belongs before it.
    package var standsAlone: Bool
    /// The mark of a jurisdiction with which it begins: 市, 自治区.
    package var jurisdiction: String?
    /// Whether the name is whole without what follows 和.
    package var isComplete: Bool
}

/// Tells names of units from other words, and what kind of body each names.
package enum UnitRecognizer {
    /// Reads a name.
    ///
    /// - Parameter name: The name alone, in the form in which grammars read (simplified script).
    /// - Returns: nil where the words are no unit's name.
    package static func read(_ name: [Unicode.Scalar]) -> UnitReading? {
        let plain = name.compactMap { $0.isBlank ? nil : $0.inRoundBrackets }
        guard UnitName.isPlausible(plain) || UnitName.isNamedPlace(plain) else { return nil }
        let ending = UnitEndings.ending(of: UnitName.withoutNote(plain))
        return UnitReading(
            unitClass: ending?.unitClass ?? (UnitName.isNamedPlace(plain) ? .place : .group),
            isGroup: UnitName.isGroup(plain), standsAlone: UnitName.standsAlone(plain),
            jurisdiction: UnitName.jurisdiction(of: plain)?.mark, isComplete: ending?.isComplete ?? false)
    }
}

extension Unicode.Scalar {
    /// Round brackets in place of those of other shapes, which print in names as they do: 各市〔州〕.
    var inRoundBrackets: Unicode.Scalar {
        switch self {
        case "(", "〔", "［", "[", "【": "（"
        case ")", "〕", "］", "]", "】": "）"
        default: self
        }
    }
}
