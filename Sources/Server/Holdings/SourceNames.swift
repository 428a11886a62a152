/// Short names of files: without the folders that all of them have in common.
struct SourceNames {
    private let prefix: Int

    init(_ paths: [String]) {
        var common = paths.first.map(Self.folders) ?? []
        for path in paths {
            let folders = Self.folders(path)
            while !folders.starts(with: common) { common.removeLast() }
        }
        prefix = common.reduce(0) { $0 + $1.utf8.count + 1 }
    }

    private static func folders(_ path: String) -> [Substring] {
        path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    }

    func name(_ path: String) -> String { String(decoding: path.utf8.dropFirst(prefix), as: UTF8.self) }
}
