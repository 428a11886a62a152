/// Cursors side by side, at hand without counting references: in the innermost loops that takes a fifth to a half
/// of the time.
@safe final class CursorRow<Cursor: AnyObject> {
    let count: Int
    private let kept: [Cursor]
    private let row: UnsafeMutablePointer<Unmanaged<Cursor>>

    init(_ cursors: [Cursor]) {
        kept = cursors
        count = cursors.count
        unsafe row = .allocate(capacity: max(count, 1))
        for (index, cursor) in cursors.enumerated() {
            unsafe (row + index).initialize(to: .passUnretained(cursor))
        }
    }

    deinit { unsafe row.deallocate() }

    @inline(__always)
    func at<Result>(_ index: Int, _ body: (Cursor) -> Result) -> Result {
        unsafe row[index]._withUnsafeGuaranteedRef(body)
    }
}
