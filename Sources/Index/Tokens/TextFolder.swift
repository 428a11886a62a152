import Synchronization

/// Folds texts and queries to the form in which they are compared.
///
/// - Letter case, compatibility forms (full width, ㈠, Ⅲ), CJK radicals and Traditional characters are folded scalar by
///   scalar, so that every folded scalar has one printed scalar and a part of a text folds to a part of its folded form.
/// - Brackets (（）〔〕［］【】〖〗) become one pair, since scans and keyboards put one in place of the other.
/// - White space falls away; between two letters of a script that is written with spaces, a run of it becomes one space.
///
/// ```swift
/// try TextFolder.shared().fold("瀋政發［２０２６］ 1号").string   // "沈政发(2026)1号"
/// ```
public final class TextFolder: Sendable {
    private static let instance = Mutex<TextFolder?>(nil)

    /// The folder of this process; its table fills as scalars are met.
    ///
    /// - Throws: ``ArchiveError`` where ICU's data is missing.
    public static func shared() throws(ArchiveError) -> TextFolder {
        try instance.withLock { (slot) throws(ArchiveError) in
            if let folder = slot { return folder }
            let folder = try TextFolder()
            slot = folder
            return folder
        }
    }

    private let table: Mutex<FoldingTable>

    private init() throws(ArchiveError) {
        table = Mutex(try FoldingTable())
    }

    /// Folds a text.
    public func fold(_ text: String) -> FoldedText {
        table.withLock { table in
            var folded = FoldedText()
            folded.scalars.reserveCapacity(text.utf8.count / 3)
            folded.sources.reserveCapacity(text.utf8.count / 3)
            var spaceOffset: Int32?
            var offset: Int32 = 0
            for scalar in text.unicodeScalars {
                switch table.folding(of: scalar.value) {
                case .space:
                    spaceOffset = spaceOffset ?? offset
                case .nothing:
                    break
                case .one(let value):
                    folded.append(value, from: offset, space: spaceOffset, in: &table)
                    spaceOffset = nil
                case .many(let values):
                    for value in values {
                        folded.append(value, from: offset, space: spaceOffset, in: &table)
                        spaceOffset = nil
                    }
                }
                offset += 1
            }
            return folded
        }
    }

    /// The folded form of a text, as a string.
    public func key(_ text: String) -> String { fold(text).string }
}

extension FoldedText {
    fileprivate mutating func append(_ value: UInt32, from offset: Int32, space: Int32?, in table: inout FoldingTable) {
        if let space, let last = scalars.last, table.isSpacedLetter(last), table.isSpacedLetter(value) {
            scalars.append(0x20)
            sources.append(space)
        }
        scalars.append(value)
        sources.append(offset)
    }
}
