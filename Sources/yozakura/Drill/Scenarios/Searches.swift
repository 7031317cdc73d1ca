internal import Anime
internal import Library

/// Somebody who searches all the time, and how long that took at most.
struct Searches: Sendable {
  /// What came of it.
  struct Result: Sendable {
    /// How many searches there were.
    var count = 0
    /// How long the slowest took.
    var slowest = Duration.zero
  }

  private let task: Task<Result, Never>

  /// Begins to search in `library`, until the end is asked for.
  init(in library: ShowLibrary) {
    task = Task {
      var result = Result()
      while !Task.isCancelled {
        let start = ContinuousClock.now
        let found = library.snapshot().catalogue.search("夜桜の話\(result.count % 9 + 1)", limit: 20)
        if found.isEmpty { break }
        result.slowest = max(result.slowest, start.duration(to: .now))
        result.count += 1
        try? await Task.sleep(for: .milliseconds(20))
      }
      return result
    }
  }

  /// Ends it.
  func end() async -> Result {
    task.cancel()
    return await task.value
  }
}
