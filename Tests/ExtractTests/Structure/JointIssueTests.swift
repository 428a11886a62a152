import Ingest
import Testing

@testable import Extract

/// Offices that issue together.
@Suite struct JointIssueTests {
    @Test(
        "with a space between the names, or without",
        arguments: ["中共某市委办公室　某市人民政府办公室", "中共某市委办公室某市人民政府办公室"])
    func partyAndGovernment(_ names: String) throws {
        let text = """
            \(names)
            关于推进安全生产责任落实的意见
            各区、县（市）党委和人民政府：
            为推进责任落实，现提出如下意见，请认真贯彻执行。
            \(names)
            2019年3月1日
            """
        let record = Extractor.extract(try GazetteReader().read(Array(text.utf8), path: "a.txt"))
        #expect(record.documents.map(\.issuers) == [["中共某市委办公室", "某市人民政府办公室"]])
    }

    @Test("a unit's name that the print broke is one")
    func brokenName() throws {
        let text = """
            某市人民政府关于印发某方案的通知
            各区、县（市）人民政府：
            1.坚持招商育商并举，构建系统完备的现代化产业体系，推动重点产业链加快发展，培育壮大龙头企业。
            牵头单位：市商务局
            责任单位：市发展改革委、工业和信息化局、科技局等有关部门，各区、县（市）政府及开发区
            管委会
            2.推进项目建设。
            牵头单位：市科技局
            """
        let record = Extractor.extract(try GazetteReader().read(Array(text.utf8), path: "a.txt"))
        let units = record.documents.flatMap(\.tasks).first?.assignments.map(\.unit) ?? []
        #expect(units.contains("开发区管委会") && !units.contains("开发区"))
    }
}
