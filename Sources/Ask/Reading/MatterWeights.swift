import Ingest
import Foundation
import Index

extension Matter {
    /// Gives each word a weight by how rare it is in an archive.
    mutating func weigh(by names: ArchiveNames) throws {
        try recut(by: names)
        try joinSingles(by: names)
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

    /// Cuts anew where the dictionary cut across words that the archive has: 掌上|办接|入 is 掌上办|接入.
    private mutating func recut(by names: ArchiveNames) throws {
        for index in words.indices.dropFirst().dropLast()
        where words[index].text.count == 2 && words[index].text.allSatisfy({ $0.unicodeScalars.allSatisfy(\.isHan) }) {
            let (left, word, right) = (words[index - 1], words[index], words[index + 1])
            guard left.range.upperBound == word.range.lowerBound, word.range.upperBound == right.range.lowerBound,
                try !names.has(word.text)
            else { continue }
            let (first, last) = (left.text + String(word.text.prefix(1)), String(word.text.suffix(1)) + right.text)
            guard try names.has(first), try names.has(last) else { continue }
            words[index - 1] = try Self.word(first, left.range.lowerBound..<word.range.lowerBound + 1, names)
            words[index + 1] = try Self.word(last, word.range.lowerBound + 1..<right.range.upperBound, names)
            words[index].text = ""
        }
        words.removeAll(where: \.text.isEmpty)
    }

    private static func word(_ text: String, _ range: Range<Int>, _ names: ArchiveNames) throws -> Word {
        Word(text: text, range: range, forms: [Array(try names.archive.key(text).utf8)], weight: 1)
    }

    /// Joins single characters with the word before them, or behind, where the archive has both together: 储备|期.
    private mutating func joinSingles(by names: ArchiveNames) throws {
        var index = 0
        while index < words.count {
            let word = words[index]
            guard word.text.unicodeScalars.count == 1, word.text.unicodeScalars.allSatisfy(\.isHan) else {
                index += 1
                continue
            }
            if index > 0, words[index - 1].range.upperBound == word.range.lowerBound,
                try join(index - 1, by: names)
            {
                continue
            }
            if index + 1 < words.count, word.range.upperBound == words[index + 1].range.lowerBound {
                _ = try join(index, by: names)
            }
            index += 1
        }
    }

    /// Makes a word and the next one word, where the archive has it.
    private mutating func join(_ index: Int, by names: ArchiveNames) throws -> Bool {
        let text = words[index].text + words[index + 1].text
        guard text.unicodeScalars.count <= 6, try names.has(text) else { return false }
        words[index] = try Self.word(
            text, words[index].range.lowerBound..<words[index + 1].range.upperBound, names)
        words.remove(at: index + 1)
        return true
    }
}
