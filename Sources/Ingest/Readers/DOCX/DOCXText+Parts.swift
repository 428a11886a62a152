/// Text that stands in parts of its own.
extension DOCXText {
    /// The header of the first page: what GB/T 9704 prints at the head of a document is of it, the rest is furniture.
    mutating func header() -> [FlowLine] {
        let section = Self.firstSection(package.document)
        let references = section?.all("headerReference") ?? []
        let kind = section?.first("titlePg").map { $0.isOn("val", otherwise: true) } ?? false ? "first" : "default"
        guard let reference = references.first(where: { $0["type"] ?? "default" == kind }),
            let part = try? package.tree(reference["id"])
        else { return [] }
        return blocks(part).filter { !$0.isBlank }.map { line in
            var line = line
            if line.row != nil || !HeadMarks.isMark(line.scalars.filter { !$0.isBlank }) {
                line.furniture = .runningHead
            }
            line.page = 1
            return line
        }
    }

    /// The properties of the first section: those of a paragraph, or of the body where it has but one.
    private static func firstSection(_ document: MarkupElement) -> MarkupElement? {
        let body = document.first("body") ?? document
        for element in body.elements {
            if element.name == "p", let section = element.first("pPr")?.first("sectPr") { return section }
            if element.name == "sectPr" { return element }
        }
        return nil
    }

    /// The lines of a chunk: another file that stands at this place of the document.
    mutating func chunk(_ element: MarkupElement) -> [FlowLine] {
        guard depth > 0 else { return [] }
        do throws(IngestError) {
            guard let bytes = try package.bytes(element["id"]) else { return [] }
            var found = try EmbeddedText.lines(of: bytes, path: "chunk", depth: depth - 1)
            let tables = (found.compactMap(\.row?.table).max() ?? -1) + 1
            for index in found.indices {
                found[index].page = page
                if let table = found[index].row?.table { found[index].row?.table = tableCount + 1 + table }
            }
            tableCount += tables + 1
            return found
        } catch {
            damage = damage ?? error
            return []
        }
    }
}

/// What stands at the head of the first page of an official document, each alone on its line (GB/T 9704-2012, 7.2).
enum HeadMarks {
    /// Whether a text is 份号, 密级和保密期限, 紧急程度 or 发文机关标志.
    static func isMark(_ text: [Unicode.Scalar]) -> Bool {
        if text.count == 6, text.allSatisfy({ $0.decimalDigit != nil }) { return true }
        if ["特急", "加急", "平急", "特提"].contains(where: { text.elementsEqual($0.unicodeScalars) }) { return true }
        if ["绝密", "机密", "秘密"].contains(where: { text.begins(with: $0) }), text.count <= 12 { return true }
        return text.count <= 40 && text.ends(with: "文件") && AgencyNames.endsLikeAgency(Array(text.dropLast(2)))
    }
}

/// Letterheads whose 「文件」 is set in a box beside the names of several agencies.
enum LetterheadBoxes {
    /// Puts 「文件」 behind the last of the names above it.
    static func join(_ lines: inout [FlowLine]) {
        guard
            let box = lines.prefix(30).firstIndex(where: {
                $0.row == nil && $0.scalars.filter { !$0.isBlank }.elementsEqual("文件".unicodeScalars)
            })
        else { return }
        let name = lines[..<box].lastIndex { line in
            line.row == nil && AgencyNames.endsLikeAgency(line.scalars.filter { !$0.isBlank })
        }
        guard let name, box - name <= 6 else { return }
        lines[name].scalars = lines[name].scalars.trimmed + Array("文件".unicodeScalars)
        lines.remove(at: box)
    }
}
