import ArgumentParser
import Foundation
import Index

/// The exit statuses of the command.
enum Status {
    static let nothingFound = ExitCode(1)
    static let usage = ExitCode(2)
    static let failure = ExitCode(3)
    /// `ask`: what was found is likely, and no more.
    static let likely = ExitCode(4)
}

/// Turns errors into messages and exit statuses.
enum Failure {
    static func exit(_ error: any Error) -> Never {
        switch error {
        case let error as ArchiveError:
            Terminal.complain("error: \(text(of: error))")
            leave(Status.failure.rawValue)
        case let error as ExitCode:
            leave(error.rawValue)
        default:
            let code = Gongbao.exitCode(for: error)
            let message = Gongbao.fullMessage(for: error)
            if code == .success { Terminal.print(message) } else { Terminal.complain(message) }
            leave(code == .success ? 0 : code == .validationFailure ? 2 : Status.failure.rawValue)
        }
    }

    private static func leave(_ status: Int32) -> Never {
        Terminal.flush()
        Foundation.exit(status)
    }

    static func text(of error: ArchiveError) -> String {
        let path = error.path ?? "the archive"
        let text =
            switch error.code {
            case .notFound: "there is no archive at \(path); `gongbao ingest` makes one"
            case .notAnArchive: "\(path) is not an archive"
            case .unsupportedVersion:
                "\(path) was written by another version of gongbao; `gongbao upgrade` takes up an earlier one"
            case .locked: "another process is writing to the archive (\(path))"
            case .readOnly: "\(path) was opened for reading only"
            case .icu: "ICU could not be used"
            default: "\(path) could not be used"
            }
        return error.cause.map { "\(text): \($0)" } ?? text
    }

    /// The message for a query that can't be read, with the query and a mark under the place.
    static func text(of error: QuerySyntaxError, in query: String) -> String {
        let before = query.prefix(error.offset)
        let width = before.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
        return """
            error: \(text(of: error.problem)) (character \(error.offset + 1))
              \(query)
              \(String(repeating: " ", count: width))^
            """
    }

    static func text(of error: SearchCursorError) -> String {
        switch error.problem {
        case .unreadable: "error: this cursor was not given by gongbao"
        case .outdated: "error: the archive has changed since this cursor was given; search anew"
        case .otherOrder: "error: this cursor was given for another order of hits"
        }
    }

    private static func text(of problem: QuerySyntaxError.Problem) -> String {
        switch problem {
        case .empty: "the query is empty"
        case .unclosedQuote: "this quotation mark is never closed"
        case .unclosedBracket: "this bracket is never closed"
        case .unopenedBracket: "this bracket was never opened"
        case .missingTerm: "a term is missing here"
        case .unknownField(let name):
            "there is no field \(name); fields are \(QueryField.allCases.map(\.rawValue).joined(separator: ", "))"
        case .badValue(.type, let value):
            "there is no type \(value); types are \(PassageType.allCases.map(\.rawValue).joined(separator: ", "))"
        case .badValue(.role, let value):
            "there is no role \(value); roles are lead (牵头), responsible (负责), support (配合), implement (落实)"
        case .badValue(.status, let value):
            "there is no status \(value); they are \(DocumentStatus.allCases.map(\.rawValue).joined(separator: ", "))"
        case .badValue(let field, let value) where [.signed, .due, .effective].contains(field):
            "\(field.rawValue): takes dates such as 2019, 2019-06 or 2019-06-30, not \(value)"
        case .badValue(let field, let value): "\(field.rawValue): takes no value such as \(value)"
        case .noRange(let field): "\(field.rawValue): has no order, so that it takes no range"
        case .badRange: "a range is written [a TO b]"
        case .missingNumber: "a number is missing here"
        case .blankPhrase: "there is nothing to search for in this text"
        case .tooDeep: "brackets stand in brackets too deep"
        }
    }
}
