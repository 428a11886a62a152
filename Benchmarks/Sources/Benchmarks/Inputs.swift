import Foundation

/// A text to measure on, with what must be found in it.
struct Input {
    var name: String
    var bytes: [UInt8]
    /// How many documents it holds; nil where only their agreement from run to run is checked.
    var documents: Int?
    /// The fewest tasks that must be found.
    var tasks = 0
    var megabytes: Double { Double(bytes.count) / 1e6 }

    init(_ name: String, _ text: some StringProtocol, documents: Int? = nil, tasks: Int = 0) {
        self.name = name
        bytes = Array(text.utf8)
        self.documents = documents
        self.tasks = tasks
    }
}

/// The texts that the benchmark reads: the corpus, and larger ones made for the purpose.
enum Inputs {
    static func all(corpus: URL) throws -> [Input] {
        let files = try FileManager.default.contentsOfDirectory(at: corpus, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
        return zip(files, texts).map { Input($0.lastPathComponent, $1, tasks: 1) } + [
            large(texts), law(articles: 1_260), law(articles: 5_040), singleLine(texts, megabytes: 1),
            singleLine(texts, megabytes: 4), brackets(depth: 10_000), brackets(depth: 40_000),
        ]
    }

    /// The corpus over and over to 8 MB; the figures of each copy differ, so that no two of its tasks are the same.
    private static func large(_ texts: [String]) -> Input {
        var result = ""
        var copy = 0
        while result.utf8.count < 8_000_000 {
            for text in texts { result += varied(text, copy) + "\n" }
            copy += 1
        }
        return Input("corpus to 8 MB", result, tasks: 1_000)
    }

    /// Turns the last digit of every third number; what a number is part of (第3期) stays what it is.
    private static func varied(_ text: String, _ copy: Int) -> String {
        var scalars = Array(text.unicodeScalars)
        var numbers = 0
        for index in scalars.indices.dropLast()
        where isDigit(scalars[index]) && !isDigit(scalars[index + 1]) && index > 0 && isDigit(scalars[index - 1]) {
            numbers += 1
            guard numbers % 3 == 0 else { continue }
            let digit = (Int(scalars[index].value) - 0x30 + copy) % 10
            scalars[index] = Unicode.Scalar(UInt8(0x30 + digit))
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// A code of laws, about 370 kB.
    private static func law(articles: Int) -> Input {
        var text = "某某市民事管理条例\n（2020年5月28日某某市第十三届人民代表大会第三次会议通过）\n"
        for number in 1...articles {
            if number % 60 == 1 { text += "第\(han(number / 60 + 1))章　一般规定之\(han(number / 60 + 1))\n" }
            text += "第\(han(number))条　民事主体从事第\(number)类民事活动，应当遵循公平原则，合理确定各方的权利和义务，"
            text += "由市民政局、市司法局负责监督；违反本条例第\(han(max(1, number - 1)))条规定的，自收到通知之日起\(number % 28 + 2)日内改正。\n"
        }
        return Input("law of \(articles) articles", text, documents: 1)
    }

    private static func singleLine(_ texts: [String], megabytes: Int) -> Input {
        var line = ""
        while line.utf8.count < megabytes * 1_000_000 {
            for text in texts { line += text.filter { !$0.isNewline && $0 != "\t" && $0 != "\u{0C}" } }
        }
        let end = line.unicodeScalars.index(line.startIndex, offsetBy: megabytes * 340_000, limitedBy: line.endIndex)
        // Without its full stop a line with a number at its end would be an entry of a table of contents.
        return Input("one line of \(megabytes) MB", line[..<(end ?? line.endIndex)] + "。", documents: 1, tasks: 100)
    }

    /// Brackets within brackets: half of them closed, half of them not.
    private static func brackets(depth: Int) -> Input {
        let nested = String(repeating: "（《“", count: depth / 2) + "市民政局负责" + String(repeating: "”》）", count: depth / 2)
        let open = String(repeating: "（牵头单位：市民政局《", count: depth / 2)
        return Input("\(depth) brackets", "关于括号的通知\n各区：\n" + nested + "。\n" + open + "。\n")
    }

    /// A number below 10,000 in Han characters.
    private static func han(_ number: Int) -> String {
        let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        var result = ""
        var gap = false
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / unit % 10
            if digit == 0 {
                gap = !result.isEmpty
            } else {
                result += (gap ? "零" : "") + digits[digit] + name
                gap = false
            }
        }
        return result
    }
}
