/// Places the characters of text codes (GB/T 33190-2016, 11.3).
struct OFDTextRun {
    /// The size of the font in the object's own space.
    let size: Double
    let horizontalScale: Double
    /// From the object's space to the page.
    let map: OFDTransform

    /// The characters of a text code.
    ///
    /// - Parameters:
    ///   - start: The origin of the first character, on its baseline.
    ///   - runsDown: Whether the object says that its text runs from top to bottom.
    func glyphs(_ code: MarkupElement, at start: (x: Double, y: Double), runsDown: Bool) -> [Glyph] {
        let scalars = Array(code.text.unicodeScalars.filter { $0 != "\n" && $0 != "\r" })
        guard !scalars.isEmpty else { return [] }
        let stepsX = code["DeltaX"].map { OFDNumbers.steps($0, count: scalars.count - 1) } ?? []
        let stepsY = code["DeltaY"].map { OFDNumbers.steps($0, count: scalars.count - 1) } ?? []
        let isVertical =
            stepsY.reduce(0) { $0 + abs($1) } > stepsX.reduce(0) { $0 + abs($1) } || (runsDown && stepsX.isEmpty)
        let along = isVertical ? (0.0, (stepsY.first ?? 1) < 0 ? -1.0 : 1.0) : (1.0, 0.0)
        guard let direction = map.direction(along: along.0, along.1) else { return [] }
        let scales = (width: map.widthScale * horizontalScale, height: map.heightScale)
        var glyphs: [Glyph] = []
        glyphs.reserveCapacity(scalars.count)
        var (x, y) = start
        for (index, scalar) in scalars.enumerated() {
            let natural = width(of: scalar)
            let stepX = stepsX.indices.contains(index) ? stepsX[index] : isVertical ? 0 : natural * horizontalScale
            let stepY = stepsY.indices.contains(index) ? stepsY[index] : isVertical ? size : 0
            let place = map(x, y)
            let step = isVertical ? abs(stepY) * scales.height : abs(stepX) * map.widthScale
            let printed = isVertical ? size * scales.height : natural * scales.width
            let isLast = index == scalars.count - 1
            glyphs.append(
                glyph(scalar, place, direction, width: isLast || step <= 0 ? printed : min(step, printed), isVertical))
            x += stepX
            y += stepY
        }
        return glyphs
    }

    /// - Parameter width: Along the line, on the page.
    private func glyph(
        _ scalar: Unicode.Scalar, _ place: (x: Double, y: Double), _ direction: Glyph.Direction, width: Double,
        _ isVertical: Bool
    ) -> Glyph {
        let (along, across) =
            switch direction {
            case .right: (place.x, place.y)
            case .down: (place.y, -place.x)
            case .left: (-place.x, -place.y)
            case .up: (-place.y, place.x)
            }
        let height = size * map.heightScale
        // Upright characters below each other have their origin at the lower left: the line begins above the first.
        let left = isVertical ? along - height : along
        return Glyph(
            scalar: scalar, left: left, right: left + width, baseline: across, size: height, direction: direction)
    }

    /// How wide a character is at most, without the font: a full em for Chinese, more than most need for letters, so
    /// that a step decides where there is one.
    private func width(of scalar: Unicode.Scalar) -> Double {
        if scalar.value >= 0x2000 { return size }
        return scalar.properties.isUppercase ? size * 0.9 : size * 0.55
    }
}
