import Ingest

extension Clauses {
    /// Who interprets the document: 由市财政局会同有关部门负责解释, 解释权归市政府.
    var interpreter: String? {
        if let word = ValidityLexicon.interpretationOf.first(text, in: sentence) {
            return name(word.upperBound..<clauseEnd(from: word.upperBound))
        }
        var search = sentence
        while let word = ValidityLexicon.interprets.first(text, in: search) {
            search = word.upperBound..<sentence.upperBound
            guard word.upperBound >= sentence.upperBound || closesInterpretation(at: word.upperBound) else { continue }
            let lead = clauseStart(before: word.lowerBound)..<word.lowerBound
            if let by = text[lead].firstIndex(of: "由") {
                if let name = name(by + 1..<word.lowerBound) { return name }
            } else if text.has("负责", at: word.lowerBound) || text.has("負責", at: word.lowerBound) {
                // 市财政局负责本办法的解释: an office as the subject.
                let office = text[lead].filter { !$0.isBlank }
                if UnitName.endsAsOffice(Array(office)), let name = name(lead) { return name }
            }
        }
        return nil
    }

    /// Whether 解释 is the end of its clause: 解释宣传 and 解释工作 are work, 负责解释 and 解释工作由…承担 are not.
    private func closesInterpretation(at index: Int) -> Bool {
        let next = skipBlanks(index)
        guard next < sentence.upperBound else { return true }
        return text[next].isComma || text[next] == "）" || text[next] == "并" || text[next] == "、"
            || text[next] == "和" || text[next] == "与" || text[next] == "本" || text.has("及修订", at: next)
    }

    private func name(_ range: Range<Int>) -> String? {
        var range = range
        // 由市政府授权市财政局: the one that is given the task.
        if let given = text[range].firstRange(of: "授权") ?? text[range].firstRange(of: "授權"),
            given.upperBound < range.upperBound, given.lowerBound > range.lowerBound
        {
            range = given.upperBound..<range.upperBound
        }
        var isCut = true
        while isCut {
            isCut = false
            for word in ValidityLexicon.manner where text[range].ends(with: word) {
                range = range.lowerBound..<range.upperBound - word.unicodeScalars.count
                isCut = true
            }
        }
        let name = text.compact(range)
        return (2...80).contains(name.unicodeScalars.count) ? name : nil
    }
}
