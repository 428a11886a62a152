import Ingest

/// Numbers of labels.
enum LabelNumber {
    /// 53, 五十三; nil for what is none.
    static func value(_ text: String) -> Int? { Numeral.value(of: Array(text.unicodeScalars)) }
}
