import CXMLShims

/// Parses XML and HTML into trees, through libxml2.
///
/// Nothing outside of the bytes is read: no external entity, no DTD, no network. Entities that a document declares are not
/// expanded, nesting deeper than ``deepest`` is flattened, and a document of more than ``mostNodes`` nodes is refused.
enum MarkupParser {
    enum Language { case xml, html }

    /// What is wrong with a document, and where.
    struct Failure: Error, Equatable {
        var reason: String
        /// From 1; nil where unknown.
        var line: Int?
    }

    static let deepest: Int32 = 256
    static let mostNodes = 20_000_000

    /// Parses a document.
    ///
    /// - Parameter bytes: UTF-8 for HTML; for XML, in the encoding that it declares.
    static func parse(_ bytes: [UInt8], as language: Language) throws(Failure) -> MarkupTree {
        guard !bytes.isEmpty, bytes.count < Int(Int32.max) else { throw Failure(reason: "empty or too large") }
        let document = try DocumentHandle(bytes, language)
        var tree = MarkupTree()
        var parent = -1
        while let event = document.next() {
            switch event {
            case .start(let name, let attributes):
                let name = language == .html ? name.lowercased() : name
                parent = tree.append(MarkupTree.Node(name: name, text: "", attributes: attributes, parent: parent))
            case .end: parent = parent >= 0 ? tree[parent].parent : -1
            case .text(let text):
                guard parent >= 0 else { continue }
                _ = tree.append(MarkupTree.Node(name: "", text: text, attributes: [:], parent: parent))
            }
            guard tree.nodes.count <= mostNodes else { throw Failure(reason: "more than \(mostNodes) nodes") }
        }
        guard !tree.nodes.isEmpty else { throw Failure(reason: "holds no element") }
        return tree
    }
}

/// Owns a document of libxml2; the pointer stays in this type.
@safe private struct DocumentHandle: ~Copyable {
    enum Event {
        case start(String, [String: String])
        case end
        case text(String)
    }

    private let pointer: OpaquePointer

    init(_ bytes: [UInt8], _ language: MarkupParser.Language) throws(MarkupParser.Failure) {
        var line: Int32 = 0
        var message = [CChar](repeating: 0, count: 200)
        let isHTML: Int32 = language == .html ? 1 : 0
        let opened = unsafe bytes.withUnsafeBufferPointer { input -> OpaquePointer? in
            guard let base = input.baseAddress else { return nil }
            return unsafe message.withUnsafeMutableBufferPointer { text -> OpaquePointer? in
                guard let start = text.baseAddress else { return nil }
                return unsafe cxml_open(base, Int32(input.count), isHTML, &line, start, Int32(text.count))
            }
        }
        guard let opened = unsafe opened else {
            let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            let reason = text.isEmpty ? "can't be parsed" : String(decoding: text, as: UTF8.self)
            throw MarkupParser.Failure(reason: reason, line: line > 0 ? Int(line) : nil)
        }
        unsafe pointer = opened
    }

    deinit { unsafe cxml_close(pointer) }

    func next() -> Event? {
        var event = unsafe cxml_event()
        unsafe cxml_next(pointer, MarkupParser.deepest, &event)
        switch unsafe Int(event.kind) {
        case 1: return unsafe .start(Self.string(event), attributes())
        case 2: return .end
        case 3: return unsafe .text(Self.string(event))
        default: return nil
        }
    }

    private static func string(_ event: cxml_event) -> String {
        guard let text = unsafe event.text else { return "" }
        return unsafe String(
            decoding: UnsafeRawBufferPointer(start: text, count: Int(event.count)), as: UTF8.self)
    }

    private func attributes() -> [String: String] {
        var attributes: [String: String] = [:]
        var index: Int32 = 0
        while true {
            var name: UnsafePointer<CChar>?
            var value: UnsafePointer<CChar>?
            guard unsafe cxml_attribute(pointer, index, &name, &value) != 0, let key = unsafe name else {
                return attributes
            }
            unsafe attributes[String(cString: key)] = value.map { unsafe String(cString: $0) } ?? ""
            index += 1
        }
    }
}
