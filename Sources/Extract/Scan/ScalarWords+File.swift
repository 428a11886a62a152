import Ingest

extension ScalarWords {
    /// The words of a word list.
    init(file: String) { self.init(LexiconFile(file).words.joined(separator: " ")) }
}
