extension Query {
    /// The names that fields ask for, by which others can be proposed.
    public var names: [(kind: SuggestionKind, name: String)] {
        switch self {
        case .field(let field, .equals(let name)):
            switch field {
            case .unit, .lead: [(.unit, name)]
            case .number, .cites, .repeals, .amends: [(.number, name)]
            case .title: [(.title, name)]
            case .issuer: [(.issuer, name)]
            case .indicator: [(.indicator, name)]
            default: []
            }
        case .boolean(let must, let should, _): (must + should).flatMap(\.names)
        case .boosted(let inner, _): inner.names
        case .phrase, .near, .wildcard, .field, .all: []
        }
    }
}
