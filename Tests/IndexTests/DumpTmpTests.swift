import Extract
import Foundation
import TestSupport
import Testing
@Suite struct DumpTmpTests {
    @Test func dump() throws {
        try Data(RecordEncoder.encode(SampleRecords.gazette())).write(to: URL(filePath: "/tmp/fix/a.json"))
        try Data(RecordEncoder.encode(SampleRecords.plain(["第二份", "没有文号"]))).write(to: URL(filePath: "/tmp/fix/b.json"))
    }
}
