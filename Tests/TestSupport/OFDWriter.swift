/// Writes OFD packages for tests: a document of A4 pages, objects as they are given.
public struct OFDWriter {
    /// The objects of each page, in XML; and the template on which it lies.
    private var pages: [(objects: [String], isOnTemplate: Bool)] = []
    /// The objects of the template page.
    public var template: [String] = []
    /// What the document's resources hold, in XML.
    public var resources = ""
    /// Parts beside those of the format.
    public var extraParts: [String: String] = [:]
    /// What stands in place of parts of the format.
    public var replacements: [String: String] = [:]

    public init() {}

    public mutating func addPage(_ objects: [String], onTemplate: Bool = false) {
        pages.append((objects, onTemplate))
    }

    /// A text object of one line.
    ///
    /// - Parameters:
    ///   - x: Where its first character begins, in millimetres from the left.
    ///   - y: Its baseline, from the top.
    ///   - deltaX: The steps; nil for one of a full em for each Chinese character and of half an em for others.
    ///   - attributes: Further ones of the object.
    public static func text(
        _ text: String, x: Double, y: Double, size: Double = 4, deltaX: String? = nil, attributes: String = ""
    ) -> String {
        let steps = text.unicodeScalars.dropLast().map { $0.value < 0x2000 ? size / 2 : size }
        let delta = deltaX ?? steps.map { "\($0)" }.joined(separator: " ")
        return """
            <ofd:TextObject ID="1" Boundary="\(x) \(y - size) 150 \(size * 1.2)" Font="1" Size="\(size)" \(attributes)>\
            <ofd:TextCode X="0" Y="\(size)" DeltaX="\(delta)">\(escaped(text))</ofd:TextCode></ofd:TextObject>
            """
    }

    /// A straight line.
    public static func line(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> String {
        """
        <ofd:PathObject ID="2" Boundary="\(x0) \(y0) \(x1 - x0) \(y1 - y0)" LineWidth="0.2"><ofd:AbbreviatedData>\
        M 0 0 L \(x1 - x0) \(y1 - y0)</ofd:AbbreviatedData></ofd:PathObject>
        """
    }

    public static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    private static let header = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    private static let space = "xmlns:ofd=\"http://www.ofdspec.org/2016\""

    private static func content(_ objects: [String], _ references: String = "") -> String {
        """
        \(header)<ofd:Page \(space)>\(references)<ofd:Content><ofd:Layer ID="1" Type="Body">\
        \(objects.joined())</ofd:Layer></ofd:Content></ofd:Page>
        """
    }

    /// The package.
    public func bytes() -> [UInt8] {
        var writer = ZipWriter()
        func add(_ name: String, _ text: String) { writer.add(name, replacements[name] ?? text) }
        add(
            "OFD.xml",
            """
            \(Self.header)<ofd:OFD \(Self.space) Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>\
            <ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>
            """)
        let references = pages.indices.map { "<ofd:Page ID=\"\($0 + 10)\" BaseLoc=\"Pages/Page_\($0)/Content.xml\"/>" }
        add(
            "Doc_0/Document.xml",
            """
            \(Self.header)<ofd:Document \(Self.space)><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297\
            </ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>\
            <ofd:TemplatePage ID="5" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData>\
            <ofd:Pages>\(references.joined())</ofd:Pages></ofd:Document>
            """)
        add("Doc_0/DocumentRes.xml", "\(Self.header)<ofd:Res \(Self.space)>\(resources)</ofd:Res>")
        add("Doc_0/Tpls/Tpl_0/Content.xml", Self.content(template))
        for (index, page) in pages.enumerated() {
            let reference = page.isOnTemplate ? "<ofd:Template TemplateID=\"5\" ZOrder=\"Background\"/>" : ""
            add("Doc_0/Pages/Page_\(index)/Content.xml", Self.content(page.objects, reference))
        }
        for (name, text) in extraParts.sorted(by: { $0.key < $1.key }) { add(name, text) }
        return writer.bytes()
    }
}
