import Ingest

/// Holds what a page declares of its document (发文字号, 成文日期 …) against what the document says.
struct DeclarationFindings {
    let document: Document
    let record: DocumentRecord

    func findings(_ declared: [Declaration]) -> [Finding] {
        declared.compactMap { declaration in
            guard let printed = contradicted(by: declaration) else { return nil }
            return Finding(
                .warning, code: "declared-metadata-differs",
                message: "网页标注的\(name(declaration.field))「\(declaration.value.string)」与正文「\(printed)」不一致",
                document: record.id, span: declaration.value.span.map(SpanRecord.init))
        }
    }

    /// What the document says instead; nil where it says the same, or nothing.
    private func contradicted(by declaration: Declaration) -> String? {
        let value = declaration.value.scalars
        switch declaration.field {
        case .number:
            guard let own = document.number, own.value != DocumentNumber(line: value) else { return nil }
            return own.text.string
        case .date:
            guard let signed = record.signed, let date = Declaration.date(value), date.description != signed else {
                return nil
            }
            return signed
        case .title:
            let own = document.title.scalars.comparable
            let other = value.comparable
            // The title of the page may be that of the cover or of what it issues, or be cut short.
            guard !own.isEmpty, own.firstRange(of: other.string) == nil, other.firstRange(of: own.string) == nil,
                !record.attachments.contains(where: {
                    other.firstRange(of: Array($0.title.unicodeScalars).comparable.string) != nil
                })
            else { return nil }
            return document.title.string
        case .issuer:
            guard !record.issuers.isEmpty,
                !record.issuers.contains(where: { shares(Array($0.unicodeScalars), value) })
            else { return nil }
            return record.issuers.joined(separator: "、")
        // What the text says of its force outweighs the page in the record of validity.
        case .effective, .ended, .status: return nil
        }
    }

    /// Sites shorten names: 县政府办公室 for 某某县人民政府办公室.
    private func shares(_ name: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
        let letters = Set(name)
        return other.filter(\.isHan).allSatisfy(letters.contains) || Set(other).isSuperset(of: letters)
    }

    private func name(_ field: DeclaredField) -> String {
        switch field {
        case .number: "发文字号"
        case .date: "成文日期"
        case .title: "标题"
        case .issuer: "发文机关"
        case .effective: "施行日期"
        case .ended: "失效日期"
        case .status: "效力状态"
        }
    }
}
