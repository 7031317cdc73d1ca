internal import Anime
internal import Capsule
internal import HTTP
internal import Library
internal import Providers

/// What is in the capsule, where it comes from, and whether the configuration is understood.
struct LibraryChecks {
  let session: Session

  var all: [Check] {
    library + configuration + providers + [network]
  }

  private var library: [Check] {
    let snapshot: Snapshot
    do {
      let library = try session.library
      // What the index remembers was not read now; the logs are.
      _ = try (library.capsule.logs(), library.capsule.headCommit())
      snapshot = library.snapshot()
    } catch {
      return [.bad("capsule", Failure(error).message, "Nothing was changed.")]
    }
    let damage = session.damage.map { Check(name: "capsule", state: .warning, detail: $0) }
    let count = "\(snapshot.catalogue.count) shows, \(snapshot.entries.count) of them on your list"
    guard let observed = snapshot.stamp.observed else {
      return damage + [.good("capsule", "no commit yet"), .good("library", "\(count); the starter catalogue")]
    }
    let age = Age.text(session.now - observed)
    return damage + [
      .good("capsule", "commit \(snapshot.stamp.headSequence) of \(observed.iso8601), \(age) ago"),
      .good("library", count),
    ]
  }

  private var configuration: [Check] {
    let problems = session.configurationProblems
    guard problems.isEmpty else {
      return problems.map { problem in
        // Without providers.toml there is no sync; without config.toml there are defaults.
        let state: Check.State = problem.file == session.providers.path ? .bad : .warning
        return Check(name: "config", state: state, detail: problem.text, advice: nil)
      }
    }
    return [.good("config", session.loaded.exists ? "\(session.loaded.path) is understood" : "all defaults")]
  }

  private var providers: [Check] {
    guard let configured = try? session.providers.read() else { return [] }
    let states = (try? session.library.snapshot().providers) ?? []
    let memory = SyncMemory(folder: session.folders.state).recall()
    return configured.map { provider in
      let name = provider.name
      guard provider.isEnabled else { return .good("provider", "\(name): disabled") }
      guard !provider.isFeed else { return feed(name) }
      guard let state = states.first(where: { $0.name == name }) else {
        return .warning("provider", "\(name): never fetched", "`yozakura sync` fetches it.")
      }
      var text = "\(name): \(state.version ?? "no version"), fetched \(Age.text(session.now - state.fetched)) ago"
      if let known = memory[name], known.mirrorCount > 0 {
        let failed = known.failures.filter { provider.mirrors.contains($0.address) }.count
        text += ", \(known.mirrorCount - failed)/\(known.mirrorCount) mirrors"
      }
      guard state.setAside == nil else {
        return .warning("provider", text, "An answer that lacked too many shows was set aside.")
      }
      return .good("provider", text)
    }
  }

  private func feed(_ name: String) -> Check {
    guard let feed = (try? session.library.feeds())?.first(where: { $0.name == name }) else {
      return .warning("provider", "\(name): never fetched", "`yozakura sync` fetches it.")
    }
    return .good(
      "provider", "\(name): \(Count.of(feed.count, "item")), the last \(Age.text(session.now - feed.received)) ago")
  }

  private var network: Check {
    do throws(HTTPError) {
      let version = try HTTPClient.libraryVersion()
      return .good("network", version.split(separator: " ").prefix(2).joined(separator: " "))
    } catch {
      return .bad("network", error.sentence, "Install libcurl4; everything but `sync` works without it.")
    }
  }
}
