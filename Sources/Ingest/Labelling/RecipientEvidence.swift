/// Measures how well a run of lines reads as the addressees (主送机关) of a document.
struct RecipientEvidence {
    let table: LineTable

    static let longestRun = 5

    /// The features of a run; nil where it can't be addressees: they end in a colon, hold no sentence and no label.
    func features(of run: ClosedRange<Int>) -> FeatureSet? {
        for position in run {
            guard table.role(position) == .body else { return nil }
            let line = table.line(position).squashed
            if line.begins(with: "各位") || line.begins(with: "同志们") { return nil }
            let endsInColon = line.last == "：" || line.last == ":"
            if endsInColon != (position == run.upperBound) { return nil }
            if line.contains("。") || (Label.scan(line) != nil && !endsInColon) { return nil }
        }
        let last = table.line(run.upperBound).squashed
        if isSentence(last) { return nil }
        let text = run.flatMap { table.line($0).squashed }
        var set = FeatureSet(.bias)
        set.insert(.severalAddressees, if: text.contains { "、，,".unicodeScalars.contains($0) })
        set.insert(.sentenceLike, if: AddresseeWords.verbs.occurs(in: text) || DocumentNumber.find(in: text).count > 0)
        set.insert(.siteField, if: SitePage.isFieldName(text))
        set.insert(.opensWithLabel, if: Label.scan(table.line(run.lowerBound).text) != nil)
        set.insert(.beforeText, if: table.role(run.upperBound + 1) == .body)
        let names = text.dropLast().split { "、，,；;".unicodeScalars.contains($0) }
        set.insert(
            .namesAddressee, if: names.contains { AgencyNames.endsLikeAgency($0) || AddresseeWords.ends.ends($0) })
        return set
    }

    /// Whether a line that ends with a colon leads into the text, rather than names addressees.
    private func isSentence(_ line: [Unicode.Scalar]) -> Bool {
        if line.contains(where: { "。；《".unicodeScalars.contains($0) }) || line.contains("如下") { return true }
        return ["附件", "为", "根据", "按照", "现", "经", "一、"].contains { line.begins(with: $0) }
    }
}

/// Words of addressees, and those that no list of addressees holds.
enum AddresseeWords {
    /// How addressees end that are no public body by their name.
    static let ends: WordList = [
        "单位", "部门", "机构", "企业", "同志", "先生", "女士", "代表", "委员", "公民", "群众", "人员", "当事人", "学校", "街道", "乡镇", "镇街", "园区",
        "直属", "部委", "军队", "个人",
    ]
    /// What a sentence says that leads into the text.
    static let verbs: WordList = [
        "决定", "修改", "下列", "以下", "作出", "通过", "批准", "规定", "发布", "公布", "印发", "认为", "指出", "要求", "提出",
    ]
}
