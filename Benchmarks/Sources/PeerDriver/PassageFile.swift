import Foundation
import Index

/// The passages of an NDJSON file: line *n* has the id *n*, counted from 0; the index knows it as *n* + 1.
final class PassageFile: PassageTexts {
    private let data: Data
    private let lineStarts: [Int]

    init(_ path: String) throws {
        data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
        lineStarts = data.withUnsafeBytes { bytes in
            var starts = [0]
            while let base = bytes.baseAddress, let start = starts.last,
                let found = memchr(base + start, 0x0A, bytes.count - start)
            {
                starts.append(UnsafeRawPointer(found) - base + 1)
            }
            if starts.last != bytes.count { starts.append(bytes.count) }
            return starts
        }
    }

    var lastPassage: Int64 { Int64(lineStarts.count - 1) }

    func passages(after id: Int64, upTo last: Int64, limit: Int) throws(ArchiveError) -> [(id: Int64, text: String)] {
        let first = Int(id) + 1
        guard first <= Int(last) else { return [] }
        return (first...min(Int(last), first + limit - 1)).map { (Int64($0), text(line: $0 - 1)) }
    }

    /// What stands behind `"text": ` in a line, unescaped.
    private func text(line: Int) -> String {
        data.withUnsafeBytes { bytes in
            let line = UnsafeRawBufferPointer(rebasing: bytes[lineStarts[line]..<lineStarts[line + 1]])
            let key: StaticString = "\"text\": \""
            guard let base = line.baseAddress else { return "" }
            var at = 0
            while at + key.utf8CodeUnitCount <= line.count, memcmp(base + at, key.utf8Start, key.utf8CodeUnitCount) != 0
            {
                at += 1
            }
            at += key.utf8CodeUnitCount
            var text: [UInt8] = []
            text.reserveCapacity(line.count - at)
            while at < line.count, line[at] != 0x22 {
                guard line[at] == 0x5C else {
                    var end = at + 1
                    while end < line.count, line[end] != 0x22, line[end] != 0x5C { end += 1 }
                    text.append(contentsOf: line[at..<end])
                    at = end
                    continue
                }
                switch line[at + 1] {
                case UInt8(ascii: "n"): text.append(0x0A)
                case UInt8(ascii: "t"): text.append(0x09)
                case UInt8(ascii: "r"): text.append(0x0D)
                case UInt8(ascii: "u"):
                    let digits = String(decoding: line[at + 2..<at + 6], as: UTF8.self)
                    if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
                        text.append(contentsOf: String(scalar).utf8)
                    }
                    at += 4
                case let other: text.append(other)
                }
                at += 2
            }
            return String(decoding: text, as: UTF8.self)
        }
    }
}
