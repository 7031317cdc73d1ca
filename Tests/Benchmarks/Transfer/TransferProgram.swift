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
  /// How many requests wait for an answer or for a connection: none of those to one server is ever idle.
  private static let requestsAtOnce = 12

  private static func storeObjects(list: String, in folder: String) async -> Bool {
    guard let text = read(list), let capsule = try? TimeCapsule.open(at: folder, program: "bench"),
      let alone = try? capsule.withoutCollection("bench")
    else { return false }
    defer { alone.release() }
    let urls = text.split(separator: "\n").map(String.init)
    let client = HTTPClient(userAgent: "yozakura-bench")
    defer { client.close() }
    let intake = ObjectIntake(capsule)
    let position = Lock(0)
    let isWhole = await withTaskGroup { group in
      for _ in 0..<requestsAtOnce {
        group.addTask {
          while let url = position.withLock({ next(in: urls, at: &$0) }) {
            guard let body = await fetch(url, with: client), (try? intake.add(PreparedObject(body))) != nil else {
              return false
            }
          }
          return true
        }
      }
      return await group.reduce(true) { $0 && $1 }
    }
    return isWhole && (try? intake.record()) != nil
  }

  private static func next(in urls: [String], at position: inout Int) -> String? {
    guard position < urls.count else { return nil }
    defer { position += 1 }
    return urls[position]
  }

  /// The body at `url`, proven by the hash that is its name.
  private static func fetch(_ url: String, with client: HTTPClient) async -> [UInt8]? {
    guard let body = try? await client.get(HTTPRequest(url)).body,
      Digest(of: body).hex == url.suffix(64)
    else { return nil }
    return body
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
