import CSystem
import Glibc

/// A program that was run to its end, and what it cost.
struct Run {
  /// From start to end, in milliseconds.
  var wall: Double
  /// Processor time of the program, in milliseconds.
  var processor: Double
  /// The most memory that it held, in MiB; never less than its parent's, which Linux counts up to the `exec`.
  var memory: Double
  /// Its exit status.
  var status: Int32
}

/// Milliseconds of a clock that only goes forward.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
}

/// A program started by a benchmark.
struct Child {
  let process: pid_t
  private let started: Double

  /// Starts `arguments` with `environment`, its three streams on these descriptors or on nothing.
  init?(_ arguments: [String], environment: [String: String], input: Int32? = nil, output: Int32? = nil) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, given) in [(0, input), (1, output), (2, output)] as [(Int32, Int32?)] {
      if let given {
        posix_spawn_file_actions_adddup2(&actions, given, descriptor)
      } else {
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var process: pid_t = 0
    let status = withCStrings(arguments) { argv in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }) { envp in
        posix_spawnp(&process, arguments[0], &actions, &attributes, argv, envp)
      }
    }
    guard status == 0 else { return nil }
    started = now()
    self.process = process
  }

  /// Waits for its end.
  func finish() -> Run {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    func milliseconds(_ time: timeval) -> Double { Double(time.tv_sec) * 1000 + Double(time.tv_usec) / 1000 }
    return Run(
      wall: now() - started, processor: milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
      memory: Double(usage.ru_maxrss) / 1024, status: (status >> 8) & 0xFF)
  }
}

/// Processor time that `process` has used so far, in milliseconds.
func processorTime(of process: pid_t) -> Double {
  var clock = clockid_t()
  var time = timespec()
  guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else { return 0 }
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
}

private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { copies.forEach { free($0) } }
  return (copies + [nil]).withUnsafeBufferPointer { buffer in
    // An array that holds at least the nil has an address.
    body(buffer.baseAddress!)
  }
}

/// Runs `arguments` `times` times, after once to warm up.
func measure(
  _ arguments: [String], environment: [String: String], input: String? = nil, times: Int
) -> [Run] {
  (0...times).compactMap { round in
    let descriptor = input.map { sys_open($0, O_RDONLY, 0) }
    defer { if let descriptor { close(descriptor) } }
    let run = Child(arguments, environment: environment, input: descriptor)?.finish()
    return round == 0 ? nil : run
  }
}

/// The most memory that `arguments` holds while it runs, in MiB.
///
/// Measured by a second, small process of this program, for the reason given at ``Run/memory``.
func peakMemory(of arguments: [String], environment: [String: String]) -> Double? {
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0 else { return nil }
  defer { close(ends[0]) }
  let child = Child(["/proc/self/exe", MemoryRelay.flag] + arguments, environment: environment, output: ends[1])
  close(ends[1])
  guard let child else { return nil }
  var bytes = [UInt8](repeating: 0, count: 64)
  let count = max(0, read(ends[0], &bytes, bytes.count))
  _ = child.finish()
  return Double(String(decoding: bytes[0..<count], as: UTF8.self))
}

/// The small process that measures another's memory.
enum MemoryRelay {
  /// The first argument that makes this program one.
  static let flag = "--peak-memory"

  /// Runs `arguments` and prints the figure.
  static func run(_ arguments: [String]) {
    let environment = (0...).lazy.map { environ[$0] }.prefix { $0 != nil }
      .compactMap { $0.map { String(cString: $0) } }
      .reduce(into: [String: String]()) { known, entry in
        let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
        if parts.count == 2 { known[parts[0]] = parts[1] }
      }
    print(Child(arguments, environment: environment)?.finish().memory ?? 0, terminator: "")
  }
}
