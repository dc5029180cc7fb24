// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Debian's file carries a flag that SwiftPM refuses with a warning; its paths are the default ones.
#if os(macOS)
let simdjsonConfig: String? = "simdjson"
#else
let simdjsonConfig: String? = nil
#endif

let package = Package(
  name: "stemma",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "StemmaKit", targets: ["StemmaKit"]),
    .executable(name: "stemma", targets: ["stemma"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    // System libraries, each with the package that brings it.
    .systemLibrary(
      name: "CXXHash", pkgConfig: "libxxhash",
      providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CZstd", pkgConfig: "libzstd",
      providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    .systemLibrary(
      name: "CXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CSIMDJSONLibrary", pkgConfig: simdjsonConfig,
      providers: [.apt(["libsimdjson-dev"]), .brew(["simdjson"])]),
    .target(name: "CHTML", dependencies: ["CXML2"]),
    .target(
      name: "CSIMDJSON", dependencies: ["CSIMDJSONLibrary"],
      linkerSettings: [.linkedLibrary("simdjson")]),

    .target(name: "CTables"),
    .target(name: "CKernels", dependencies: ["CXXHash", "CTables"]),
    .target(
      name: "StemmaKit", dependencies: ["CXXHash", "CTables", "CKernels"], swiftSettings: strict),
    .target(
      name: "StemmaFormats",
      dependencies: ["StemmaKit", "CXXHash", "CZlib", "CZstd", "CHTML", "CSIMDJSON"],
      resources: [.embedInCode("HTML/Page")],
      swiftSettings: strict),
    .target(
      name: "StemmaBench", dependencies: ["StemmaKit", "StemmaFormats"], swiftSettings: strict),
    .executableTarget(
      name: "stemma",
      dependencies: [
        "StemmaKit", "StemmaFormats", "StemmaBench",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .testTarget(
      name: "StemmaKitTests", dependencies: ["StemmaKit", "CKernels", "CXXHash"],
      resources: [.copy("Vectors")],
      swiftSettings: strict),
    .testTarget(
      name: "StemmaFormatsTests", dependencies: ["StemmaFormats"], swiftSettings: strict),
    .testTarget(
      name: "StemmaBenchTests", dependencies: ["StemmaBench", "StemmaKit", "StemmaFormats"],
      swiftSettings: strict),
    .testTarget(
      name: "StemmaTests", dependencies: ["stemma", "StemmaKit", "StemmaFormats"],
      exclude: ["Help"],
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
