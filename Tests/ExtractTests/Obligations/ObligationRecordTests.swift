import Foundation
import Testing

@testable import Extract

@Suite struct ObligationRecordTests {
    @Test("a document keeps its obligations when it is stored and read again")
    func stored() throws {
        let place = PlaceRecord(line: 1, column: 1)
        let span = SpanRecord(start: place, end: place)
        var document = DocumentRecord(id: "a", title: "甲条例", span: span)
        document.obligations = [
            ObligationRecord(
                subject: "承储企业", force: .prohibition, modal: "不得", act: "虚报数量", consequence: "处罚款", provision: "a/art1",
                span: span)
        ]
        let read = try JSONDecoder().decode(DocumentRecord.self, from: JSONEncoder().encode(document))
        #expect(read == document)
    }

    @Test("a document stored before obligations were kept has none")
    func older() throws {
        let place = PlaceRecord(line: 1, column: 1)
        let document = DocumentRecord(id: "a", title: "甲条例", span: SpanRecord(start: place, end: place))
        var object = try #require(
            JSONSerialization.jsonObject(with: JSONEncoder().encode(document)) as? [String: Any])
        object["obligations"] = nil
        let data = try JSONSerialization.data(withJSONObject: object)
        #expect(try JSONDecoder().decode(DocumentRecord.self, from: data).obligations.isEmpty)
    }
}
