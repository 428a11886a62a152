import Foundation
import Ingest
import Extract
@main struct Gongbao { static func main() throws {
  let e = JSONEncoder(); e.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  for p in CommandLine.arguments.dropFirst() {
    let i = try GazetteReader().read(contentsOf: URL(filePath: p))
    print(String(decoding: try e.encode(Extractor.extract(i)), as: UTF8.self))
  }
} }
