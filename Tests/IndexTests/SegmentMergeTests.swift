import Testing

@testable import Index

/// Which segments are joined, and when.
@Suite struct SegmentMergeTests {
    private func manifest(_ sizes: [Int]) -> IndexManifest {
        var manifest = IndexManifest()
        var first: Int64 = 1
        for (number, size) in sizes.enumerated() {
            let last = first + Int64(size) - 1
            manifest.segments.append(
                IndexManifest.Entry(file: "\(number)", first: first, last: last, passages: size, units: size * 50))
            first = last + 1
        }
        return manifest
    }

    @Test(
        arguments: [
            ([], 2, nil), ([100], 2, nil), ([100, 10], 2, nil), ([100, 50], 2, 0..<2), ([100, 49], 2, nil),
            ([400, 100, 50, 50], 2, 0..<4), ([500, 100, 50, 50], 2, 1..<4), ([100, 50, 10], 2, 0..<2),
            ([100, 50, 50, 50], 6, nil), ([10, 10, 10, 10, 10, 10], 6, 0..<6), ([700, 400, 100], 2, nil),
            ([550, 300, 200], 2, 1..<3),
        ] as [([Int], Int, Range<Int>?)])
    func due(_ sizes: [Int], _ minimum: Int, _ expected: Range<Int>?) {
        let manifest = manifest(sizes)
        let merge = SegmentMerge(in: manifest, limit: 600, minimum: minimum)
        #expect(merge?.parts == expected.map { Array(manifest.segments[$0]) })
    }

    /// What was taken out while a merge was under way stays taken out.
    @Test func removalsBesideAMerge() throws {
        var before = manifest([10, 10, 10])
        before.removed = [.init(first: 3, last: 4)]
        let merge = try #require(SegmentMerge(in: before, limit: 600))
        let joined = IndexManifest.Entry(file: "x", first: 1, last: 30, passages: 28, units: 0)
        #expect(merge.applied(to: before, entry: joined)?.removed == [])
        var later = before
        later.removed = [.init(first: 3, last: 4), .init(first: 20, last: 21)]
        #expect(merge.applied(to: later, entry: joined)?.removed == later.removed)
        #expect(merge.applied(to: later, entry: joined)?.segments == [joined])
        later.segments[1].file = "other"
        #expect(merge.applied(to: later, entry: joined) == nil)
    }
}
