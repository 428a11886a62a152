import Ingest

/// The names of the place that a document's issuers carry: 沈阳 of 沈阳市人民政府.
enum PlaceNames {
    static func places(of record: DocumentRecord) -> [String] {
        var places: [String] = []
        for issuer in record.issuers + [record.printer ?? "", record.title] {
            let name = Array(issuer.unicodeScalars)
            guard let end = name.firstIndex(where: { "市省县区州盟".unicodeScalars.contains($0) }), (2...5).contains(end)
            else { continue }
            let place = name[..<end]
            let isName = place.allSatisfy(\.isHan) && !["中共", "国务", "关于"].contains { place.begins(with: $0) }
            if isName, !places.contains(place.string) { places.append(place.string) }
        }
        return places
    }
}
