/// A growing run of numbers for the inner loops of building: like an array, but the bounds are checked in debug builds
/// only, and there is nothing to share.
@safe struct Buffer<Element: BitwiseCopyable>: ~Copyable {
    private(set) var count = 0
    private var capacity: Int
    private var base: UnsafeMutablePointer<Element>

    init(capacity: Int = 16) {
        self.capacity = max(capacity, 1)
        unsafe base = .allocate(capacity: max(capacity, 1))
    }

    init(repeating value: Element, count: Int) {
        self.init(capacity: count)
        append(repeating: value, count: count)
    }

    deinit { unsafe base.deallocate() }

    subscript(index: Int) -> Element {
        @inline(__always) get {
            assert(index >= 0 && index < count)
            return unsafe base[index]
        }
        @inline(__always) set {
            assert(index >= 0 && index < count)
            unsafe base[index] = newValue
        }
    }

    @inline(__always)
    mutating func append(_ value: Element) {
        if count == capacity { reserve(capacity * 2) }
        unsafe (base + count).initialize(to: value)
        count += 1
    }

    mutating func append(repeating value: Element, count more: Int) {
        if count + more > capacity { reserve(max(capacity * 2, count + more)) }
        unsafe (base + count).initialize(repeating: value, count: more)
        count += more
    }

    mutating func removeAll() { count = 0 }

    /// The elements, for as long as nothing is appended.
    var pointer: UnsafeMutablePointer<Element> { unsafe base }

    private mutating func reserve(_ wanted: Int) {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: wanted)
        unsafe larger.moveInitialize(from: base, count: count)
        unsafe base.deallocate()
        unsafe base = larger
        capacity = wanted
    }
}
