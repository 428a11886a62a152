import Ingest
import Foundation

extension Matter {
    /// Gives each word a weight by how rare it is in an archive.
    mutating func weigh(by names: ArchiveNames) throws {
        let weak = MatterWords.weak
        for index in words.indices {
            let word = words[index]
            let length = word.text.unicodeScalars.count
            if weak.contains(word.text) {
                words[index].weight = 0.15
                continue
            }
            var count = 0
            for form in word.forms { count += try names.frequency(of: String(decoding: form, as: UTF8.self)) }
            words[index].isAbsent = count == 0
            let rarity = min(1, 0.4 + 1 / log2(Double(count) + 2))
            words[index].weight = length == 1 && word.text.unicodeScalars.allSatisfy(\.isHan) ? 0.3 * rarity : rarity
        }
    }
}
