// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Fuzz",
    dependencies: [.package(name: "gongbao", path: "..")],
    targets: [
        .executableTarget(name: "Fuzzer", dependencies: [.product(name: "Gongbao", package: "gongbao")])
    ]
)
