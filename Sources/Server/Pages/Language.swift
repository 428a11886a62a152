/// The languages that pages are written in.
enum Language: String, Sendable {
    case chinese = "zh-CN"
    case english = "en"

    /// The text in this language.
    func callAsFunction(_ chinese: String, _ english: String) -> String { self == .english ? english : chinese }
}
