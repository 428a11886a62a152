import Extract
import Foundation

/// Documents as linked data: schema.org's Legislation with ELI's terms, as JSON-LD, a document a line.
enum LinkedDataExport {
    static func write(
        _ selection: ExportSelection, to url: URL
    ) throws -> (documents: Int, files: [ExportManifest.File]) {
        let file = try OutputFile(url)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var documents = 0
        try file.write("{\"@context\":\(context),\"@graph\":[")
        try selection.forEachDocument { whole, _ in
            try file.write(documents == 0 ? "\n" : ",\n")
            try file.write(try encoder.encode(Legislation(whole)))
            documents += 1
        }
        try file.write("\n]}\n")
        return (documents, [try file.finish(rows: documents)])
    }

    private static let context =
        #"{"@vocab":"https://schema.org/","eli":"http://data.europa.eu/eli/ontology#","#
        + #""legislationDate":{"@type":"Date"},"legislationDateOfApplicability":{"@type":"Date"},"#
        + #""eli:date_no_longer_in_force":{"@type":"Date"}}"#

    /// The name by which an instrument is known: a URN of its number, else of its title.
    static func identifier(number: String?, title: String?) -> String {
        let name = number ?? title ?? ""
        let allowed = CharacterSet.alphanumerics
        return "urn:gongbao:" + (name.addingPercentEncoding(withAllowedCharacters: allowed) ?? name)
    }
}

/// A document in schema.org's words.
private struct Legislation: Encodable {
    struct Reference: Encodable {
        var id: String
        var name: String?
        var identifier: String?

        enum CodingKeys: String, CodingKey {
            case id = "@id"
            case name, identifier = "legislationIdentifier"
        }

        init(_ citation: CitationRecord) {
            id = LinkedDataExport.identifier(number: citation.number, title: citation.title)
            name = citation.title
            identifier = citation.number
        }
    }

    struct Organization: Encodable {
        var type = "GovernmentOrganization"
        var name: String

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case name
        }
    }

    var id: String
    var type = "Legislation"
    var name: String
    var inLanguage = "zh"
    var legislationIdentifier: String?
    var legislationType: String?
    var legislationDate: String?
    var legislationPassedBy: [Organization]
    var legislationDateOfApplicability: String?
    var expires: String?
    var basis: [Reference]
    var repeals: [Reference]
    var amends: [Reference]
    var cites: [Reference]

    enum CodingKeys: String, CodingKey {
        case id = "@id"
        case type = "@type"
        case name, inLanguage, legislationIdentifier, legislationType, legislationDate, legislationPassedBy
        case legislationDateOfApplicability
        case expires = "eli:date_no_longer_in_force"
        case basis = "eli:based_on"
        case repeals = "legislationRepeals"
        case amends = "legislationChanges"
        case cites = "eli:cites"
    }

    init(_ document: ExportedDocument) {
        let record = document.record
        id = LinkedDataExport.identifier(number: record.number?.text, title: record.id)
        name = record.title
        legislationIdentifier = record.number?.text
        legislationType = record.kind
        legislationDate = record.signed
        legislationPassedBy = record.issuers.map { Organization(name: $0) }
        legislationDateOfApplicability = record.validity?.effective
        expires = record.validity?.expires
        func references(_ relations: CitationRecord.Relation...) -> [Reference] {
            record.citations.filter { relations.contains($0.relation) && ($0.number ?? $0.title) != nil }
                .map(Reference.init)
        }
        basis = references(.basis)
        repeals = references(.repeals)
        amends = references(.amends)
        cites = references(.mention, .forwards)
    }
}
