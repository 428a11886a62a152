public import Foundation

/// Where the project's files are, for tests that read the corpus.
public enum Repository {
    /// The root of the checkout.
    public static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    /// The gazettes that come with the project.
    public static let corpus = root.appending(path: "corpus")
}
