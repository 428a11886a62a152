extension ProgramRunner.Outcome {
    /// What hindered a program from finishing; nil where it finished, whatever its status.
    func error(of program: String, package: String, path: String) -> IngestError? {
        switch self {
        case .finished: nil
        case .missing:
            IngestError(
                .needsTool, path: path,
                reason: "\(program) is needed to read it and was not found: apt install \(package)")
        case .tookTooLong: IngestError(.malformed, path: path, reason: "\(program) took too long over it")
        case .wroteTooMuch: IngestError(.tooLarge, path: path, reason: "\(program) makes more of it than can be read")
        case .crashed(let signal):
            IngestError(
                .malformed, path: path, reason: "is damaged, or too large: \(program) was ended by signal \(signal)")
        }
    }
}
