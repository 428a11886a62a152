// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "gongbao", path: "..")],
    targets: [
        .executableTarget(name: "Benchmarks", dependencies: [.product(name: "Gongbao", package: "gongbao")]),
        .executableTarget(name: "PeerDriver", dependencies: [.product(name: "Gongbao", package: "gongbao")]),
    ]
)
