internal import App
internal import CSystem
internal import Glibc
internal import Library
internal import Providers

/// The servers of comments in config.toml: the user's own, never written by us.
///
///     [[danmaku.server]]
///     name = "example"
///     kind = "dandanplay"
///     url = "https://api.example.org"
///     appId = "…"
///     appSecret = "…"
struct DanmakuServersFile {
  /// config.toml.
  let path: String

  /// Where the credentials may stand instead, so that no file has to hold them.
  static let variables = (id: "YOZAKURA_DANDANPLAY_ID", secret: "YOZAKURA_DANDANPLAY_SECRET")

  private static let keys = ["name", "kind", "enabled", "url", "path", "appId", "appSecret"]
  private static let kinds = ["dandanplay", "url", "directory"]

  /// The servers that are not switched off, in the order in which they are asked.
  func read() throws(Failure) -> [DanmakuServer] {
    var servers: [DanmakuServer] = []
    for row in try tables() {
      let server = try server(row)
      guard !servers.contains(where: { $0.name == server.name }) else {
        throw row.failure("another one is called `\(server.name)` too.")
      }
      if try row.flag("enabled") ?? true { servers.append(server) }
    }
    return servers
  }

  /// The server called `name`, or all that are not switched off; there is at least one.
  func named(_ name: String?) throws(Failure) -> [DanmakuServer] {
    let servers = try read()
    guard let name else {
      guard !servers.isEmpty else {
        throw .notFound(
          "No server of comments is configured, and none is built in: see DANMAKU SERVERS in yozakura-config(5).")
      }
      return servers
    }
    let named = servers.filter { $0.name == name }
    guard !named.isEmpty else {
      let suggestion = servers.map(\.name).suggestion(for: name)
      throw .notFound("No server of comments is called `\(name)` in \(path).\(suggestion)")
    }
    return named
  }

  /// Whether a secret stands in the file and others than its owner can read it.
  var isSecretOpen: Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & 0o077 != 0, let tables = try? tables() else { return false }
    return tables.contains { $0["appSecret"] != nil }
  }

  private func tables() throws(Failure) -> [FileTable] {
    let whole: ConfigurationTable?
    do {
      whole = try TOMLFile.read(path)
    } catch {
      throw Failure(error)
    }
    guard case .table(let danmaku)? = whole?["danmaku"] else { return [] }
    return try FileTable(danmaku, at: "\(path):").tables("server", under: "danmaku.server", known: Self.keys)
  }

  private func server(_ row: FileTable) throws(Failure) -> DanmakuServer {
    let name = try row.needed("name")
    guard DanmakuSource(name) != nil else {
      throw row.failure("“\(name)” is no name: a letter or digit, then letters, digits, `-`, `_` and `.`, at most 32.")
    }
    return DanmakuServer(name: name, kind: try kind(row))
  }

  private func kind(_ row: FileTable) throws(Failure) -> DanmakuServer.Kind {
    switch try row.needed("kind") {
    case "dandanplay": return .dandanplay(base: try row.address(), credentials: try credentials(row))
    case "url":
      _ = try row.address()
      return .url(try row.template("url"))
    case "directory": return .directory(try row.path())
    case let other:
      let suggestion = Self.kinds.suggestion(for: other)
      throw row.failure(
        "“\(other)” is no kind of server.\(suggestion) There are: \(Self.kinds.joined(separator: ", ")).")
    }
  }

  private func credentials(_ row: FileTable) throws(Failure) -> DandanplayCredentials? {
    let id = try row.filled("appId") ?? Environment[Self.variables.id]
    let secret = try row.filled("appSecret") ?? Environment[Self.variables.secret]
    switch (id, secret) {
    case (let id?, let secret?): return DandanplayCredentials(id: id, secret: secret)
    case (nil, nil): return nil
    default: throw row.failure("appId and appSecret belong together; one of them is missing.")
    }
  }
}

extension FileTable {
  /// The text under `key`, where that is there. What stands there instead is not told: it may be a secret.
  fileprivate func filled(_ key: String) throws(Failure) -> String? {
    guard let value = self[key] else { return nil }
    guard case .string(let text) = value, !text.isEmpty else { throw failure("`\(key)` has to be a text.") }
    return text
  }

  fileprivate func address() throws(Failure) -> String {
    let address = try needed("url")
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      throw failure("`url` has to be an http or https address.")
    }
    return address
  }

  /// A path that means the same wherever the program is started.
  fileprivate func path() throws(Failure) -> AddressTemplate {
    let path = try template("path")
    guard path.text.hasPrefix("/") || path.text.hasPrefix("~") else {
      throw failure("`path` has to begin with `/` or `~`.")
    }
    return path
  }

  /// An address of one file for each episode.
  fileprivate func template(_ key: String) throws(Failure) -> AddressTemplate {
    guard let template = AddressTemplate(try needed(key)) else {
      throw failure(
        "`\(key)` has braces that mean nothing; there are {episode}, {episode:2}, {title}, {bangumi}, {mal} …")
    }
    guard template.namesEpisode else {
      throw failure("`\(key)` has no {episode}: it would give every episode the same comments.")
    }
    return template
  }
}

extension Session {
  /// Where comments can be fetched from.
  var danmakuServers: DanmakuServersFile { DanmakuServersFile(path: folders.configurationFile) }
}
