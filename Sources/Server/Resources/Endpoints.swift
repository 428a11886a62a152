import CAssets

extension Endpoint {
    /// All that can be asked, pages and `/api/v1`.
    static let all: [Endpoint] = pages + interface + files

    /// A thing that is a page, with its data behind the same address, and under `/api/v1` as well.
    private static let pages: [Endpoint] = [
        HomePage.endpoint, SearchResource.endpoint, AskResource.endpoint, DocumentList.endpoint,
        DocumentResource.endpoint, UnitList.endpoint, UnitInbox.endpoint, Radar.endpoint, TargetLedger.endpoint,
        NumberLedger.endpoint, NumberSeries.endpoint, ArchivePage.endpoint, DraftCheck.endpoint, Comparison.endpoint,
    ]

    private static let interface: [Endpoint] =
        [
            SearchResource.endpoint, AskResource.endpoint, DocumentList.endpoint, DocumentResource.endpoint,
            UnitList.endpoint, UnitInbox.endpoint, Radar.endpoint, NumberLedger.endpoint, NumberSeries.endpoint,
            DraftCheck.endpoint, Comparison.endpoint,
        ].map(\.asInterface) + RecordLists.all + DocumentParts.all + [WholeRecords.endpoint, Suggestions.endpoint]

    private static let files: [Endpoint] = unsafe [
        file("/assets/style.css", "text/css; charset=utf-8", cassets_style()),
        file("/assets/script.js", "text/javascript; charset=utf-8", cassets_script()),
        file("/assets/icon.svg", "image/svg+xml", cassets_icon()),
        file("/favicon.ico", "image/svg+xml", cassets_icon()),
        file("/openapi.json", "application/json", cassets_openapi()),
    ]

    /// The same under `/api/v1`, as JSON.
    private var asInterface: Endpoint {
        var result = self
        result.path = "/api/v1" + path
        result.formats = [.json]
        return result
    }

    private static func file(_ path: String, _ type: String, _ file: cassets_file) -> Endpoint {
        // The bytes are constants of the program.
        let bytes = unsafe Array(UnsafeRawBufferPointer(start: file.bytes, count: file.count))
        return Endpoint(path: path, formats: [.json], parameters: []) { _ in
            var reply = Reply()
            reply.file = (type, bytes)
            return reply
        }
    }
}
