import Capsule
import Crypto
import Glibc
import HTTP
import Locking

/// What is measured beside curl: a process of its own as curl is one, with the client, the capsule, and nothing else.
enum TransferProgram {
  /// The first argument that makes this program one.
  static let flag = "--transfer"

  /// The command that puts what `list` names into `capsule`.
  static func objects(list: String, capsule: String) -> [String] {
    ["/proc/self/exe", flag, "objects", list, capsule]
  }

  /// The command that writes `url` to `file` and compares its hash.
  static func body(url: String, file: String, digest: String) -> [String] {
    ["/proc/self/exe", flag, "body", url, file, digest]
  }

  /// Does what one of these commands says, and answers its exit status.
  static func run(_ arguments: [String]) async -> Int32 {
    switch (arguments.first, arguments.count) {
    case ("objects", 3): await storeObjects(list: arguments[1], in: arguments[2]) ? 0 : 1
    case ("body", 4): await download(arguments[1], to: arguments[2], digest: arguments[3]) ? 0 : 1
    default: 64
    }
  }
}

// MARK: Many objects

extension TransferProgram {
  private static func storeObjects(list: String, in folder: String) async -> Bool {
    guard let text = read(list), let capsule = try? TimeCapsule.open(at: folder, program: "bench") else { return false }
    let urls = text.split(separator: "\n").map(String.init)
    let client = HTTPClient(userAgent: "yozakura-bench")
    defer { client.close() }
    let bodies = await withTaskGroup { group in
      for url in urls { group.addTask { await fetch(url, with: client) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let whole = bodies.compactMap(\.self)
    guard whole.count == urls.count else { return false }
    return (try? store(whole, in: capsule)) != nil
  }

  /// The body at `url`, proven by the hash that is its name.
  private static func fetch(_ url: String, with client: HTTPClient) async -> [UInt8]? {
    guard let body = try? await client.get(HTTPRequest(url)).body,
      Digest(of: body).hex == url.suffix(64)
    else { return nil }
    return body
  }

  private static func store(_ bodies: [[UInt8]], in capsule: TimeCapsule) throws(CapsuleError) {
    try capsule.write("bench") { writer throws(CapsuleError) in
      for body in bodies { _ = writer.put(body) }
      _ = try writer.record(CommitDraft(provider: "bench", cause: "sync", sources: [:]))
    }
  }

  private static func read(_ path: String) -> String? {
    let disk = RealDisk()
    guard let file = try? disk.open(path, .reading) else { return nil }
    defer { disk.close(file) }
    return (try? disk.read(file, count: 1 << 20, at: 0)).map { String(decoding: $0, as: UTF8.self) }
  }
}

// MARK: One body

extension TransferProgram {
  private static func download(_ url: String, to path: String, digest: String) async -> Bool {
    let hash = Lock(SHA256())
    let sink = HTTPFileSink(path: path) { bytes in hash.withLock { $0.update(bufferPointer: bytes) } }
    guard let sink else { return false }
    let client = HTTPClient(userAgent: "yozakura-bench")
    defer { client.close() }
    let outcome = await client.download(HTTPRequest(url, limits: HTTPLimits(bodyBytes: 1 << 40)), to: sink)
    guard case .success = outcome.result else { return false }
    let found = hash.withLock { hash in hash.finalize().map { String(256 + Int($0), radix: 16).dropFirst() }.joined() }
    return found == digest
  }
}
