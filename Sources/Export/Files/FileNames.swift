import Extract

/// Names of files that a document's id gives: unlike each other, and safe on every file system.
struct FileNames {
    private var taken: Set<String> = []

    mutating func name(of document: DocumentRecord, ending: String) -> String {
        let safe = document.id.unicodeScalars.map { scalar -> String in
            "/\\:*?\"<>|".unicodeScalars.contains(scalar) || scalar.value < 0x20 ? "_" : String(scalar)
        }
        // 255 bytes is what file systems take; ids are far shorter but for titles that became ids.
        var base = ""
        for part in safe where base.utf8.count + part.utf8.count <= 180 { base += part }
        if base.isEmpty || base.hasPrefix(".") { base = "_" + base }
        var name = "\(base).\(ending)"
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            name = "\(base)-\(number).\(ending)"
            number += 1
        }
        return name
    }
}
