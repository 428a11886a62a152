/// A parsed XML or HTML document: elements and texts in document order, each knowing its parent.
///
/// Nodes are numbers into one array, so that no depth of nesting costs stack.
struct MarkupTree: Sendable {
    /// An element, or a text where the name is empty.
    struct Node: Sendable {
        /// The local name, in lower case for HTML; empty for a text.
        var name: String
        /// The characters of a text; empty for an element.
        var text: String
        var attributes: [String: String]
        var parent: Int
        var children: [Int] = []

        var isText: Bool { name.isEmpty }
    }

    /// In document order; the first is the root element.
    private(set) var nodes: [Node] = []

    subscript(index: Int) -> Node { nodes[index] }

    /// The children of a node that are elements of a name.
    func children(of index: Int, named name: String) -> [Int] {
        nodes[index].children.filter { nodes[$0].name == name }
    }

    func child(of index: Int, named name: String) -> Int? {
        nodes[index].children.first { nodes[$0].name == name }
    }

    /// All elements of a name below a node, in document order.
    func descendants(of index: Int, named name: String) -> [Int] {
        var found: [Int] = []
        var stack = Array(nodes[index].children.reversed())
        while let next = stack.popLast() {
            if nodes[next].name == name { found.append(next) }
            stack += nodes[next].children.reversed()
        }
        return found
    }

    /// The characters of a node and of all below it.
    func text(of index: Int) -> String {
        var text = nodes[index].text
        var stack = Array(nodes[index].children.reversed())
        while let next = stack.popLast() {
            text += nodes[next].text
            stack += nodes[next].children.reversed()
        }
        return text
    }

    mutating func append(_ node: Node) -> Int {
        let index = nodes.count
        nodes.append(node)
        if node.parent >= 0 { nodes[node.parent].children.append(index) }
        return index
    }
}
