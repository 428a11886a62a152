/// The straight level and upright lines of a path (`AbbreviatedData`).
struct OFDPath {
    private(set) var rules: [Rule] = []
    private var low = (x: Double.infinity, y: Double.infinity)
    private var high = (x: -Double.infinity, y: -Double.infinity)

    /// Whether it is so thin that it prints as a line; in millimetres.
    var isThin: Bool { min(high.x - low.x, high.y - low.y) <= 1 }

    /// - Parameter data: Operators and coordinates: `S`, `M` and `L` with a point, `Q`, `B`, `A` curves, `C` closes.
    init(_ data: String, _ map: OFDTransform) {
        var words = data.split { $0.isWhitespace || $0 == "," }.makeIterator()
        var start: (x: Double, y: Double)?
        var current: (x: Double, y: Double)?
        func point(after skipped: Int) -> (x: Double, y: Double)? {
            for _ in 0..<skipped { _ = words.next() }
            guard let x = words.next().flatMap({ Double($0) }), let y = words.next().flatMap({ Double($0) }) else {
                return nil
            }
            let place = map(x, y)
            return place.x.isFinite && place.y.isFinite ? place : nil
        }
        while let word = words.next() {
            switch word {
            case "S", "M":
                start = point(after: 0)
                current = start
            case "L":
                let next = point(after: 0)
                if let from = current, let next { add(from, next) }
                current = next
            case "Q": current = point(after: 2)
            case "B": current = point(after: 4)
            case "A": current = point(after: 5)
            case "C":
                if let from = current, let start { add(from, start) }
                current = start
            default: continue
            }
        }
    }

    private mutating func add(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double)) {
        low = (min(low.x, from.x, to.x), min(low.y, from.y, to.y))
        high = (max(high.x, from.x, to.x), max(high.y, from.y, to.y))
        let width = abs(from.x - to.x)
        let height = abs(from.y - to.y)
        if height <= 0.2, width > 1 {
            rules.append(
                Rule(axis: .level, position: (from.y + to.y) / 2, start: min(from.x, to.x), end: max(from.x, to.x)))
        } else if width <= 0.2, height > 1 {
            rules.append(
                Rule(axis: .upright, position: (from.x + to.x) / 2, start: min(from.y, to.y), end: max(from.y, to.y)))
        }
    }
}
