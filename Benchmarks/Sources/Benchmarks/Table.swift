import Foundation

/// A table of measurements, a text a row, in Markdown.
struct Table {
    /// The heads of the columns behind the text and its size.
    var columns: [String]

    /// Prints each row as soon as it is measured, also into a pipe.
    func print(_ inputs: [Input], _ measure: (Input) throws -> [String]) throws {
        Self.write((["text", "MB"] + columns).joined(separator: " | "))
        Self.write("---|" + repeatElement("--:", count: columns.count + 1).joined(separator: "|"))
        for input in inputs {
            Self.write(([input.name, decimal(input.megabytes, 2)] + (try measure(input))).joined(separator: " | "))
        }
        FileHandle.standardOutput.write(Data("\n".utf8))
    }

    private static func write(_ row: String) { FileHandle.standardOutput.write(Data("| \(row) |\n".utf8)) }
}

func decimal(_ value: Double, _ places: Int) -> String { String(format: "%.\(places)f", value) }

func check(_ isRight: Bool, _ input: Input, _ answer: String) throws {
    guard isRight else { throw WrongAnswer(description: "\(input.name): \(answer)") }
}
