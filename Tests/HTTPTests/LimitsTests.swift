import FaultServer
import Glibc
import Locking
import TestSupport
import Testing

@testable import HTTP

/// How many descriptors this process has open.
private func openDescriptors() -> Int {
  guard let folder = opendir("/proc/self/fd") else { return 0 }
  defer { closedir(folder) }
  var count = 0
  while readdir(folder) != nil { count += 1 }
  // Two are the folder and the one above; one is the reading itself.
  return count - 3
}

/// Whether `condition` holds within ten seconds.
private func holds(_ condition: () -> Bool) async throws -> Bool {
  let deadline = ContinuousClock.now + .seconds(10)
  while !condition(), ContinuousClock.now < deadline {
    // A pause between two looks: the deadline is above.
    try await Task.sleep(for: .milliseconds(5))
  }
  return condition()
}

@Suite(.timeLimit(.minutes(2)), .blocking) struct `Two hundred requests at once` {
  @Test func `take no more than sixty-four descriptors, and all are answered`() async throws {
    let servers = try (0..<10).map { _ in try HostileServer(["/file": .ok(body).delayed(by: .milliseconds(50))]) }
    let urls = servers.map { $0.url("/file") }

    // In a process of its own, in which nobody else opens anything.
    await #expect(processExitsWith: .success) { [urls = urls as [String]] in
      let client = HTTPClient(userAgent: "yozakura/test")
      #expect(await client.fetch(HTTPRequest(urls[0])).result.failure == nil)
      let (before, most) = (openDescriptors(), Lock(0))
      let answered = await withTaskGroup { group in
        for number in 0..<200 {
          let request = HTTPRequest(urls[number % urls.count], priority: .background)
          group.addTask {
            let outcome = await client.fetch(request) { _ in most.withLock { $0 = max($0, openDescriptors()) } }
            return (try? outcome.result.get().body) == body
          }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(answered == 200)
      let taken = most.withLock { $0 } - before
      #expect(taken <= 64 && taken >= 16, "\(taken) descriptors")
    }
  }

  @Test func `leave the last places to those that somebody waits for`() async throws {
    let silent = try (0..<10).map { _ in try HostileServer(["/file": .stall()]) }
    let server = try HostileServer(["/file": .ok(body)])
    let client = HTTPClient(userAgent: "yozakura/test")
    let waiting = silent.flatMap { server in (0..<20).map { _ in server.url("/file") } }.map { url in
      Task { await client.fetch(HTTPRequest(url, priority: .background)) }
    }
    let asked = { silent.reduce(0) { $0 + $1.count("/file") } }

    #expect(try await holds { asked() == 40 })
    #expect(try await client.get(HTTPRequest(server.url("/file"), limits: quick)).body == body)
    #expect(asked() == 40)
    waiting.forEach { $0.cancel() }
    for task in waiting { #expect(await task.value.result.failure == .cancelled) }
  }

  @Test func `go to one server over six connections`() async throws {
    let silent = try HostileServer(["/file": .stall()])
    let server = try HostileServer(["/file": .ok(body)])
    let client = HTTPClient(userAgent: "yozakura/test")
    let url = silent.url("/file")
    let waiting = (0..<200).map { _ in Task { await client.fetch(HTTPRequest(url)) } }

    #expect(try await holds { silent.count("/file") == 6 })
    #expect(try await client.get(HTTPRequest(server.url("/file"), limits: quick)).body == body)
    #expect(silent.count("/file") == 6)
    waiting.forEach { $0.cancel() }
    for task in waiting { #expect(await task.value.result.failure == .cancelled) }
  }

  @Test(.enabled(if: Nginx.isInstalled, "nginx-light and openssl are not installed"))
  func `share the connections of a server that speaks HTTP/2`() async throws {
    let nginx = try Nginx(["/data.json": body])
    let client = HTTPClient(userAgent: "yozakura/test", certificateAuthorities: nginx.authority)
    let url = nginx.secureURL("/data.json")
    let outcomes = await withTaskGroup { group in
      for _ in 0..<200 { group.addTask { await client.fetch(HTTPRequest(url)) } }
      return await group.reduce(into: []) { $0.append($1) }
    }

    #expect(try outcomes.allSatisfy { try $0.result.get().body == body })
    #expect(outcomes.allSatisfy { $0.timings.version == .http2 })
    #expect(outcomes.count { !$0.timings.isReused } <= 6)
  }

  @Test(.enabled(if: Nginx.isInstalled, "nginx-light and openssl are not installed"))
  func `use the connections of a server that speaks HTTP/1.1 again`() async throws {
    let nginx = try Nginx(["/data.json": body])
    let client = HTTPClient(userAgent: "yozakura/test")
    let url = nginx.url("/data.json")
    let outcomes = await withTaskGroup { group in
      for _ in 0..<200 { group.addTask { await client.fetch(HTTPRequest(url)) } }
      return await group.reduce(into: []) { $0.append($1) }
    }

    #expect(try outcomes.allSatisfy { try $0.result.get().body == body })
    #expect(outcomes.count { !$0.timings.isReused } <= 6)
  }
}

@Suite(.enabled(if: Nginx.isInstalled, "nginx-light and openssl are not installed"), .blocking)
struct `A redirect from outside into one's own network` {
  @Test func `is refused, also where a connection is there already`() async throws {
    let inner = try Nginx(["/data.json": body])
    let port = inner.port
    // A proxy makes a server of the world out of one on this machine.
    let proxy = try HostileServer([
      "http://example.org/name": .redirect(to: "http://localhost:\(port)/data.json"),
      "http://example.org/number": .redirect(to: "http://127.0.0.1:\(port)/data.json"),
      "http://example.org/proxied": .redirect(to: "http://10.1.2.3/data.json"),
      "http://example.org/far": .redirect(to: "http://example.net/file"),
      "http://example.net/file": .ok(body),
    ])

    await #expect(processExitsWith: .success) {
      [proxyURL = proxy.url() as String, innerURL = inner.url("/data.json") as String] in
      setenv("http_proxy", proxyURL, 1)
      setenv("no_proxy", "127.0.0.1,localhost", 1)
      let client = HTTPClient(userAgent: "yozakura/test")
      let failure = { (path: String) async in
        await client.fetch(HTTPRequest("http://example.org/\(path)", limits: quick)).result.failure
      }

      #expect([.forbiddenAddress("127.0.0.1"), .forbiddenAddress("::1")].contains(await failure("name")))
      #expect(await client.fetch(HTTPRequest(innerURL)).result.failure == nil)
      #expect(await failure("number") == .forbiddenAddress("127.0.0.1"))
      #expect(await failure("proxied") == .forbiddenAddress("10.1.2.3"))
      #expect(await failure("far") == nil)
    }
  }
}
