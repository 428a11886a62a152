import Ingest

/// The simplified form of the traditional characters that occur in words of time limits and goals.
///
/// Columns: pairs of a traditional character and its simplified form (《通用规范汉字表》, 附件 1). Only characters of the
/// grammars' own words are listed; names of indicators keep the script in which they are printed.
enum ScriptFolding {
    private static let pairs = """
        內内個个後后億亿萬万時时達达過过標标實实現现設设業业務务開开產产區区縣县鎮镇鄉乡門门處处間间層层輛辆臺台條条項项戶户場场點点減减
        壓压縮缩長长擴扩調调為为從从來来對对給给應应總总劃划節节劑剂種种類类雙双張张畝亩頃顷噸吨電电動动車车線线網网機机興兴辦办創创獎奖勵励
        補补貼贴罰罚額额費费稅税資资權权證证認认歷历顧顾結结屆届滿满續续連连終终執执審审報报請请廣广單单數数學学級级進进書书約约獲获號号當当
        須须將将導导歸归復复爭争轉转較较顯显關关籌筹購购閉闭幾几該该責责測测預预計计聯联職职領领養养護护鐵铁運运營营
        """

    /// The simplified form of a character, or the character itself.
    static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar { table[scalar] ?? scalar }

    private static let table: ScalarMap<Unicode.Scalar> = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for line in pairs.split(separator: "\n") {
            let scalars = Array(line.unicodeScalars).filter { $0 != " " }
            for index in stride(from: 0, to: scalars.count - 1, by: 2) { table[scalars[index]] = scalars[index + 1] }
        }
        return ScalarMap(table)
    }()
}
