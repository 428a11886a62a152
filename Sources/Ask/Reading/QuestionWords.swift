import Index
import Ingest

/// Where the words of a question begin and end, by ICU's dictionary.
struct QuestionWords {
    let text: QuestionText
    /// The offsets of breaks, in scalars, 0 and the end included.
    let breaks: [Int]
    private let isBreak: [Bool]

    init(_ text: QuestionText, archive: Archive) throws {
        self.text = text
        let key = text.key(0..<text.folded.count)
        let ends = Set(try archive.wordEnds(of: key))
        var breaks = [0]
        var isBreak = Array(repeating: false, count: text.folded.count + 1)
        isBreak[0] = true
        isBreak[text.folded.count] = true
        var units = 0
        for (index, scalar) in text.folded.enumerated() {
            units += scalar.value > 0xFFFF ? 2 : 1
            if ends.contains(units) || index + 1 == text.folded.count {
                isBreak[index + 1] = true
                breaks.append(index + 1)
            }
        }
        self.breaks = breaks
        self.isBreak = isBreak
    }

    /// Returns whether a word ends or begins at an offset.
    func isBreak(_ offset: Int) -> Bool { isBreak[offset] }

    /// Returns the words in a range, those cut by its ends included as far as they are in it.
    func words(in range: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = range.lowerBound
        for end in range where isBreak[end + 1] || end + 1 == range.upperBound {
            let word = start..<end + 1
            if text.folded[word].contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) {
                words.append(word)
            }
            start = end + 1
        }
        return joined(words)
    }

    /// Single characters side by side are one word that the dictionary doesn't know: 登|月.
    private func joined(_ words: [Range<Int>]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        var isOpen = false
        for word in words {
            let isSingle = word.count == 1 && text.folded[word.lowerBound].isHan
            if isSingle, isOpen, let last = joined.last, last.upperBound == word.lowerBound {
                joined[joined.count - 1] = last.lowerBound..<word.upperBound
            } else {
                joined.append(word)
            }
            isOpen = isSingle
        }
        return joined
    }
}
