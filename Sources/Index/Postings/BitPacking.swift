/// Packs 128 numbers into as many bits each as the widest of them takes.
///
/// The layout is that of SIMD-BP128 (Lemire and Boytsov, "Decoding billions of integers per second through
/// vectorization", 2015): four lanes of 32 bits side by side, number *i* in lane *i* mod 4, so that one shift and one mask
/// take four numbers out at once.
enum BitPacking {
    /// How many numbers make a block.
    static let blockSize = 128
    private static let rows = blockSize / 4

    /// How many bytes a block takes.
    static func byteCount(width: Int) -> Int { width * 16 }

    /// The bits that a number takes.
    static func width(of value: UInt32) -> Int { 32 - value.leadingZeroBitCount }

    /// Packs 128 numbers; bits above the width are left out.
    ///
    /// - Parameter target: Room for ``byteCount(width:)`` bytes.
    static func pack(_ values: UnsafePointer<UInt32>, width: Int, into target: UnsafeMutableRawPointer) {
        guard width > 0 else { return }
        let bits = UInt32(truncatingIfNeeded: width)
        let mask = SIMD4<UInt32>(repeating: width == 32 ? .max : (1 << bits) - 1)
        var word = SIMD4<UInt32>.zero
        var shift: UInt32 = 0
        var stored = 0
        for row in 0..<rows {
            let value =
                unsafe UnsafeRawPointer(values).loadUnaligned(fromByteOffset: row * 16, as: SIMD4<UInt32>.self) & mask
            word |= value &<< SIMD4(repeating: shift)
            shift += bits
            if shift >= 32 {
                unsafe target.storeBytes(of: word, toByteOffset: stored * 16, as: SIMD4<UInt32>.self)
                stored += 1
                shift -= 32
                word = shift > 0 ? value &>> SIMD4(repeating: bits - shift) : .zero
            }
        }
    }

    /// Takes 128 numbers out.
    static func unpack(_ source: UnsafeRawPointer, width: Int, into values: UnsafeMutablePointer<UInt32>) {
        let target = UnsafeMutableRawPointer(values)
        guard width > 0 else {
            for row in 0..<rows { unsafe target.storeBytes(of: .zero, toByteOffset: row * 16, as: SIMD4<UInt32>.self) }
            return
        }
        let bits = UInt32(truncatingIfNeeded: width)
        let mask = SIMD4<UInt32>(repeating: width == 32 ? .max : (1 << bits) - 1)
        var word = unsafe source.loadUnaligned(as: SIMD4<UInt32>.self)
        var shift: UInt32 = 0
        var loaded = 1
        for row in 0..<rows {
            var value = word &>> SIMD4(repeating: shift)
            shift += bits
            if shift >= 32 {
                shift -= 32
                if loaded < width {
                    word = unsafe source.loadUnaligned(fromByteOffset: loaded * 16, as: SIMD4<UInt32>.self)
                    loaded += 1
                }
                if shift > 0 { value |= word &<< SIMD4(repeating: bits - shift) }
            }
            unsafe target.storeBytes(of: value & mask, toByteOffset: row * 16, as: SIMD4<UInt32>.self)
        }
    }
}
