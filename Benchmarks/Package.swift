// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that users of the library do not build what it needs.
let package = Package(
  name: "stemma-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "stemma", path: "../"),
    // Without traits: counting allocations needs a preloaded library and tells little here.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Kernels",
      dependencies: [
        .product(name: "StemmaKit", package: "stemma"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Kernels",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    // What peers/run holds against RapidFuzz.
    .executableTarget(
      name: "LCS",
      dependencies: [.product(name: "StemmaKit", package: "stemma")],
      path: "Benchmarks/LCS"),
  ]
)
