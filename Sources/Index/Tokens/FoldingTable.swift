import CICUShims

/// What one scalar folds to.
enum Folding {
    case nothing
    case space
    case one(UInt32)
    case many([UInt32])
}

/// The foldings of all scalars, asked of ICU a page of 256 at a time as they are met.
struct FoldingTable: ~Copyable {
    private let handle: FolderHandle
    private var pages: [UInt32: [Folding]] = [:]
    private var han: [Folding]
    private var spacedLetters: [UInt32: Bool] = [:]

    private static let hanPages: Range<UInt32> = 0x4E..<0xA0

    init() throws(ArchiveError) {
        handle = try FolderHandle()
        han = []
        for page in Self.hanPages { han += handle.page(page) }
    }

    mutating func folding(of scalar: UInt32) -> Folding {
        let page = scalar >> 8
        if Self.hanPages.contains(page) { return han[Int(scalar - Self.hanPages.lowerBound << 8)] }
        if let known = pages[page] { return known[Int(scalar & 0xFF)] }
        let made = handle.page(page)
        pages[page] = made
        return made[Int(scalar & 0xFF)]
    }

    /// Whether white space beside this folded scalar parts words.
    mutating func isSpacedLetter(_ scalar: UInt32) -> Bool {
        if Self.hanPages.contains(scalar >> 8) { return false }
        if let known = spacedLetters[scalar] { return known }
        let answer = cicu_is_spaced_letter(scalar) != 0
        spacedLetters[scalar] = answer
        return answer
    }
}

/// Owns ICU's folder. The pointer stays in this type.
@safe private struct FolderHandle: ~Copyable {
    private let pointer: OpaquePointer

    init() throws(ArchiveError) {
        var status: Int32 = 0
        guard let opened = unsafe cicu_folder_open(&status) else {
            throw ArchiveError(.icu, cause: unsafe String(cString: cicu_status_name(status)))
        }
        unsafe pointer = opened
    }

    deinit { unsafe cicu_folder_close(pointer) }

    func page(_ page: UInt32) -> [Folding] {
        (page << 8..<(page + 1) << 8).map { fold($0) }
    }

    private func fold(_ scalar: UInt32) -> Folding {
        if scalar == 0 { return .nothing }
        if cicu_is_white_space(scalar) != 0 { return .space }
        guard Unicode.Scalar(scalar) != nil else { return .one(scalar) }
        if let bracket = Self.brackets[scalar] { return .one(bracket) }
        var status: Int32 = 0
        var values = [UInt32](repeating: 0, count: 64)
        let count = unsafe cicu_folder_fold(pointer, scalar, &values, Int32(values.count), &status)
        guard status <= 0 else { return .one(scalar) }
        let folded = values.prefix(Int(count)).filter { $0 != 0x20 }.map { Self.brackets[$0] ?? $0 }
        return switch folded.count {
        case 0: .nothing
        case 1: .one(folded[0])
        default: .many(folded)
        }
    }

    private static let brackets: [UInt32: UInt32] = {
        var table: [UInt32: UInt32] = [:]
        for scalar in "([{〔【〖〘〚（［｛".unicodeScalars { table[scalar.value] = 0x28 }
        for scalar in ")]}〕】〗〙〛）］｝".unicodeScalars { table[scalar.value] = 0x29 }
        return table
    }()
}
