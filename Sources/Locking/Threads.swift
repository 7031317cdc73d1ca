import Glibc

/// Threads that work side by side until all of them are done.
public enum Threads {
  private final class Work {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// How many threads can run at once on this machine.
  public static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Runs `body` on `count` threads, of which the caller's is one, and returns when it has ended on each.
  ///
  /// Where the system refuses a thread, fewer do the work.
  public static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    let threads = (1..<max(1, count)).compactMap { _ in start(body) }
    body()
    for thread in threads { pthread_join(thread, nil) }
  }

  /// What `transform` makes of each of `items`, in their order, made on all processors.
  public static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ transform: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    let next = Lock(0)
    let results = Lock([Result?](repeating: nil, count: items.count))
    run(min(processorCount, items.count)) {
      while let index = next.withLock({ $0.advance(below: items.count) }) {
        let result = transform(items[index])
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// What `transform` makes of slices of `items`, in their order, made on all processors: a few slices for each, since
  /// no two are equally fast. Of a few items it is made at once, for to start a thread takes longer.
  public static func mapSlices<Item: Sendable, Result: Sendable>(
    of items: [Item], _ transform: @escaping @Sendable (ArraySlice<Item>) -> Result
  ) -> [Result] {
    let count = items.count < 256 ? 1 : processorCount * 4
    let length = max(1, (items.count + count - 1) / count)
    return map(
      stride(from: 0, to: items.count, by: length).map { items[$0..<min($0 + length, items.count)] }, transform)
  }

  /// Runs `body` on a thread of its own that nobody waits for; false where the system refuses one.
  public static func detach(_ body: @escaping @Sendable () -> Void) -> Bool {
    guard let thread = start(body) else { return false }
    pthread_detach(thread)
    return true
  }

  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(body))
    let result = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    guard result == 0 else {
      work.release()
      return nil
    }
    return thread
  }
}

extension Int {
  /// Goes one on and answers what it was, as long as that is below `bound`.
  fileprivate mutating func advance(below bound: Int) -> Int? {
    guard self < bound else { return nil }
    defer { self += 1 }
    return self
  }
}
