// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let realModule: Target.Dependency = .product(name: "RealModule", package: "swift-numerics")

let package = Package(
  name: "luwes",
  products: [.executable(name: "luwes", targets: ["luwes"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CCbc", providers: [.apt(["coinor-libcbc-dev"])]),
    .systemLibrary(name: "CFileExchange"),
    .systemLibrary(name: "CNumberText"),
    .target(name: "CBoostMath"),
    .target(
      name: "Statistics", dependencies: ["COpenBLAS", "CBoostMath", realModule],
      swiftSettings: strict),
    .target(name: "Queueing", dependencies: [realModule], swiftSettings: strict),
    .target(name: "HybridWork", dependencies: ["Queueing", realModule], swiftSettings: strict),
    .target(
      name: "Populations", dependencies: ["HybridWork", "Statistics", realModule],
      swiftSettings: strict),
    .target(
      name: "Fairness", dependencies: ["HybridWork", "Statistics", realModule],
      swiftSettings: strict),
    .target(
      name: "Simulation", dependencies: ["HybridWork", "Queueing", "Statistics", realModule],
      swiftSettings: strict),
    .target(
      name: "PilotAssessment", dependencies: ["Statistics", realModule], swiftSettings: strict),
    .target(
      name: "Exploration",
      dependencies: [
        "CCbc", "HybridWork", "PilotAssessment", "Simulation", "Statistics", realModule,
      ],
      swiftSettings: strict),
    .target(
      name: "StudyFiles",
      dependencies: [
        "CLibCSV", "Exploration", "HybridWork", "PilotAssessment", "Populations", "Simulation",
        "Statistics",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "RunArchive",
      dependencies: [
        "CFileExchange", "CSodium", "HybridWork", "Simulation", "Statistics",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Reports",
      dependencies: [
        "CNumberText",
        "CXLSXWriter", "Exploration", "Fairness", "HybridWork", "PilotAssessment", "Populations",
        "RunArchive", "Simulation",
        "Statistics",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "luwes",
      dependencies: [
        "Exploration", "Fairness", "HybridWork", "PilotAssessment", "Populations", "Queueing",
        "Reports", "RunArchive", "Simulation", "Statistics", "StudyFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics", realModule], exclude: ["References"],
      swiftSettings: strict),
    .testTarget(
      name: "QueueingTests", dependencies: ["Queueing", realModule], exclude: ["References"],
      swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: ["HybridWork", "PilotAssessment", "Simulation", "Statistics", realModule],
      path: "Tests/TestSupport", swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Exploration", "HybridWork", "Queueing", "Simulation", "Statistics", "StudyFiles",
        "TestSupport", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Benchmarks", swiftSettings: strict),
    .testTarget(
      name: "HybridWorkTests", dependencies: ["HybridWork", "TestSupport", realModule],
      swiftSettings: strict),
    .testTarget(
      name: "PopulationsTests", dependencies: ["Populations", "HybridWork", "Statistics"],
      exclude: ["References"], swiftSettings: strict),
    .testTarget(
      name: "FairnessTests",
      dependencies: ["Fairness", "HybridWork", "Statistics", "TestSupport", realModule],
      exclude: ["References"], swiftSettings: strict),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "Simulation", "HybridWork", "Queueing", "Statistics", "TestSupport", realModule,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PilotAssessmentTests",
      dependencies: ["PilotAssessment", "Statistics", "TestSupport", realModule],
      exclude: ["References"], swiftSettings: strict),
    .testTarget(
      name: "ExplorationTests",
      dependencies: [
        "Exploration", "HybridWork", "PilotAssessment", "Simulation", "Statistics", "TestSupport",
        realModule,
      ],
      exclude: ["References"], swiftSettings: strict),
    .testTarget(
      name: "RunArchiveTests",
      dependencies: [
        "RunArchive", "HybridWork", "Simulation", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["References"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "Exploration", "HybridWork", "RunArchive", "Simulation", "Statistics",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StudyTests",
      dependencies: [
        "Exploration", "HybridWork", "PilotAssessment", "Simulation", "Statistics", "TestSupport",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "StudyFilesTests",
      dependencies: [
        "StudyFiles", "Exploration", "HybridWork", "PilotAssessment", "Populations", "Simulation",
        "Statistics",
      ],
      exclude: ["Fixtures"], swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
