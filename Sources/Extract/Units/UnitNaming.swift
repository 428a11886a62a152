import Ingest

/// Asks for units by their names outside of documents.
package enum UnitNaming {
    /// The id that a name has for somebody who speaks of one place: 市人社局 of 某市 is `某市/human-resources`.
    ///
    /// - Parameters:
    ///   - name: The name, with its place, with a mark or bare; in either script.
    ///   - place: The place that marks and bare names mean, as ids name it.
    package static func id(of name: String, likely place: String) -> String? {
        let folded = HanFolding.fold(Array(name.unicodeScalars)).string
        return UnitIdentity(context: PlaceContext([[place]])).id(of: folded)
    }
}
