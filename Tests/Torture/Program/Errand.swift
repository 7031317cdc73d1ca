import Capsule
import Glibc

/// One call of the program in the standard run.
struct Errand: Sendable {
  let name: String
  let arguments: [String]
  /// Done to the home before: the server has something new, a file was spoiled.
  var prepare: @Sendable (Home) -> Void = { _ in }
  /// What may be left to do after it was stopped, before the capsule has to be clean.
  var afterwards: [String]?
}

/// The standard run: an archive of 200 objects comes in, a sync, comments for an episode, more of them, 20 edits, a
/// collection, a repair.
struct StandardRun: Sendable {
  /// The run's home before each errand, and after the last.
  let homes: [Home]
  /// What the capsule says there.
  let accounts: [Account]
  /// What `list --json` says there.
  let lists: [String]
  let errands: [Errand]
  let folder: String
  /// The commands of the run that the program does not have.
  let missing: [String]

  /// Does the whole run once, and keeps the home as it was before each errand.
  init(binary: String, server: CatalogueServer, in folder: String) throws {
    self.folder = folder
    let archive = "\(folder)/archive"
    let probe = Home(path: folder, binary: binary)
    missing = ["import", "export", "verify", "gc", "repair"]
      .filter { probe.run(["capsule", $0, "--help"]).code != 0 }.map { "capsule \($0)" }
    let missing = missing
    if !missing.contains("capsule export") {
      try Self.makeArchive(archive, binary: binary, server: server, in: folder)
    }
    errands = Self.errands(archive: archive, comments: Self.makeComments(in: folder)).filter {
      !missing.contains("capsule \($0.name)")
    }
    var home = Home(path: "\(folder)/home-0", binary: binary)
    server.provide(for: home)
    server.publish(generation: 2)
    var (homes, accounts, lists): ([Home], [Account], [String]) = ([home], [try Account(of: home)], [home.list])
    for (index, errand) in errands.enumerated() {
      errand.prepare(home)
      let next = home.copy(to: "\(folder)/home-\(index + 1)")
      try next.mustRun(errand.arguments)
      homes.append(next)
      accounts.append(try Account(of: next))
      lists.append(next.list)
      home = next
    }
    (self.homes, self.accounts, self.lists) = (homes, accounts, lists)
  }

  /// What others would hand on: a capsule that has synced twice.
  private static func makeArchive(_ path: String, binary: String, server: CatalogueServer, in folder: String) throws {
    let home = Home(path: "\(folder)/giver", binary: binary)
    server.provide(for: home)
    for generation in 0...1 {
      server.publish(generation: generation)
      try home.mustRun(["sync"])
    }
    try home.mustRun(["capsule", "export", path])
  }

  /// Files of comments, of which nothing tells who sent them: what is kept of them is the same under every salt.
  private static func makeComments(in folder: String) -> [String] {
    [200, 300].map { count in
      let comments = (0..<count).map { "<d p=\"\($0),1,25,16777215\">夜桜 \($0)</d>" }
      Files.write(Array("<i>\(comments.joined())</i>".utf8), to: "\(folder)/\(count).xml")
      return "\(folder)/\(count).xml"
    }
  }

  private static func errands(archive: String, comments: [String]) -> [Errand] {
    let shows = (0..<20).map { "bangumi:\(900_000 + 7 * $0)" }
    let edits = shows.enumerated().map { index, show in
      switch index % 4 {
      case 0: Errand(name: "follow", arguments: ["follow", show])
      case 1: Errand(name: "set", arguments: ["set", show, "--progress", "\(index)", "--note", "夜桜 \(index)"])
      case 2: Errand(name: "set", arguments: ["set", show, "--status", "watching", "--score", "8.5"])
      default: Errand(name: "undo", arguments: ["undo"])
      }
    }
    return [
      Errand(name: "import", arguments: ["capsule", "import", archive]), Errand(name: "sync", arguments: ["sync"]),
    ]
      + comments.map {
        Errand(
          name: "danmaku import",
          arguments: ["danmaku", "import", $0, "--show", "bangumi:900000", "--episode", "1", "--source", "torture"])
      } + edits + [
        Errand(name: "gc", arguments: ["capsule", "gc", "--apply"]),
        Errand(
          name: "repair", arguments: ["capsule", "repair"], prepare: Damage.spoil,
          afterwards: ["capsule", "repair"]),
      ]
  }
}

extension Home {
  /// What the user's list is, as the program says it.
  var list: String { run(["list", "--json"]).object }

  /// Runs the program where nothing stands in its way.
  func mustRun(_ arguments: [String]) throws {
    let ended = run(arguments)
    guard ended.code == 0 else {
      throw Flaw(what: "`\(arguments.joined(separator: " "))` with nothing wrong: \(ended.code), \(ended.output)")
    }
  }
}

extension Files {
  /// Makes `path` and the folders above it.
  static func makeFolders(_ path: String) {
    _ = path.split(separator: "/").reduce(into: "") { parent, part in
      parent += "/\(part)"
      mkdir(parent, 0o700)
    }
  }
}

/// What a repair has to do.
enum Damage {
  /// Spoils a byte of one file of everything that the capsule has twice.
  static let spoil: @Sendable (Home) -> Void = { home in
    for (folder, ending) in [("ops", ".copy"), ("commits", ".json")] {
      let path = "\(home.capsule)/\(folder)"
      guard let name = Files.names(in: path)?.sorted().last(where: { $0.hasSuffix(ending) }),
        var bytes = Files.contents("\(path)/\(name)"), !bytes.isEmpty
      else { continue }
      bytes[bytes.count / 2] ^= 0x20
      Files.replace("\(path)/\(name)", with: bytes)
    }
  }
}

extension Files {
  /// Writes a file that may not be written to in place.
  static func replace(_ path: String, with bytes: [UInt8]) {
    unlink(path)
    write(bytes, to: path)
  }
}
