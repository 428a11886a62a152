import Ingest
import Testing

@Suite struct DocumentNumberTests {
    @Test(
        "a line that is a number is read, whatever brackets and digits it prints",
        arguments: [
            ("沈政发〔2026〕1号", "沈政发〔2026〕1号", "沈政发", 2026, 1),
            ("沈政发 [２０２６] １ 号", "沈政发〔2026〕1号", "沈政发", 2026, 1),
            ("沈政办函字[2004]12号", "沈政办函字〔2004〕12号", "沈政办函字", 2004, 12),
            ("（渝府办发〔2023〕5号）", "渝府办发〔2023〕5号", "渝府办发", 2023, 5),
            ("国发〔2005〕第18号", "国发〔2005〕第18号", "国发", 2005, 18),
            ("国发〔二○○五〕十八号", "国发〔2005〕十八号", "国发", 2005, 18),
            ("國辦發﹝2019﹞34號", "國辦發〔2019〕34號", "國辦發", 2019, 34),
            ("国发[85]78号", "国发〔1985〕78号", "国发", 1985, 78),
            ("証監會公告（2020）1号", "証監會公告〔2020〕1号", "証監會", 2020, 1),
            ("沈 政 发〔2019〕12 号", "沈政发〔2019〕12号", "沈政发", 2019, 12),
        ])
    func line(_ line: String, _ text: String, _ agency: String, _ year: Int, _ serial: Int) throws {
        let number = try #require(DocumentNumber(line: line))
        #expect(number.text == text)
        #expect(number.agency == agency)
        #expect(number.year == year)
        #expect(number.serial == serial)
    }

    @Test(
        "orders and numbers without a code",
        arguments: [
            ("国务院令第541号", true), ("第541号令", true), ("交通运输部令2018年第8号", true), ("沈阳市人民政府令第85号", true),
            ("中华人民共和国主席令第七十二号", true), ("国家发展和改革委员会令2021年第47号", true), ("财政部公告2019年第39号", false),
            ("第12/2003號法律", false), ("第7/2004號行政長官批示", false), ("第52/99/M號法令", true),
            ("府法規字第0920012345號", false), ("台內營字第1010801234號", false), ("第70号通告", false),
        ])
    func order(_ line: String, _ isOrder: Bool) throws {
        let number = try #require(DocumentNumber(line: line))
        #expect(number.text == line)
        #expect(number.isOrder == isOrder)
    }

    @Test(
        "what is no number is not read as one",
        arguments: ["沈阳市人民政府文件", "（2026年）", "第十二条", "2019年5月", "第三号楼", "沈政发〔2026〕", "", "（", "沈政发〔202〕1号"])
    func refused(_ line: String) {
        #expect(DocumentNumber(line: line) == nil)
    }

    @Test(
        "numbers in running text begin with their code",
        arguments: [
            ("根据国发〔2005〕18号文件精神", ["国发〔2005〕18号"]),
            ("《意见》（辽政办发〔2017〕93号）和《意见》（辽政办发〔2020〕8号）精神", ["辽政办发〔2017〕93号", "辽政办发〔2020〕8号"]),
            ("按照国发〔2005〕18号、国办发〔2006〕2号和财税〔2016〕36号的规定", ["国发〔2005〕18号", "国办发〔2006〕2号", "财税〔2016〕36号"]),
            ("沈阳市人民政府办公室沈政办发〔2018〕28号同时废止", ["沈政办发〔2018〕28号"]),
            ("（交通运输部令2018年第8号）", ["交通运输部令2018年第8号"]),
            ("依据国务院第541号令执行第70号通告", ["国务院第541号令", "第70号通告"]),
            ("原国发〔1996〕4号停止执行", ["国发〔1996〕4号"]),
            ("（和政发〔2020〕1号）", ["和政发〔2020〕1号"]),
            ("根據第12/2003號法律及第7/2004號行政長官批示", ["第12/2003號法律", "第7/2004號行政長官批示"]),
            ("依府法規字第0920012345號令辦理", ["府法規字第0920012345號"]),
            ("发改价格[2021]1439号、辽自然资办函〔2025〕104号", ["发改价格〔2021〕1439号", "辽自然资办函〔2025〕104号"]),
            ("中国证监会公告〔2020〕1号", ["中国证监会公告〔2020〕1号"]),
            ("你院东法经行字〔1988〕第294号请示收悉", ["东法经行字〔1988〕第294号"]),
            ("三日经济部经能字第09904607190号令修正", ["经能字第09904607190号"]),
            ("总统（73）华总（一）义字第14069号令", ["〔73〕华总（一）义字第14069号"]),
            ("行政院环境保护署环署空字第1040057047号、行政院院授主忠字第0940000916号", ["环署空字第1040057047号", "院授主忠字第0940000916号"]),
            ("教育部臺教学（六）字第1110031132A号", ["臺教学（六）字第1110031132A号"]),
            ("住在第三号楼，2019年第5号台风", []),
        ])
    func running(_ text: String, _ expected: [String]) {
        let scalars = Array(text.unicodeScalars)
        #expect(DocumentNumber.find(in: scalars).map(\.number.text) == expected)
    }

    @Test("a range covers the number as printed")
    func range() throws {
        let scalars = Array("见《通知》（沈委发〔2018〕 36号）。".unicodeScalars)
        let found = try #require(DocumentNumber.find(in: scalars).first)
        #expect(scalars[found.range].string == "沈委发〔2018〕 36号")
    }

    @Test("long runs without any number are read through")
    func size() {
        #expect(DocumentNumber.find(in: Array(repeating: "〔", count: 10_000)).isEmpty)
        #expect(DocumentNumber.find(in: Array(repeating: "令", count: 1_000_000)).isEmpty)
        #expect(DocumentNumber.find(in: Array(repeating: "第", count: 1_000_000)).isEmpty)
    }
}
