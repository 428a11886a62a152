/// One document of an OFD package: its pages, and what these share.
struct OFDDocument {
    /// What is placed on a page.
    struct Marks {
        var glyphs: [Glyph] = []
        var rules: [Rule] = []
        var hasImages = false
        /// The size of the page; 0 where nothing tells it.
        var width = 0.0
        var height = 0.0
    }

    /// The references to its pages, in order.
    let pages: [String]
    /// Why parts could not be read that its pages share.
    let damage: [String]
    private let package: OFDPackage
    private let root: OFDPackage.Part
    /// Template pages by their identifiers; parsed once, for most pages have the same.
    private let templates: [String: OFDPackage.Part]
    private let units: [String: MarkupElement]

    init(_ root: OFDPackage.Part, in package: OFDPackage) {
        self.root = root
        self.package = package
        var damage: [String] = []
        pages = root.root.first("Pages")?.all("Page").compactMap { $0["BaseLoc"] } ?? []
        let common = root.root.first("CommonData")
        var templates: [String: OFDPackage.Part] = [:]
        for template in common?.all("TemplatePage") ?? [] {
            guard let id = template["ID"], let location = template["BaseLoc"] else { continue }
            do { templates[id] = try package.optionalPart(location, from: root) } catch { damage.append(error.reason) }
        }
        self.templates = templates
        let resources = (common?.all("PublicRes") ?? []) + (common?.all("DocumentRes") ?? [])
        units = Self.units(resources.map(\.text), from: root, in: package, &damage)
        self.damage = damage
    }

    /// What is placed on a page, on its templates too.
    func marks(of page: String) throws(IngestError) -> Marks {
        let part = try package.part(page, from: root)
        var damage: [String] = []
        let own = Self.units(part.root.all("PageRes").map(\.text), from: part, in: package, &damage)
        if let reason = damage.first { throw IngestError(.malformed, path: package.path, reason: reason) }
        var content = OFDContent(units: own.isEmpty ? units : units.merging(own) { _, own in own })
        for template in part.root.all("Template") {
            guard let id = template["TemplateID"], let template = templates[id] else { continue }
            content.read(template.root)
        }
        content.read(part.root)
        var marks = content.marks
        let area = part.root.first("Area") ?? root.root.first("CommonData")?.first("PageArea")
        let box = area?.first("PhysicalBox").map { OFDNumbers.list($0.text) } ?? []
        if box.count == 4 { (marks.width, marks.height) = (box[2], box[3]) }
        return marks
    }

    /// The composite graphic units of resource parts, by identifier: drawings that pages place by reference.
    private static func units(
        _ references: [String], from part: OFDPackage.Part, in package: OFDPackage, _ damage: inout [String]
    ) -> [String: MarkupElement] {
        var units: [String: MarkupElement] = [:]
        for reference in references {
            var resources: OFDPackage.Part?
            do { resources = try package.optionalPart(reference, from: part) } catch { damage.append(error.reason) }
            guard let resources else { continue }
            for group in resources.root.all("CompositeGraphicUnits") {
                for unit in group.all("CompositeGraphicUnit") { unit["ID"].map { units[$0] = unit } }
            }
        }
        return units
    }
}
