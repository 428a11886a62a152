import CICUShims

/// Gives Han characters the one form in which texts are read: Simplified for Traditional, ideographs for radicals and
/// for compatibility ideographs.
///
/// Grammars and word lists know one script; a gazette of any region, or a text layer with Kangxi radicals, is folded to
/// it before it is read. Folding goes character by character, so that offsets and places stay as they are, and
/// ``MappedText`` keeps what was printed. The table is asked of ICU once, when a text is met that needs it.
public enum HanFolding {
    /// The folded form of a character; itself where it has none.
    public static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar { table[scalar] ?? scalar }

    /// The folded form of a text.
    public static func fold(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] { scalars.map(fold) }

    /// Whether the lines of a source have anything to fold.
    ///
    /// Simplified text needs no folding: the table, which takes some 40 ms to make, is only made for a text that has
    /// characters which tell of another form.
    static func isNeeded(_ lines: [SourceLine]) -> Bool {
        lines.contains { $0.text.contains(where: isTelling) }
    }

    /// Returns a line in folded form, with what was printed.
    static func folded(_ line: SourceLine) -> SourceLine {
        let folded = fold(line.scalars)
        return folded == line.scalars ? line : line.folded(to: folded)
    }

    /// Returns a table with its cells in folded form, with what was printed.
    static func folded(_ table: Table) -> Table {
        var table = table
        for row in table.rows.indices {
            for column in table.rows[row].indices {
                let text = table.rows[row][column].text
                let form = fold(text.scalars)
                if form != text.scalars {
                    table.rows[row][column].text = MappedText(scalars: form, printed: text.printed, places: text.places)
                }
            }
        }
        return table
    }

    /// Whether a character shows that its text is in Traditional script or holds radicals.
    private static func isTelling(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x2E80 else { return false }
        if scalar.value <= 0x2FD5 || (0xF900...0xFAFF).contains(scalar.value) { return true }
        return telling[scalar] != nil
    }

    /// Traditional characters that hardly a sentence of an official document can do without.
    private static let telling = ScalarMap(
        Dictionary(
            uniqueKeysWithValues:
                "國發號條會關於業區務實機這為長門處規時縣應對開產經設員現學過電書與據資辦報們個義證議責單訂點無東認還進選黨運達遠鄉鎮項則權總統執題級結給織編練線網縮續約終組細紀類".unicodeScalars
                .map { ($0, true) }))

    private static let table: ScalarMap<Unicode.Scalar> = {
        var status: Int32 = 0
        guard let folder = unsafe cicu_folder_open(&status) else { return ScalarMap([:]) }
        defer { unsafe cicu_folder_close(folder) }
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for range: ClosedRange<UInt32> in [0x2E80...0x2FD5, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF] {
            for value in range {
                var folded = [UInt32](repeating: 0, count: 4)
                guard let scalar = Unicode.Scalar(value),
                    unsafe cicu_folder_fold(folder, value, &folded, 4, &status) == 1,
                    let form = Unicode.Scalar(folded[0]), form != scalar, form.isHan
                else { continue }
                table[scalar] = form
            }
        }
        return ScalarMap(table)
    }()
}
