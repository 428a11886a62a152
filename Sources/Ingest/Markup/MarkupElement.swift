/// An element of a part's tree, and the ways in which readers of office formats ask it.
struct MarkupElement {
    private let tree: MarkupTree
    private let index: Int

    /// Parses a part of a container.
    ///
    /// - Parameters:
    ///   - part: Its name, and `path` the container's: for the error.
    /// - Throws: ``IngestError``, `malformed`, where it is no XML.
    static func xml(_ bytes: [UInt8], part: String, path: String) throws(IngestError) -> MarkupElement {
        do {
            return MarkupElement(tree: try MarkupParser.parse(bytes, as: .xml), index: 0)
        } catch {
            let place = error.line.map { ", line \($0)" } ?? ""
            throw IngestError(.malformed, path: path, reason: "“\(part)”\(place): \(error.reason)")
        }
    }

    /// The local name.
    var name: String { tree[index].name }

    /// The value of an attribute, by its local name.
    subscript(attribute: String) -> String? { tree[index].attributes[attribute] }

    /// The elements directly inside.
    var elements: [MarkupElement] {
        tree[index].children.compactMap { tree[$0].isText ? nil : MarkupElement(tree: tree, index: $0) }
    }

    /// What stands directly inside, in order.
    enum Node {
        case element(MarkupElement)
        case text(String)
    }

    /// The elements and texts directly inside.
    var nodes: [Node] {
        tree[index].children.map { child in
            tree[child].isText ? .text(tree[child].text) : .element(MarkupElement(tree: tree, index: child))
        }
    }

    /// The elements of a name directly inside.
    func all(_ name: String) -> [MarkupElement] {
        tree.children(of: index, named: name).map { MarkupElement(tree: tree, index: $0) }
    }

    /// The first element of a name directly inside.
    func first(_ name: String) -> MarkupElement? {
        tree.child(of: index, named: name).map { MarkupElement(tree: tree, index: $0) }
    }

    /// Whether an element of a name stands anywhere inside.
    ///
    /// - Complexity: O(*n*) in the number of nodes inside.
    func contains(_ name: String) -> Bool {
        var stack = tree[index].children
        while let next = stack.popLast() {
            if tree[next].name == name { return true }
            stack += tree[next].children
        }
        return false
    }

    /// All characters inside.
    var text: String { tree.text(of: index) }

    /// The whole number in the attribute `val`.
    var number: Int? { self["val"].flatMap { Int($0) } }

    /// A switch of Office Open XML: `1`, `true` and `on` turn it on.
    func isOn(_ attribute: String, otherwise: Bool) -> Bool {
        guard let value = self[attribute] else { return otherwise }
        return ["1", "true", "on"].contains(value.lowercased())
    }

    /// Whether blanks at the ends of its text count.
    var isSpacePreserved: Bool { self["space"] == "preserve" }
}
