import Ingest
import Testing

@testable import Extract

/// Statements as governments of every level print them, from the State Council to counties.
@Suite struct LevelStatementTests {
    private func read(_ text: String, place: String?) -> [String] {
        let mapped = MappedText("1．完善工作机制。" + text)
        let label = Label.scan(mapped.scalars)
        let passage = Passage(
            provision: "p", text: mapped, label: label, bodyStart: label?.end ?? 0, path: [], section: 0, owner: nil)
        return StatementFinder(places: place.map { [$0] } ?? []).statements(in: passage).flatMap { statement in
            statement.assignments.map { "\($0.role.rawValue):\($0.unit.name)" }
        }
    }

    @Test(
        "statements of the State Council",
        arguments: [
            StatementCase(
                "（国家发展改革委、财政部、人力资源社会保障部等按职责分工负责）",
                ["responsible:国家发展改革委", "responsible:财政部", "responsible:人力资源社会保障部"]),
            StatementCase(
                "（各省级人民政府负责）",
                ["responsible:各省级人民政府"]),
            StatementCase(
                "（地方各级人民政府负责）",
                ["responsible:地方各级人民政府"]),
            StatementCase(
                "（各省、自治区、直辖市人民政府负责）",
                ["responsible:各省、自治区、直辖市人民政府"]),
            StatementCase(
                "（中央网信办、国家发展改革委、工业和信息化部、公安部、市场监管总局等部门按职责分工负责）",
                [
                    "responsible:中央网信办", "responsible:国家发展改革委", "responsible:工业和信息化部", "responsible:公安部",
                    "responsible:市场监管总局",
                ]),
            StatementCase(
                "（人力资源社会保障部牵头，教育部、财政部等部门及各省级人民政府按职责分工负责）",
                ["lead:人力资源社会保障部", "responsible:教育部", "responsible:财政部", "responsible:各省级人民政府"]),
            StatementCase(
                "（国务院国资委、全国工商联，各省、自治区、直辖市人民政府）",
                ["responsible:国务院国资委", "responsible:全国工商联", "responsible:各省、自治区、直辖市人民政府"]),
            StatementCase(
                "（住房城乡建设部、各省级人民政府负责）",
                ["responsible:住房城乡建设部", "responsible:各省级人民政府"]),
            StatementCase(
                "（交通运输部、国家铁路局、中国民航局、国家邮政局、中国国家铁路集团有限公司按职责分工负责）",
                [
                    "responsible:交通运输部", "responsible:国家铁路局", "responsible:中国民航局", "responsible:国家邮政局",
                    "responsible:中国国家铁路集团有限公司",
                ]),
            StatementCase(
                "（商务部牵头，各有关部门和单位按职责分工负责）",
                ["lead:商务部", "responsible:各有关部门和单位"]),
            StatementCase(
                "（司法部、各有关部门、各省级人民政府负责）",
                ["responsible:司法部", "responsible:各有关部门", "responsible:各省级人民政府"]),
            StatementCase(
                "（中央组织部、人力资源社会保障部负责）",
                ["responsible:中央组织部", "responsible:人力资源社会保障部"]),
            StatementCase(
                "（国家卫生健康委会同国家发展改革委、财政部负责）",
                ["lead:国家卫生健康委", "support:国家发展改革委", "support:财政部"]),
            StatementCase(
                "（应急管理部，各省、自治区、直辖市人民政府，新疆生产建设兵团）",
                ["responsible:应急管理部", "responsible:各省、自治区、直辖市人民政府", "responsible:新疆生产建设兵团"]),
            StatementCase(
                "（国务院各部门分别负责，年内持续推进）",
                ["responsible:国务院各部门"]),
            StatementCase(
                "（国家发展改革委、财政部牵头，工业和信息化部、人民银行等按职责分工负责，6月底前出台相关政策，年内持续推进）",
                ["lead:国家发展改革委", "lead:财政部", "responsible:工业和信息化部", "responsible:人民银行"]),
            StatementCase(
                "（国务院办公厅，公安部、市场监管总局等国务院相关部门及各地区按职责分工负责）",
                [
                    "responsible:国务院办公厅", "responsible:公安部", "responsible:市场监管总局", "responsible:国务院相关部门",
                    "responsible:各地区",
                ]),
            StatementCase(
                "（市场监管总局牵头，国务院相关部门按职责分工负责，2020年底前完成）",
                ["lead:市场监管总局", "responsible:国务院相关部门"]),
            StatementCase(
                "（人民银行、银保监会、证监会、外汇局等按职责分工负责）",
                ["responsible:人民银行", "responsible:银保监会", "responsible:证监会", "responsible:外汇局"]),
            StatementCase(
                "（财政部、税务总局、国家发展改革委、工业和信息化部、商务部等国务院相关部门按职责分工负责）",
                [
                    "responsible:财政部", "responsible:税务总局", "responsible:国家发展改革委", "responsible:工业和信息化部",
                    "responsible:商务部", "responsible:国务院相关部门",
                ]),
            StatementCase(
                "（中央宣传部、国家网信办、公安部，各省、自治区、直辖市党委和政府）",
                ["responsible:中央宣传部", "responsible:国家网信办", "responsible:公安部", "responsible:各省、自治区、直辖市党委和政府"]),
        ])
    func state(_ row: StatementCase) {
        #expect(read(row.text, place: nil) == row.expected)
    }

    @Test(
        "statements of a province",
        arguments: [
            StatementCase(
                "（省发展改革委、省工业和信息化厅、省财政厅，各设区市人民政府，赣江新区管委会）",
                [
                    "responsible:省发展改革委", "responsible:省工业和信息化厅", "responsible:省财政厅", "responsible:各设区市人民政府",
                    "responsible:赣江新区管委会",
                ]),
            StatementCase(
                "责任单位：省工信厅，各设区市政府",
                ["responsible:省工信厅", "responsible:各设区市政府"]),
            StatementCase(
                "（牵头单位：省教育厅，配合单位：省财政厅、人力资源社会保障厅，各市、州、直管市、林区人民政府）",
                ["lead:省教育厅", "support:省财政厅", "support:省人力资源社会保障厅", "support:各市、州、直管市、林区人民政府"]),
            StatementCase(
                "【牵头单位：省商务厅；责任单位：各市（州）人民政府】",
                ["lead:省商务厅", "responsible:各市（州）人民政府"]),
            StatementCase(
                "[责任单位：省科技厅、财政厅]",
                ["responsible:省科技厅", "responsible:省财政厅"]),
            StatementCase(
                "（责任部门：省自然资源厅、省住房城乡建设厅；完成时限：2023年12月底）",
                ["responsible:省自然资源厅", "responsible:省住房城乡建设厅"]),
            StatementCase(
                "（省委网信办、省通信管理局、各市州人民政府）",
                ["responsible:省委网信办", "responsible:省通信管理局", "responsible:各市州人民政府"]),
            StatementCase(
                "（各市（州）人民政府、省直有关部门按职责分工负责）",
                ["responsible:各市（州）人民政府", "responsible:省直有关部门"]),
            StatementCase(
                "（省能源局、省发展改革委按照职责分工分别负责）",
                ["responsible:省能源局", "responsible:省发展改革委"]),
            StatementCase(
                "（省生态环境厅牵头，各市（地）政府（行署）负责）",
                ["lead:省生态环境厅", "responsible:各市（地）政府（行署）"]),
            StatementCase(
                "（各市级人民政府，示范区管委会）",
                ["responsible:各市级人民政府", "responsible:示范区管委会"]),
            StatementCase(
                "（省委宣传部、省委网信办、省文化和旅游厅、省广电局、江西日报社、江西广播电视台、江西出版集团等按职责分工负责）",
                [
                    "responsible:省委宣传部", "responsible:省委网信办", "responsible:省文化和旅游厅", "responsible:省广电局",
                    "responsible:江西日报社", "responsible:江西广播电视台", "responsible:江西出版集团",
                ]),
            StatementCase(
                "（省财政厅、人民银行南昌中心支行、江西银保监局、江西证监局）",
                ["responsible:省财政厅", "responsible:人民银行南昌中心支行", "responsible:江西银保监局", "responsible:江西证监局"]),
            StatementCase(
                "（省发展改革委、能源局，国网江西省电力公司）",
                ["responsible:省发展改革委", "responsible:省能源局", "responsible:国网江西省电力公司"]),
            StatementCase(
                "（省商务厅、南昌海关、省税务局、中国铁路南昌局集团有限公司、民航江西监管局）",
                [
                    "responsible:省商务厅", "responsible:南昌海关", "responsible:省税务局", "responsible:中国铁路南昌局集团有限公司",
                    "responsible:民航江西监管局",
                ]),
            StatementCase(
                "（省发展改革委、省财政厅等省有关部门和各设区市人民政府按职责分工负责）",
                ["responsible:省发展改革委", "responsible:省财政厅", "responsible:省有关部门", "responsible:各设区市人民政府"]),
            StatementCase(
                "（省市场监管局牵头，省药监局、省知识产权局配合，各市、县（市、区）人民政府具体实施）",
                ["lead:省市场监管局", "support:省药监局", "support:省知识产权局", "implement:各市、县（市、区）人民政府"]),
            StatementCase(
                "（省人力资源社会保障厅、省教育厅、省总工会、团省委、省妇联，各设区市、省直管县（市）人民政府）",
                [
                    "responsible:省人力资源社会保障厅", "responsible:省教育厅", "responsible:省总工会", "responsible:团省委",
                    "responsible:省妇联", "responsible:各设区市、省直管县（市）人民政府",
                ]),
            StatementCase(
                "（省政府办公厅、省直各部门、各市县政府）",
                ["responsible:省政府办公厅", "responsible:省直各部门", "responsible:各市县政府"]),
            StatementCase(
                "（省法院、省检察院、省公安厅、省司法厅）",
                ["responsible:省法院", "responsible:省检察院", "responsible:省公安厅", "responsible:省司法厅"]),
            StatementCase(
                "（各市州政府牵头，省住房城乡建设厅指导）",
                ["lead:各市州政府", "responsible:省住房城乡建设厅"]),
            StatementCase(
                "（省卫生健康委、省医保局、省药监局分别负责，各市州人民政府配合）",
                ["responsible:省卫生健康委", "responsible:省医保局", "responsible:省药监局", "support:各市州人民政府"]),
            StatementCase(
                "（省教育厅牵头负责，省人力资源社会保障厅等参与，2022年6月底前完成）",
                ["lead:省教育厅", "support:省人力资源社会保障厅"]),
            StatementCase(
                "（牵头单位：省水利厅　配合单位：省发展改革委、省财政厅　完成时限：2025年底前）",
                ["lead:省水利厅", "support:省发展改革委", "support:省财政厅"]),
            StatementCase(
                "（省数据局牵头，省直有关单位及各市人民政府配合；持续推进）",
                ["lead:省数据局", "support:省直有关单位", "support:各市人民政府"]),
            StatementCase(
                "（牵头单位：省委农办、省农业农村厅；责任单位：省直各有关部门，各市、县（市、区）党委、政府）",
                ["lead:省委农办", "lead:省农业农村厅", "responsible:省直各有关部门", "responsible:各市、县（市、区）党委、政府"]),
            StatementCase(
                "（省林业局、各市县区林业主管部门负责）",
                ["responsible:省林业局", "responsible:各市县区林业主管部门"]),
            StatementCase(
                "（省体育局、教育厅、省文旅集团有限公司负责）",
                ["responsible:省体育局", "responsible:省教育厅", "responsible:省文旅集团有限公司"]),
            StatementCase(
                "（省科技厅、各高校、科研院所）",
                ["responsible:省科技厅", "responsible:各高校", "responsible:科研院所"]),
        ])
    func province(_ row: StatementCase) {
        #expect(read(row.text, place: "江西") == row.expected)
    }

    @Test(
        "statements of an autonomous region",
        arguments: [
            StatementCase(
                "（自治区发展改革委、教育厅、科技厅，各盟行政公署、市人民政府）",
                ["responsible:自治区发展改革委", "responsible:自治区教育厅", "responsible:自治区科技厅", "responsible:各盟行政公署、市人民政府"]),
            StatementCase(
                "（自治区党委组织部、宣传部，自治区人力资源社会保障厅）",
                ["responsible:自治区党委组织部", "responsible:自治区党委宣传部", "responsible:自治区人力资源社会保障厅"]),
            StatementCase(
                "（责任单位：自治区农牧厅、林草局，各盟市行政公署、人民政府）",
                ["responsible:自治区农牧厅", "responsible:自治区林草局", "responsible:各盟市行政公署、人民政府"]),
            StatementCase(
                "（自治区财政厅、税务局，人民银行呼和浩特中心支行）",
                ["responsible:自治区财政厅", "responsible:自治区税务局", "responsible:人民银行呼和浩特中心支行"]),
            StatementCase(
                "（各旗县市区人民政府、开发区管委会，市直有关部门）",
                ["responsible:各旗县市区人民政府", "responsible:开发区管委会", "responsible:市直有关部门"]),
            StatementCase(
                "关于“严守耕地保护红线”的问题，由自治区自然资源厅会同农牧厅等部门负责落实。",
                ["lead:自治区自然资源厅", "support:自治区农牧厅"]),
            StatementCase(
                "关于“确保口粮安全”的问题，由自治区发展改革委会同财政厅、水利厅、统计局等部门研究提出落实意见。",
                ["lead:自治区发展改革委", "support:自治区财政厅", "support:自治区水利厅", "support:自治区统计局"]),
        ])
    func region(_ row: StatementCase) {
        #expect(read(row.text, place: nil) == row.expected)
    }

    @Test(
        "statements of a city",
        arguments: [
            StatementCase(
                "（市发改委、市财政局、各县（市、区）人民政府、开发区管委会负责）",
                ["responsible:市发改委", "responsible:市财政局", "responsible:各县（市、区）人民政府", "responsible:开发区管委会"]),
            StatementCase(
                "（市住建局牵头，市发改委、市财政局，各区人民政府按职责分工落实）",
                ["lead:市住建局", "implement:市发改委", "implement:市财政局", "implement:各区人民政府"]),
            StatementCase(
                "（责任单位：市应急局、市消防救援支队、各街镇）",
                ["responsible:市应急局", "responsible:市消防救援支队", "responsible:各街镇"]),
            StatementCase(
                "（市商务委牵头，市市场监管局、财政局、各街道、镇配合）",
                ["lead:市商务委", "support:市市场监管局", "support:市财政局", "support:各街道、镇"]),
            StatementCase(
                "牵头部门：市大数据局　　配合部门：市级各部门",
                ["lead:市大数据局", "support:市级各部门"]),
            StatementCase(
                "（市水务局，各区人民政府、高新区管委会）",
                ["responsible:市水务局", "responsible:各区人民政府", "responsible:高新区管委会"]),
            StatementCase(
                "责任单位：市科技局　市财政局　市教育局",
                ["responsible:市科技局", "responsible:市财政局", "responsible:市教育局"]),
            StatementCase(
                "（市农业农村局、各涉农区政府）",
                ["responsible:市农业农村局", "responsible:各涉农区政府"]),
            StatementCase(
                "（市公安局、司法局、信访局牵头，市中级法院、市检察院配合）",
                ["lead:市公安局", "lead:市司法局", "lead:市信访局", "support:市中级法院", "support:市检察院"]),
            StatementCase(
                "（主办单位：市文广旅局；协办单位：市体育局、市总工会）",
                ["lead:市文广旅局", "support:市体育局", "support:市总工会"]),
            StatementCase(
                "（市委编办、市人力资源和社会保障局、市财政局按职责负责）",
                ["responsible:市委编办", "responsible:市人力资源和社会保障局", "responsible:市财政局"]),
            StatementCase(
                "（朝阳区、南关区、宽城区人民政府，净月高新区管委会）",
                ["responsible:朝阳区人民政府", "responsible:南关区人民政府", "responsible:宽城区人民政府", "responsible:净月高新区管委会"]),
            StatementCase(
                "（市教育局、卫生健康委员会、文化广电和旅游局）",
                ["responsible:市教育局", "responsible:市卫生健康委员会", "responsible:市文化广电和旅游局"]),
            StatementCase(
                "（市林业和园林局、市规划和自然资源局、市政府国资委）",
                ["responsible:市林业和园林局", "responsible:市规划和自然资源局", "responsible:市政府国资委"]),
            StatementCase(
                "（长春新区、经开区、净月区、汽开区管委会，各县（市）区政府）",
                [
                    "responsible:长春新区管委会", "responsible:经开区管委会", "responsible:净月区管委会", "responsible:汽开区管委会",
                    "responsible:各县（市）区政府",
                ]),
            StatementCase(
                "（市发展改革委牵头会同市财政局、市自然资源局负责）",
                ["lead:市发展改革委", "support:市财政局", "support:市自然资源局"]),
            StatementCase(
                "责任单位：市工信局、市商务局、各县（市）区政府、开发区管委会。完成时限：2023年底前",
                ["responsible:市工信局", "responsible:市商务局", "responsible:各县（市）区政府", "responsible:开发区管委会"]),
            StatementCase(
                "（市卫生健康委、市疾控中心、各医疗机构负责）",
                ["responsible:市卫生健康委", "responsible:市疾控中心", "responsible:各医疗机构"]),
            StatementCase(
                "（责任单位：市科技局、各区县（市）、开发区）",
                ["responsible:市科技局", "responsible:各区县（市）", "responsible:开发区"]),
            StatementCase(
                "（市直各有关部门、各县市区负责）",
                ["responsible:市直各有关部门", "responsible:各县市区"]),
            StatementCase(
                "（市教育局牵头，市财政局、市人社局按职责分工负责，长期坚持）",
                ["lead:市教育局", "responsible:市财政局", "responsible:市人社局"]),
            StatementCase(
                "（市发展改革委、住房城乡建设委、城市管理委、水务局、园林绿化局按职责分工负责）",
                [
                    "responsible:市发展改革委", "responsible:市住房城乡建设委", "responsible:市城市管理委", "responsible:市水务局",
                    "responsible:市园林绿化局",
                ]),
            StatementCase(
                "（主责单位：市交通委；协办单位：市公安局公安交通管理局，各区政府、经济技术开发区管委会）",
                ["lead:市交通委", "support:市公安局公安交通管理局", "support:各区政府", "support:经济技术开发区管委会"]),
            StatementCase(
                "（责任单位：市生态环境局、市住房城乡建设管理委、市绿化市容局、各区政府、临港新片区管委会等）",
                [
                    "responsible:市生态环境局", "responsible:市住房城乡建设管理委", "responsible:市绿化市容局", "responsible:各区政府",
                    "responsible:临港新片区管委会",
                ]),
            StatementCase(
                "（市经济信息化委、市科委、市财政局、张江高新区管委会、各区）",
                [
                    "responsible:市经济信息化委", "responsible:市科委", "responsible:市财政局", "responsible:张江高新区管委会",
                    "responsible:各区",
                ]),
            StatementCase(
                "（市卫健委、市医保局、市民政局、市残联、各旗县区政府）",
                ["responsible:市卫健委", "responsible:市医保局", "responsible:市民政局", "responsible:市残联", "responsible:各旗县区政府"]),
            StatementCase(
                "牵头单位：市商务局（市投资促进局）",
                ["lead:市商务局（市投资促进局）"]),
            StatementCase(
                "责任单位：市市场监督管理局（知识产权局）、市司法局",
                ["responsible:市市场监督管理局（知识产权局）", "responsible:市司法局"]),
            StatementCase(
                "（市委政研室（改革办）牵头，市直有关单位配合）",
                ["lead:市委政研室（改革办）", "support:市直有关单位"]),
            StatementCase(
                "（由市行政审批局牵头，市直相关部门配合落实）",
                ["lead:市行政审批局", "support:市直相关部门"]),
            StatementCase(
                "（市人力资源社会保障局；市财政局、市税务局；各县、市、区）",
                ["responsible:市人力资源社会保障局", "responsible:市财政局", "responsible:市税务局", "responsible:各县、市、区"]),
            StatementCase(
                "（市文化和旅游局、市体育局；2023年12月）",
                ["responsible:市文化和旅游局", "responsible:市体育局"]),
            StatementCase(
                "【市城管局，各区】",
                ["responsible:市城管局", "responsible:各区"]),
            StatementCase(
                "责任领导：王某某，责任单位：市工业和信息化局，完成时间：12月底",
                ["responsible:市工业和信息化局"]),
            StatementCase(
                "（市级责任部门：市生态环境局；属地责任：各县区人民政府）",
                ["responsible:市生态环境局", "responsible:各县区人民政府"]),
            StatementCase(
                "主要负责人应当组织召开会议（每季度至少一次）。",
                []),
            StatementCase(
                "支持企业（含个体工商户）、社会组织参与建设。",
                []),
            StatementCase(
                "培训教师、医生等专业人员（不少于500人）。",
                []),
            StatementCase(
                "符合条件的单位（个人）可向市财政局申请。",
                []),
            StatementCase(
                "在原市规划局（现市自然资源局）备案的项目继续有效。",
                []),
            StatementCase(
                "向县级以上人民政府自然资源主管部门（以下简称主管部门）提出申请。",
                []),
        ])
    func city(_ row: StatementCase) {
        #expect(read(row.text, place: nil) == row.expected)
    }

    @Test(
        "statements of a county",
        arguments: [
            StatementCase(
                "责任领导：张某；责任单位：县农业农村局、县水利局；各乡镇人民政府、街道办事处",
                ["responsible:县农业农村局", "responsible:县水利局", "responsible:各乡镇人民政府、街道办事处"]),
            StatementCase(
                "（县委组织部、县人社局牵头，县直各部门、各乡镇（街道）配合）",
                ["lead:县委组织部", "lead:县人社局", "support:县直各部门", "support:各乡镇（街道）"]),
            StatementCase(
                "（县教育局、财政局、人社局，各乡镇人民政府）",
                ["responsible:县教育局", "responsible:县财政局", "responsible:县人社局", "responsible:各乡镇人民政府"]),
            StatementCase(
                "（县住建局、城管执法局、公安局交警大队）",
                ["responsible:县住建局", "responsible:县城管执法局", "responsible:县公安局交警大队"]),
            StatementCase(
                "（县供销社、县邮政分公司、各乡镇）",
                ["responsible:县供销社", "responsible:县邮政分公司", "responsible:各乡镇"]),
            StatementCase(
                "（牵头领导：李某某　牵头单位：县教育局　责任单位：各乡镇人民政府、县直有关单位）",
                ["lead:县教育局", "responsible:各乡镇人民政府", "responsible:县直有关单位"]),
            StatementCase(
                "（县发改委、县工信局、各镇（街道））",
                ["responsible:县发改委", "responsible:县工信局", "responsible:各镇（街道）"]),
            StatementCase(
                "（镇政府、各村民委员会负责）",
                ["responsible:镇政府", "responsible:各村民委员会"]),
        ])
    func county(_ row: StatementCase) {
        #expect(read(row.text, place: nil) == row.expected)
    }
}
