import Foundation
import Testing

/// What the walk of a folder reads and passes over.
@Suite struct FolderTests {
    private func folder(_ files: [String: String]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gongbao-folder-" + UUID().uuidString)
        for (name, text) in files {
            let url = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        return folder
    }

    private func run(_ arguments: [String]) throws -> CommandRun {
        let directory = try folder(["x": ""])
        defer { try? FileManager.default.removeItem(at: directory) }
        return try CommandRun(arguments, in: directory)
    }

    private let notice = "某市人民政府关于供水的通知\n各区：\n请认真贯彻执行。\n某市人民政府\n2024年1月5日\n"

    @Test("what is passed over is counted by kind, and told on request in the status")
    func passedOver() throws {
        let folder = try folder([
            "a.txt": notice, "b.png": "x", "c.png": "y", "d.rar": "z", "README.md": "r", ".hidden.txt": "h",
            "p.html": "<html><body><p>\(notice)</p></body></html>", "p_files/ad.html": "<html></html>",
        ])
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path(percentEncoded: false)
        let found = try run(["extract", "--format", "ndjson", path])
        #expect(found.status == 0)
        #expect(found.output.split(separator: "\n").count == 2)
        for part in ["2 .png", "1 .rar", "1 README", "1 hidden", "1 parts of saved pages"] {
            #expect(found.errors.contains(part))
        }
        let strict = try run(["extract", "--format", "ndjson", "--strict", path])
        #expect(strict.status == 3)
        let archive = folder.appending(path: "archive").path(percentEncoded: false)
        let ingest = try run(["ingest", path, "--archive", archive, "--strict"])
        #expect(ingest.status == 3)
        #expect(ingest.output.contains("passed over: "))
        let sources = try run(["sources", "--passed-over", "--archive", archive])
        #expect(sources.output.split(separator: "\n").count == 3)
        #expect(sources.output.contains(".png is no kind that is read"))
    }

    @Test("problems as JSON, a line each, with path, code and message")
    func problems() throws {
        let folder = try folder(["a.docx": "no archive \u{1}\u{2}\u{3}", "b.jpg": "x"])
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path(percentEncoded: false)
        let found = try run(["extract", "--errors", "ndjson", path, path + "/none.txt"])
        #expect(found.status == 3)
        struct Line: Decodable { var path: String, code: String, message: String }
        let lines = try found.errors.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
        #expect(lines.map(\.code).sorted() == ["notText", "passedOver", "unreadable"])
        #expect(lines.allSatisfy { !$0.path.isEmpty && !$0.message.isEmpty })
    }

    @Test("a folder with nothing to read says what it holds")
    func nothing() throws {
        let folder = try folder(["b.jpg": "x"])
        defer { try? FileManager.default.removeItem(at: folder) }
        let found = try run(["extract", folder.path(percentEncoded: false)])
        #expect(found.status == 3)
        #expect(found.errors.contains("holds no file of a kind that is read (passed over: 1 .jpg)"))
    }
}
