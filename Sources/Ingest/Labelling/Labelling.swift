/// The runs of a file with their labels.
struct Labelling {
    struct Run {
        var range: Range<Int>
        var label: LineLabel
        var zone: LineZone
        /// Whether a document begins with it.
        var beginsDocument: Bool
        var score: Double
        var features: FeatureSet
        /// The next best label, and by how much it is worse; nil where none other may stand there.
        var rival: LineLabel?
        var margin: Double?
    }

    /// A document: its lines, and what each is.
    struct Part {
        var range: Range<Int>
        var marks: [LineMark]
    }

    var runs: [Run]
    let model: LabelModel

    /// The documents, in order.
    var documents: [Part] {
        var parts: [Part] = []
        for run in runs {
            switch run.zone {
            case .page, .foot, .imprint: continue
            case .above, .head, .text: break
            }
            if run.beginsDocument || parts.isEmpty {
                parts.append(Part(range: run.range.lowerBound..<run.range.lowerBound, marks: []))
            }
            let mark = run.label.mark
            parts[parts.count - 1].marks += run.range.map { _ in mark }
            parts[parts.count - 1].range = parts[parts.count - 1].range.lowerBound..<run.range.upperBound
        }
        return parts
    }

    /// What stands around documents, by position.
    var furniture: [Int: Furniture] {
        var found: [Int: Furniture] = [:]
        for run in runs {
            guard run.zone == .page || run.zone == .foot || run.zone == .imprint,
                case .furniture(let furniture) = run.label.mark
            else { continue }
            for position in run.range { found[position] = furniture }
        }
        return found
    }

    /// The decisions as they are shown, with the numbers of the lines of the file.
    func decisions(_ table: LineTable) -> [LineDecision] {
        runs.map { run in
            LineDecision(
                lines: table.line(run.range.lowerBound).number...table.line(run.range.upperBound - 1).number,
                label: run.label.name, zone: "\(run.zone)", score: run.score, rival: run.rival?.name,
                margin: run.margin,
                reasons: run.features.features.map { ($0.name, model.weight($0, for: run.label)) }
                    .filter { $0.1 != 0 }.map { LineDecision.Reason(feature: $0.0, weight: $0.1) })
        }
    }
}
