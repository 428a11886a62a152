import Ingest

/// The places with which a name begins, widest first: 某省, 某市, 某区 of 某省某市某区人民政府.
struct PlaceChain: Equatable {
    /// One place and its kind: 区 of 某某区, 自治州 of 某某自治州.
    struct Step: Equatable {
        var name: String
        var mark: String
    }
    var steps: [Step] = []
    /// Where the places end.
    var end = 0

    init(_ text: [Unicode.Scalar]) {
        while let step = Self.step(text, at: end) {
            steps.append(Step(name: text[end..<step.end].string, mark: step.mark))
            end = step.end
        }
    }

    /// The name of the last place, with that of the city or prefecture above a county: 某市某区.
    var placeName: String? { steps.indices.last.map { name(of: $0) } }

    func name(of index: Int) -> String {
        let above = steps[..<index].last { Self.qualifies($0.mark) }
        let isCounty = ["区", "县", "旗", "镇", "乡", "自治县", "自治旗"].contains(steps[index].mark)
        return (isCounty ? above?.name ?? "" : "") + steps[index].name
    }

    private static func qualifies(_ mark: String) -> Bool { ["市", "州", "盟", "自治州"].contains(mark) }

    private static let longest = 6
    private static let longestAutonomous = 14
    private static let kinds = Array("省市区县州盟旗镇乡".unicodeScalars)

    private static func step(_ text: [Unicode.Scalar], at start: Int) -> (end: Int, mark: String)? {
        guard start < text.count else { return nil }
        let rest = Array(text[start...])
        guard !UnitWords.aloneBegins.begins(rest), UnitName.jurisdiction(of: rest) == nil else { return nil }
        for mark in ["自治区", "自治州", "自治县", "自治旗"] {
            if let found = rest.prefix(longestAutonomous).firstRange(of: mark), found.lowerBound >= 2,
                rest[..<found.lowerBound].allSatisfy(\.isHan),
                !rest[..<found.lowerBound].contains(where: kinds.contains)
            {
                return (start + found.upperBound, mark)
            }
        }
        for index in rest.indices.dropFirst().prefix(longest) where kinds.contains(rest[index]) {
            let place = rest[...index]
            guard place.allSatisfy(\.isHan), index > 1 || rest[index] == "县", !UnitName.isCommonNoun(place),
                !UnitWords.noJurisdictions.begins(rest[index...]), !UnitWords.sentenceWords.occurs(in: place)
            else { continue }
            return (start + index + 1, String(rest[index]))
        }
        return nil
    }
}
