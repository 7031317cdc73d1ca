import FaultServer
import Glibc
import HTTP
import Locking
import TestSupport
import Testing

/// A folder of a test's own, gone at the end.
private final class Folder {
  let path: String

  init() throws {
    var template = Array("/tmp/yozakura-download-XXXXXX".utf8CString)
    _ = try #require(mkdtemp(&template))
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    unlink("\(path)/file")
    rmdir(path)
  }

  /// What the file here holds.
  func contents() throws -> [UInt8] {
    let file = try #require(fopen("\(path)/file", "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 32 << 20)
    return Array(bytes[..<fread(&bytes, 1, bytes.count, file)])
  }
}

/// A megabyte of which no part looks like another.
private let file = (0..<250_000).flatMap { number in withUnsafeBytes(of: UInt32(number).bigEndian) { Array($0) } }

/// The outcome of a download of `url` into `folder`, and what the observer was shown.
private func download(
  _ url: String, into folder: Folder, from partial: HTTPPartial? = nil, limit: Int = 32 << 20
) async throws -> (outcome: HTTPOutcome, seen: [UInt8]) {
  let seen = Lock<[UInt8]>([])
  let sink = try #require(
    HTTPFileSink(path: "\(folder.path)/file") { bytes in seen.withLock { $0.append(contentsOf: bytes) } })
  var limits = HTTPLimits(bodyBytes: limit)
  limits.speedWindow = .seconds(2)
  let client = HTTPClient(userAgent: "yozakura/test")
  let outcome = await client.download(HTTPRequest(url, limits: limits, resuming: partial), to: sink)
  return (outcome, seen.withLock { $0 })
}

@Suite struct `A download` {
  @Test(arguments: [Answer.ok(file), .chunked(file), .slow(file, every: .milliseconds(10))])
  func `is in its file and has been seen when it ends, however it is framed`(_ answer: Answer) async throws {
    let (server, folder) = (try HostileServer(["/file": answer]), try Folder())
    let (outcome, seen) = try await download(server.url("/file"), into: folder)
    let response = try outcome.result.get()

    #expect(response.body.isEmpty && response.wireBytes == file.count)
    #expect(try folder.contents() == file)
    #expect(seen == file)
  }

  @Test func `takes the place of a longer file`() async throws {
    let (server, folder) = (try HostileServer(["/file": .ok(file), "/short": .ok(body)]), try Folder())
    _ = try await download(server.url("/file"), into: folder)
    let (_, seen) = try await download(server.url("/short"), into: folder)

    #expect(try folder.contents() == body)
    #expect(seen == body)
  }

  @Test func `goes on behind what is in the file, and all of it is seen`() async throws {
    let answer = Answer.broken(afterBytes: 700_000, of: file, validator: "\"a\"", headers: ["ETag": "\"a\""])
    let (server, folder) = (try HostileServer(["/file": answer]), try Folder())
    let partial = try #require(try await download(server.url("/file"), into: folder).outcome.partial)
    let (outcome, seen) = try await download(server.url("/file"), into: folder, from: partial)

    #expect(partial.count == 700_000 && partial.body.isEmpty)
    #expect(try outcome.result.get().wireBytes == file.count - 700_000)
    #expect(try folder.contents() == file)
    #expect(seen == file)
  }

  @Test func `can be gone on with by who kept its partial elsewhere`() async throws {
    let answer = Answer.broken(afterBytes: 700_000, of: file, validator: "\"a\"", headers: ["ETag": "\"a\""])
    let (server, folder) = (try HostileServer(["/file": answer]), try Folder())
    _ = try await download(server.url("/file"), into: folder)
    let kept = HTTPPartial(url: server.url("/file"), count: 600_000, validator: "\"a\"", length: file.count)
    let (outcome, _) = try await download(server.url("/file"), into: folder, from: kept)

    #expect(try outcome.result.get().wireBytes == file.count - 600_000)
    #expect(try folder.contents() == file)
  }

  @Test func `begins anew in its file where the server's file has changed`() async throws {
    let answer = Answer.broken(afterBytes: 700_000, of: file, validator: "\"a\"", headers: ["ETag": "\"a\""])
    let (server, folder) = (try HostileServer(["/file": answer]), try Folder())
    let partial = try #require(try await download(server.url("/file"), into: folder).outcome.partial)
    server.route("/file", .broken(afterBytes: 0, of: body, validator: "\"b\"", headers: ["ETag": "\"b\""]))
    let (_, seen) = try await download(server.url("/file"), into: folder, from: partial)

    #expect(try folder.contents() == body)
    #expect(seen == body)
  }

  @Test func `does not go on behind what is not in the file`() async throws {
    let answer = Answer.broken(afterBytes: 700_000, of: file, validator: "\"a\"", headers: ["ETag": "\"a\""])
    let (server, folder) = (try HostileServer(["/file": answer]), try Folder())
    let partial = HTTPPartial(url: server.url("/file"), count: 1000, validator: "\"a\"", length: file.count)

    #expect(
      try await download(server.url("/file"), into: folder, from: partial).outcome.result.failure == .sinkRefused)
  }

  @Test func `ends where the disk takes no more`() async throws {
    let (server, folder) = (try HostileServer(["/file": .ok(file)]), try Folder())

    await #expect(processExitsWith: .success) {
      [url = server.url("/file") as String, path = "\(folder.path)/file" as String] in
      // A limit of one's own is as good as a full disk.
      signal(SIGXFSZ, SIG_IGN)
      var room = rlimit(rlim_cur: 500_000, rlim_max: 500_000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &room)
      let sink = try #require(HTTPFileSink(path: path) { _ in })
      let outcome = await HTTPClient(userAgent: "yozakura/test").download(HTTPRequest(url), to: sink)

      #expect(outcome.result.failure == .sinkRefused && sink.failure == EFBIG)
    }
  }

  @Test func `is no larger than its limit`() async throws {
    let (server, folder) = (try HostileServer(["/file": .chunked(file)]), try Folder())

    #expect(
      try await download(server.url("/file"), into: folder, limit: 500_000).outcome.result.failure
        == .tooLarge(limit: 500_000))
  }

  @Test func `asks for no compression, and takes none`() async throws {
    let (server, folder) = (try HostileServer(["/file": .gzip(file), "/packed": .brokenGzip(file)]), try Folder())

    #expect(try await download(server.url("/file"), into: folder).outcome.result.failure == nil)
    #expect(try await download(server.url("/packed"), into: folder).outcome.result.failure == .badEncoding("gzip"))
  }

  @Test func `keeps a refusal out of the file`() async throws {
    let (server, folder) = (try HostileServer(["/file": .status(503, "Busy.")]), try Folder())
    let (outcome, seen) = try await download(server.url("/file"), into: folder)

    #expect(outcome.result.failure == .status(503, sentence: "Busy."))
    #expect(try folder.contents().isEmpty && seen.isEmpty)
  }
}
