import Testing

@testable import Ingest

@Suite struct StandardNumberTests {
    @Test(
        "numbers of technical standards in running text",
        arguments: [
            ("执行GB/T 9704—2012规定", ["GB/T 9704-2012"]), ("符合ＧＢ１８４８４－２０２０", ["GB 18484-2020"]),
            ("HJ/T 55-2000、HJ 2.2-2018", ["HJ/T 55-2000", "HJ 2.2-2018"]),
            ("DB11/T 1893-2021和T/CECS 123-2019", ["DB11/T 1893-2021", "T/CECS 123-2019"]), ("GB 50016", ["GB 50016"]),
            ("JGJ 46-88", ["JGJ 46-88"]),
            ("JT 5型", []), ("PM2.5和SO2", []), ("GDP 12345", []), ("GB 12", []), ("XGB 12345", []),
            ("GB 12345号段A", ["GB 12345"]),
        ])
    func find(_ text: String, _ expected: [String]) {
        #expect(StandardNumber.find(in: Array(text.unicodeScalars)).map(\.number.text) == expected)
    }
}
