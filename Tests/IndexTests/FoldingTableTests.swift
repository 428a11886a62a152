import CICUShims
import Testing

@testable import Index

/// The table of foldings that is part of the program is what ICU says.
@Suite struct FoldingTableTests {
    private static let brackets: [UInt32: UInt32] = {
        var table: [UInt32: UInt32] = [:]
        for scalar in "([{〔【〖〘〚（［｛".unicodeScalars { table[scalar.value] = 0x28 }
        for scalar in ")]}〕】〗〙〛）］｝".unicodeScalars { table[scalar.value] = 0x29 }
        return table
    }()

    @Test func tableIsICU() throws {
        var status: Int32 = 0
        let opened = unsafe cicu_folder_open(&status)
        let folder = unsafe try #require(opened)
        defer { unsafe cicu_folder_close(folder) }
        var values = [UInt32](repeating: 0, count: 64)
        var different: [UInt32] = []
        for value in 1..<UInt32(0x11_0000) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            var expected: [UInt32] = []
            if let bracket = Self.brackets[value] {
                expected = [bracket]
            } else if cicu_is_white_space(value) == 0 {
                let count = unsafe cicu_folder_fold(folder, value, &values, 64, &status)
                expected = values.prefix(Int(count)).filter { $0 != 0x20 && $0 != 0 }.map { Self.brackets[$0] ?? $0 }
            }
            var found: [UInt32] = []
            NormalizationTable.shared.fold(String(Character(scalar))) { value, _, _, _ in found.append(value) }
            let wordClass = WordClass(rawValue: UInt8(cicu_word_class(value)))
            if found != expected || NormalizationTable.shared.wordClass(of: value) != wordClass {
                different.append(value)
            }
        }
        #expect(different.isEmpty, "run Tools/folding-table.sh")
    }

    @Test func nulFoldsToNothing() throws { #expect(try Normalizer.shared().key("a\0b") == "ab") }
}
