public import Extract

/// Finds provisions in the tree of a document.
public enum ProvisionSearch {
    /// A provision and the labels above it, outermost first.
    public struct Found: Equatable, Sendable {
        public var path: [String]
        public var provision: Provision
    }

    /// The provisions with a label, in reading order: those whose label is the same, else those whose number it is.
    ///
    /// - Throws: ``ArchiveError`` where ICU's data is missing.
    public static func provisions(labelled label: String, in document: DocumentRecord) throws(ArchiveError) -> [Found] {
        let normalizer = try Normalizer.shared()
        let key = LabelKey.of(label, normalizer: normalizer)
        let all = all(in: document.provisions)
        let named = all.filter { $0.provision.label.map { LabelKey.of($0, normalizer: normalizer) } == key }
        if !named.isEmpty { return named }
        return all.filter { $0.provision.number != nil && $0.provision.number == Int(key) }
    }

    static func has(_ provision: Provision, label key: String, normalizer: Normalizer) -> Bool {
        if provision.label.map({ LabelKey.of($0, normalizer: normalizer) }) == key { return true }
        return provision.number != nil && provision.number == Int(key)
    }

    package static func all(in provisions: [Provision], path: [String] = []) -> [Found] {
        provisions.flatMap { provision in
            let name = provision.displayName
            return [Found(path: path, provision: provision)]
                + all(in: provision.children, path: path + (name.isEmpty ? [] : [name]))
        }
    }
}

extension Provision {
    /// Label and heading as they stand in a path: 一、总体要求, 第七章 质量管理.
    var displayName: String { Self.displayName(label: label, heading: heading) }

    static func displayName(label: String?, heading: String?) -> String {
        guard let label, !label.isEmpty else { return heading ?? "" }
        guard let heading, !heading.isEmpty else { return label }
        return label + ("、．.）)".contains(label.last ?? " ") ? "" : " ") + heading
    }
}
