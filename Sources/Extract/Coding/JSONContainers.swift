extension JSONOutput {
    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        open(isObject: true)
        return KeyedEncodingContainer(ObjectContainer<Key>(output: self, depth: depth))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        open(isObject: false)
        return ArrayContainer(output: self, depth: depth)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { ValueContainer(output: self) }
}

/// Writes the members of an object.
private struct ObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let output: JSONOutput
    let depth: Int
    var codingPath: [any CodingKey] { [] }

    private func begin(_ key: Key) { output.beginMember(at: depth, key: key.stringValue) }

    func encodeNil(forKey key: Key) {
        begin(key)
        output.writeNull()
    }

    func encode(_ value: Bool, forKey key: Key) {
        begin(key)
        output.write(value)
    }

    func encode(_ value: String, forKey key: Key) {
        begin(key)
        output.write(value)
    }

    func encode(_ value: Int, forKey key: Key) {
        begin(key)
        output.write(value)
    }

    func encode(_ value: Int8, forKey key: Key) {
        begin(key)
        output.write(value)
    }

    func encode(_ value: Int16, forKey key: Key) {
        begin(key)
        output.write(value)
    }

    func encode(_ value: Int32, forKey key: Key) {
        begin(key)
        output.write(value)
    }

    func encode(_ value: Int64, forKey key: Key) {
        begin(key)
        output.write(value)
    }

    func encode(_ value: UInt, forKey key: Key) {
        begin(key)
        output.write(value)
    }

    func encode(_ value: UInt8, forKey key: Key) {
        begin(key)
        output.write(value)
    }

    func encode(_ value: UInt16, forKey key: Key) {
        begin(key)
        output.write(value)
    }

    func encode(_ value: UInt32, forKey key: Key) {
        begin(key)
        output.write(value)
    }

    func encode(_ value: UInt64, forKey key: Key) {
        begin(key)
        output.write(value)
    }

    func encode(_ value: Double, forKey key: Key) throws {
        begin(key)
        try output.write(value)
    }

    func encode(_ value: Float, forKey key: Key) throws {
        begin(key)
        try output.write(value)
    }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        begin(key)
        try output.encode(value)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<
        Nested
    > {
        begin(key)
        return output.container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        begin(key)
        return output.unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        output.beginMember(at: depth, key: "super")
        return output
    }

    func superEncoder(forKey key: Key) -> any Encoder {
        begin(key)
        return output
    }
}

/// Writes the elements of an array.
private struct ArrayContainer: UnkeyedEncodingContainer {
    let output: JSONOutput
    let depth: Int
    var codingPath: [any CodingKey] { [] }
    var count: Int { output.count(at: depth) }

    private func begin() { output.beginMember(at: depth) }

    func encodeNil() {
        begin()
        output.writeNull()
    }

    func encode(_ value: Bool) {
        begin()
        output.write(value)
    }

    func encode(_ value: String) {
        begin()
        output.write(value)
    }

    func encode(_ value: Int) {
        begin()
        output.write(value)
    }

    func encode(_ value: Int8) {
        begin()
        output.write(value)
    }

    func encode(_ value: Int16) {
        begin()
        output.write(value)
    }

    func encode(_ value: Int32) {
        begin()
        output.write(value)
    }

    func encode(_ value: Int64) {
        begin()
        output.write(value)
    }

    func encode(_ value: UInt) {
        begin()
        output.write(value)
    }

    func encode(_ value: UInt8) {
        begin()
        output.write(value)
    }

    func encode(_ value: UInt16) {
        begin()
        output.write(value)
    }

    func encode(_ value: UInt32) {
        begin()
        output.write(value)
    }

    func encode(_ value: UInt64) {
        begin()
        output.write(value)
    }

    func encode(_ value: Double) throws {
        begin()
        try output.write(value)
    }

    func encode(_ value: Float) throws {
        begin()
        try output.write(value)
    }

    func encode<Value: Encodable>(_ value: Value) throws {
        begin()
        try output.encode(value)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        begin()
        return output.container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        begin()
        return output.unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        begin()
        return output
    }
}

/// Writes one value by itself.
private struct ValueContainer: SingleValueEncodingContainer {
    let output: JSONOutput
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { output.writeNull() }
    func encode(_ value: Bool) { output.write(value) }
    func encode(_ value: String) { output.write(value) }
    func encode(_ value: Int) { output.write(value) }
    func encode(_ value: Int8) { output.write(value) }
    func encode(_ value: Int16) { output.write(value) }
    func encode(_ value: Int32) { output.write(value) }
    func encode(_ value: Int64) { output.write(value) }
    func encode(_ value: UInt) { output.write(value) }
    func encode(_ value: UInt8) { output.write(value) }
    func encode(_ value: UInt16) { output.write(value) }
    func encode(_ value: UInt32) { output.write(value) }
    func encode(_ value: UInt64) { output.write(value) }
    func encode(_ value: Double) throws { try output.write(value) }
    func encode(_ value: Float) throws { try output.write(value) }
    func encode<Value: Encodable>(_ value: Value) throws { try output.encode(value) }
}
