import HTTPTypes
import Index

/// Tells what is wrong with a query.
enum QueryProblem {
    static func of(_ error: QuerySyntaxError, parameter: String = "q") -> Problem {
        Problem(
            .badRequest, "query", "The query can't be read.", detail: text(of: error.problem), parameter: parameter,
            offset: error.offset)
    }

    static func of(_ error: SearchCursorError) -> Problem {
        let detail =
            switch error.problem {
            case .unreadable: "it was not given by this service"
            case .outdated: "the archive has changed since it was given; search anew"
            case .otherOrder: "it was given for another order"
            }
        return Problem.bad("after", detail)
    }

    private static func text(of problem: QuerySyntaxError.Problem) -> String {
        switch problem {
        case .empty: "nothing is asked"
        case .unclosedQuote: "this quotation mark is never closed"
        case .unclosedBracket: "this bracket is never closed"
        case .unopenedBracket: "this bracket was never opened"
        case .missingTerm: "a term is missing here"
        case .unknownField(let name):
            "there is no field \(name); fields are \(QueryField.allCases.map(\.rawValue).joined(separator: ", "))"
        case .badValue(let field, let value): "\(field.rawValue): takes no value such as \(value)"
        case .noRange(let field): "\(field.rawValue): has no order, so that it takes no range"
        default: "this can't be read"
        }
    }
}
