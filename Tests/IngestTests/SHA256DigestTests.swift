import Testing

@testable import Ingest

/// Examples of FIPS 180-4, and lengths around the ends of blocks.
@Suite("SHA256Digest")
struct SHA256DigestTests {
    @Test(
        "SHA-256 of known messages",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 1_000_000),
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
            ),
        ])
    func known(message: String, digest: String) {
        #expect(SHA256Digest.of(Array(message.utf8)) == digest)
    }

    @Test(
        "a message that ends before, at and behind the end of a block",
        arguments: [
            (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
            (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
            (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
        ])
    func blockEnds(count: Int, digest: String) {
        #expect(SHA256Digest.of(Array(repeating: UInt8(ascii: "a"), count: count)) == digest)
    }

    @Test("bytes that come in parts", arguments: [1, 7, 63, 64, 65, 200])
    func parts(size: Int) {
        let bytes = (0..<1_000).map { UInt8($0 % 251) }
        var digest = SHA256Digest()
        for start in stride(from: 0, to: bytes.count, by: size) {
            digest.update(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        #expect(digest.finish() == SHA256Digest.of(bytes))
    }
}
