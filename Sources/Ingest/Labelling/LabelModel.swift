private import CLabelWeights

/// The weights by which lines are labelled: what each feature says for a label, and each label for the next.
///
/// They stand in `labels.weights`, a table that people read and set.
struct LabelModel: Sendable {
    private var emission: [Double]
    private var transition: [Double]

    private static let labels = LineLabel.allCases.count
    private static let features = LineFeature.allCases.count

    /// The model of this build.
    static let standard = LabelModel(table: standardTable)

    /// The table of this build.
    static var standardTable: String {
        let bytes = unsafe UnsafeBufferPointer(start: clabelweights_bytes, count: Int(clabelweights_count))
        return unsafe String(decoding: bytes, as: UTF8.self)
    }

    /// Reads a table: `[label]` opens the features of a label, `[succession]` the pairs of labels; `#` opens a remark.
    init(table: String) {
        emission = Array(repeating: 0, count: Self.labels * Self.features)
        transition = Array(repeating: 0, count: Self.labels * Self.labels)
        var label: LineLabel?
        for line in table.split(separator: "\n") {
            let words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
            guard let first = words.first else { continue }
            if first.hasPrefix("[") {
                label = LineLabel.named[String(first.dropFirst().dropLast())]
            } else if let label, words.count == 2, let feature = LineFeature.named[first], let value = Double(words[1])
            {
                emission[label.rawValue * Self.features + feature.rawValue] = value
            } else if words.count == 3, let from = LineLabel.named[first], let to = LineLabel.named[words[1]],
                let value = Double(words[2])
            {
                transition[from.rawValue * Self.labels + to.rawValue] = value
            }
        }
    }

    /// The names in a table that are none of a label or a feature, and the lines that are no entry.
    static func faults(in table: String) -> [String] {
        var inSuccession = false
        return table.split(separator: "\n").compactMap { line in
            let words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
            guard let first = words.first else { return nil }
            if first.hasPrefix("[") {
                let name = String(first.dropFirst().dropLast())
                inSuccession = name == "succession"
                return inSuccession || LineLabel.named[name] != nil ? nil : String(line)
            }
            let names =
                inSuccession
                ? words.dropLast().allSatisfy { LineLabel.named[$0] != nil } : LineFeature.named[first] != nil
            return names && words.count == (inSuccession ? 3 : 2) && words.last.flatMap(Double.init) != nil
                ? nil : String(line)
        }
    }

    func weight(_ feature: LineFeature, for label: LineLabel) -> Double {
        emission[label.rawValue * Self.features + feature.rawValue]
    }

    func weight(from: LineLabel, to: LineLabel) -> Double { transition[from.rawValue * Self.labels + to.rawValue] }

    /// The sum of the weights of a set of features.
    func score(_ set: FeatureSet, for label: LineLabel) -> Double {
        var bits = set.bits
        var sum = 0.0
        let base = label.rawValue * Self.features
        while bits != 0 {
            sum += emission[base + bits.trailingZeroBitCount]
            bits &= bits - 1
        }
        return sum
    }
}
