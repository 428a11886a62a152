extension Segment {
    /// Adds the passages of this segment to a builder, as they were cut once.
    ///
    /// - Parameter isLive: Which ids to take.
    /// - Throws: ``Damage/changed`` where a text can't be read.
    func replay(into builder: inout SegmentBuilder, isLive: (Int64) -> Bool) throws(Damage) {
        let buffer = TextBuffer()
        var passage = TokenizedPassage()
        for number in 0..<passageCount where isLive(id(of: number)) {
            guard var text = text(of: number, into: buffer) else { throw .changed }
            passage.units.removeAll(keepingCapacity: true)
            passage.ends.removeAll(keepingCapacity: true)
            passage.emphasis = emphasis(of: number)
            while let token = text.next() {
                guard token < range(.tokenEnds).count / 4 else { throw .changed }
                let start = token == 0 ? 0 : Int(self.number(.tokenEnds, token - 1, as: UInt32.self))
                let end = Int(self.number(.tokenEnds, token, as: UInt32.self))
                guard start < end, end <= range(.tokenUnits).count / 2 else { throw .changed }
                for unit in start..<end { passage.units.append(self.number(.tokenUnits, unit, as: UInt16.self)) }
                passage.ends.append(Int32(passage.units.count))
            }
            builder.add(id: id(of: number), passage)
        }
    }
}
