// swift-tools-version: 6.2
import PackageDescription

// Upcoming features that the compiler will turn on by itself one day, and strict checks of unsafe code.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
]

let package = Package(
    name: "gongbao",
    products: [
        .executable(name: "gongbao", targets: ["gongbao"]),
        .library(name: "Gongbao", targets: ["Ingest", "Extract", "Index", "Ask", "Export", "Server"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
    ],
    targets: [
        // C libraries. Swift never imports these: ICU's headers clash with the ICU inside Foundation on Linux, and the
        // others are wrapped for the same tidiness.
        .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
        .systemLibrary(name: "CLibXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZLib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CICUShims", dependencies: ["CICU"], exclude: ["folding.bin"]),
        .target(name: "CXMLShims", dependencies: ["CLibXML"]),
        .target(name: "CZipShims", dependencies: ["CLibZip"]),
        .target(name: "CZLibShims", dependencies: ["CZLib"]),
        // The weights of the line labeller, and word lists of public bodies, taken into the program by #embed, which is
        // quick at any size.
        .target(name: "CLabelWeights", exclude: ["labels.weights"]),
        .target(name: "CUnitLexicons", exclude: ["words"]),
        .target(name: "CSynonyms", exclude: ["synonyms.tsv"]),

        .target(
            name: "Ingest",
            dependencies: ["CICUShims", "CXMLShims", "CZipShims", "CLabelWeights", "CUnitLexicons"],
            swiftSettings: settings),
        .target(name: "Extract", dependencies: ["Ingest"], swiftSettings: settings),
        .target(
            name: "Index",
            dependencies: [
                "Extract", "Ingest", "CICUShims", "CSynonyms", "CZLibShims",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Export",
            dependencies: ["Index", "Extract", "Ingest", "CXLSXWriter", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings
        ),
        // The words by which questions are read, as bytes.
        .target(name: "CAskWords", exclude: ["cues.tsv", "intents.tsv", "units.tsv", "words.tsv"]),
        .target(name: "Ask", dependencies: ["CAskWords", "Index", "Extract", "Ingest"], swiftSettings: settings),
        // The page's style and script and the API's description, taken in by #embed: quick at any size.
        .target(name: "CAssets", exclude: ["Files"]),
        .target(
            name: "Server",
            dependencies: [
                "Ask", "Index", "Extract", "Ingest", "Export", "CAssets",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "gongbao",
            dependencies: [
                "Ingest", "Extract", "Index", "Ask", "Export", "Server",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),

        .target(
            name: "TestSupport", dependencies: ["Ingest", "Extract"], path: "Tests/TestSupport", swiftSettings: settings
        ),
        .testTarget(
            name: "IngestTests", dependencies: ["Ingest", "TestSupport"], exclude: ["Fixtures"], swiftSettings: settings
        ),
        .testTarget(
            name: "ExtractTests", dependencies: ["Extract", "Ingest", "TestSupport"],
            exclude: ["Corpus/Fixtures", "Crashes"],
            swiftSettings: settings),
        .testTarget(
            name: "IndexTests",
            dependencies: [
                "Index", "Extract", "CICUShims", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "AskTests", dependencies: ["Ask", "CAskWords", "Index", "Extract", "Ingest", "TestSupport"],
            exclude: ["Fixtures"],
            swiftSettings: settings),
        .testTarget(
            name: "ExportTests", dependencies: ["Export", "Index", "Extract", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "Server", "CAssets", "Index", "Extract", "Ingest", "TestSupport",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "CommandTests", dependencies: ["gongbao", "Extract", "TestSupport"], exclude: ["Fixtures"],
            swiftSettings: settings),
    ]
)
