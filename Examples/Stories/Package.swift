// swift-tools-version: 6.1
import PackageDescription

// Uses StemmaKit as a program of your own would.
let package = Package(
  name: "Stories",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "stemma", path: "../..")],
  targets: [
    .executableTarget(
      name: "Stories", dependencies: [.product(name: "StemmaKit", package: "stemma")])
  ]
)
