import Foundation

/// An affine map of the plane, as `CTM` gives it: x′ = a·x + c·y + e, y′ = b·x + d·y + f.
struct OFDTransform: Equatable {
    var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0

    static let identity = OFDTransform()

    /// The map of an object: its own matrix, then to the upper left corner of its boundary.
    init(of element: MarkupElement) {
        if let values = element["CTM"].map(OFDNumbers.list), values.count == 6 {
            (a, b, c, d, e, f) = (values[0], values[1], values[2], values[3], values[4], values[5])
        }
        if let boundary = element["Boundary"].map(OFDNumbers.list), boundary.count >= 2 {
            e += boundary[0]
            f += boundary[1]
        }
    }

    /// The map of six numbers, as `CTM` and page descriptions have them.
    init(_ values: [Double]) {
        guard values.count == 6 else { return }
        (a, b, c, d, e, f) = (values[0], values[1], values[2], values[3], values[4], values[5])
    }

    private init() {}

    func callAsFunction(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// This map, and then another.
    func then(_ other: OFDTransform) -> OFDTransform {
        var result = OFDTransform()
        result.a = other.a * a + other.c * b
        result.b = other.b * a + other.d * b
        result.c = other.a * c + other.c * d
        result.d = other.b * c + other.d * d
        (result.e, result.f) = other(e, f)
        return result
    }

    /// How much longer lengths along x become.
    var widthScale: Double { (a * a + b * b).squareRoot() }
    /// How much longer lengths along y become.
    var heightScale: Double { (c * c + d * d).squareRoot() }

    /// The way in which a line along a vector runs on the page; nil where it runs aslant by more than ten degrees.
    func direction(along x: Double, _ y: Double) -> Glyph.Direction? {
        let angle = atan2(b * x + d * y, a * x + c * y) * 180 / .pi
        guard angle.isFinite else { return nil }
        let quarter = (angle / 90).rounded()
        guard abs(angle - quarter * 90) <= 10 else { return nil }
        return Glyph.Direction(rawValue: (Int(quarter) + 4) % 4)
    }
}

/// Numbers in attributes: `ST_Array`, and the steps of characters.
enum OFDNumbers {
    /// Numbers between blanks; what is none is left out.
    static func list(_ text: String) -> [Double] {
        text.split { $0.isWhitespace || $0 == "," }.compactMap { Double($0) }.filter(\.isFinite)
    }

    /// The steps between characters (`DeltaX`, `DeltaY`): `g n v` stands for n times v.
    ///
    /// - Parameter count: How many are needed at most.
    static func steps(_ text: String, count: Int) -> [Double] {
        var steps: [Double] = []
        var words = text.split { $0.isWhitespace || $0 == "," }.makeIterator()
        while steps.count < count, let word = words.next() {
            if word == "g" || word == "G" {
                guard let times = words.next().flatMap({ Int($0) }), let step = words.next().flatMap({ Double($0) })
                else {
                    break
                }
                steps += [Double](repeating: step, count: max(0, min(times, count - steps.count)))
            } else if let step = Double(word) {
                steps.append(step)
            }
        }
        return steps.filter(\.isFinite)
    }
}
