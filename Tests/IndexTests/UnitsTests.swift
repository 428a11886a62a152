import Extract
import Ingest
import TestSupport
import Testing

@testable import Index

@Suite struct UnitsTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func archive() throws -> Archive {
        let archive = try Archive.open(directory.url, mode: .readWrite)
        let texts = [
            """
            某川市人民政府关于促进就业的通知
            某川政发〔2021〕1号
            各区人民政府：
            现通知如下。
            1．促创业。（牵头单位：市人社局；责任单位：市财政局）
            2．稳岗位。（市人力资源和社会保障局、财政局负责）
            3．防疫情。（市卫生健康委负责）
            某川市人民政府
            2021年3月1日
            """,
            """
            某川市人民政府关于健康服务的通知
            某川政发〔2016〕2号
            各区人民政府：
            现通知如下。
            1．建医院。（市卫生计生委负责）
            2．办培训。（市人力资源社会保障局负责）
            某川市人民政府
            2016年3月1日
            """,
        ]
        for (index, text) in texts.enumerated() {
            try archive.add(
                Extractor.extract(try GazetteReader().read(Array(text.utf8), path: "/a\(index).txt")))
        }
        try archive.commit()
        return archive
    }

    @Test("the names of a unit are one entry, with its tasks and the units whose work it took over")
    func entries() throws {
        let units = try archive().units()
        #expect(
            units.map(\.id) == [
                "某川市/finance", "某川市/government", "某川市/health", "某川市/health-family-planning", "某川市/human-resources",
            ])
        let labour = try #require(units.last)
        #expect(Set(labour.names.map(\.name)) == ["市人社局", "市人力资源和社会保障局", "市人力资源社会保障局"])
        #expect(labour.tasks == ["lead": 1, "responsible": 2])
        #expect(units[1].issued == 2)
        #expect(units[2].predecessors == [UnitEntry.Relative(id: "某川市/health-family-planning", year: 2018)])
        #expect(units[3].successor == UnitEntry.Relative(id: "某川市/health", year: 2018))
    }

    @Test(
        "a unit is found by any of its names",
        arguments: ["市人社局", "人社局", "市人力資源和社會保障局", "某川市人力资源社会保障局", "人力社保局"])
    func names(_ name: String) throws {
        #expect(try archive().units(name: name).map(\.id) == ["某川市/human-resources"])
        #expect(try archive().units(name: name, place: "某川市").count == 1)
        #expect(try archive().units(name: name, place: "乙川市").isEmpty)
    }
}
