import Extract
import Foundation

/// Reads one file into a record.
///
/// A `.json` file is a record as `gongbao extract` or `gongbao export` printed it.
func readRecord(at url: URL) throws -> GazetteRecord {
    try JSONDecoder().decode(GazetteRecord.self, from: Data(contentsOf: url))
}
