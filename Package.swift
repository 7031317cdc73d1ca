// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A room of the house: a library target with the settings that all of them share.
func room(_ name: String, uses dependencies: [Target.Dependency] = [], path: String? = nil) -> Target {
  .target(name: name, dependencies: dependencies, path: path, swiftSettings: settings)
}

/// Tests of a release are not optimised themselves: that would take longer than it saves.
let testSettings = settings + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

/// Neither are screens and commands, which are wide and not hot, where the tests are built; see `Makefile`.
let wideSettings =
  Context.environment["YOZAKURA_TEST_BUILD"] == nil ? settings : settings + [.unsafeFlags(["-Onone"])]

/// The tests of one room.
func tests(_ name: String, uses dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: testSettings)
}

/// Lets the benchmarks count what they ask the allocator for; see `Allocations`.
let countedAllocations = LinkerSetting.unsafeFlags(
  ["malloc", "calloc", "realloc", "posix_memalign"].flatMap { ["-Xlinker", "--wrap=\($0)"] })

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

let package = Package(
  name: "yozakura",
  products: [
    .executable(name: "yozakura", targets: ["yozakura"]),
    .executable(name: "yozakura-player", targets: ["yozakura-player"]),
    .executable(name: "yozakura-bench", targets: ["yozakura-bench"]),
    .executable(name: "yozakura-torture", targets: ["yozakura-torture"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // System libraries: a module map and a header-only shim each.
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CCurl"),
    .systemLibrary(name: "CZstd"),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CSystem"),
    .systemLibrary(name: "CMpv"),

    // Pure rooms: the standard library only, which `.ci/imports` holds them to.
    room("TUI"),
    room("Anime"),
    room("Markup"),
    room("Formats", uses: ["Anime", "Markup"]),
    room("Danmaku", uses: ["Markup"]),
    room("Mirrors"),
    room("TOML"),
    room("Playback"),
    room("Picture", uses: ["TUI", "Playback"]),
    .target(
      name: "App", dependencies: ["TUI", "Anime", "Danmaku", "Picture", "Playback"], swiftSettings: wideSettings),

    // Rooms with a window to the outside.
    room("Locking"),
    room("Spawning"),
    room("TUITesting", uses: ["TUI"]),
    room("FaultServer", uses: ["CZlib", "Locking"]),
    room("TUINcurses", uses: ["TUI", "CNcurses", "CSystem", "Locking"]),
    room("Player", uses: ["Playback", "Picture", "CSystem", "Locking", "Spawning"]),
    room("MPV", uses: ["Playback", "Formats", "CSystem", "Spawning"]),
    room("HTTP", uses: ["CCurl", "CZlib", "CSystem", "Locking"]),
    room("Capsule", uses: ["CZstd", "CSystem", "Locking", crypto]),
    room("Library", uses: ["Anime", "Danmaku", "Formats", "Capsule", "CSQLite", "CSystem", "Locking", crypto, grdb]),
    room("Providers", uses: ["Anime", "Danmaku", "Formats", "Mirrors", "HTTP", "Locking", crypto]),
    .executableTarget(
      name: "yozakura",
      dependencies: [
        "App", "TUI", "TUINcurses", "Anime", "Danmaku", "Formats", "Markup", "Mirrors", "HTTP", "Capsule", "Library",
        "Providers", "Locking", "Spawning", "FaultServer", "CSystem", "TOML", "Picture", "Playback", "Player", "MPV",
        argumentParser,
      ],
      swiftSettings: wideSettings),
    // Decodes, in a process of its own: what media do to it they do to nobody else.
    .executableTarget(
      name: "yozakura-player", dependencies: ["Playback", "Player", "CMpv", "CSystem", "CZlib", "Locking"],
      swiftSettings: settings),
    .executableTarget(
      name: "yozakura-bench",
      dependencies: [
        "App", "TUI", "TUINcurses", "Anime", "Danmaku", "Capsule", "Library", "Providers", "HTTP", "FaultServer",
        "Locking", "CSystem", "Picture", "Playback", crypto,
      ],
      path: "Tests/Benchmarks",
      swiftSettings: wideSettings,
      linkerSettings: [countedAllocations]),

    .executableTarget(
      name: "yozakura-torture",
      dependencies: [
        "Anime", "Capsule", "Library", "Providers", "Mirrors", "HTTP", "FaultServer", "Locking", "CSystem",
        "DanmakuProperties", "FeedProperties", "AnnouncementYear",
      ],
      path: "Tests/Torture",
      swiftSettings: settings),

    // What holds of every layout: tests and torture try it with stages of their own.
    room("DanmakuProperties", uses: ["Danmaku"], path: "Tests/DanmakuProperties"),
    // The same of every feed, however hostile.
    room("FeedProperties", uses: ["Anime", "Formats"], path: "Tests/FeedProperties"),
    // A year of asking what is new, and who knows better: tests and torture live through years of their own.
    room("AnnouncementYear", uses: ["Anime"], path: "Tests/AnnouncementYear"),
    room("TestSupport", uses: ["FaultServer", "CSystem"], path: "Tests/TestSupport"),
    tests("TUITests", uses: ["TUI", "TUITesting", "TUINcurses", "CNcurses", "Locking"]),
    tests("AnimeTests", uses: ["Anime", "AnnouncementYear", "TestSupport"]),
    tests("MarkupTests", uses: ["Markup"]),
    tests("FormatsTests", uses: ["Formats", "Anime", "Markup", "FeedProperties", "TestSupport"]),
    tests("DanmakuTests", uses: ["Danmaku", "DanmakuProperties", "TestSupport"]),
    tests("MirrorsTests", uses: ["Mirrors"]),
    tests("TOMLTests", uses: ["TOML"]),
    tests("PlaybackTests", uses: ["Playback"]),
    tests("PlayerTests", uses: ["Player", "Picture", "Playback", "TUI", "TestSupport"]),
    tests("PictureTests", uses: ["Picture", "Playback", "TUI"]),
    tests("MPVTests", uses: ["MPV", "Playback", "CSystem", "TestSupport"]),
    tests("HTTPTests", uses: ["HTTP", "FaultServer", "Locking", "TestSupport"]),
    tests("CapsuleTests", uses: ["Capsule", "Locking", "TestSupport"]),
    tests(
      "LibraryTests",
      uses: ["Library", "Anime", "Danmaku", "Formats", "Capsule", "Locking", "Providers", "TestSupport", grdb]),
    tests(
      "ProvidersTests",
      uses: ["Providers", "Anime", "Danmaku", "Formats", "HTTP", "Mirrors", "FaultServer", "TestSupport"]),
    tests("AppTests", uses: ["App", "TUI", "TUITesting", "Anime", "Danmaku", "Picture", "Playback"]),
    tests(
      "CommandTests",
      uses: ["App", "Anime", "Capsule", "Library", "Providers", "FaultServer", "Locking", "TestSupport"]),
    tests("EndToEndTests", uses: ["CSystem", "FaultServer", "TestSupport"]),
    // What the fuzzer runs too, which has an entry of its own; see .ci/fuzz.
    .testTarget(
      name: "FuzzTests", dependencies: ["Anime", "Danmaku", "FeedProperties", "Markup", "TUI", "TOML"],
      path: "Tests/Fuzz",
      exclude: ["Corpus", "Entry"],
      swiftSettings: testSettings),
  ],
  swiftLanguageModes: [.v6]
)
