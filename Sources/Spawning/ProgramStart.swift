public import Glibc

/// A program that is started beside ours, never through a shell.
///
/// It finds its signals as whatever a shell starts does: threads of ours block all of them and ignore some, and a
/// program that began so could be ended by nothing but SIGKILL.
///
///     let process = try ProgramStart(["mpv", "--idle"]).start()
public struct ProgramStart {
  /// The program, a path or a name that is looked for along PATH, and its arguments.
  public var words: [String]
  /// Whether it has nothing to read or write, and a process group of its own: Ctrl-C and the end of the terminal do not
  /// reach it.
  public var isQuiet: Bool
  /// Descriptors of ours that it has, by the numbers under which it finds them.
  public var descriptors: [Int32: Int32]

  /// Why a program was not started: the system's error.
  public struct Failure: Error {
    /// By its number: `ENOENT` where there is no such program.
    public let errno: Int32
  }

  /// The start of `words`.
  public init(_ words: [String], isQuiet: Bool = true, descriptors: [Int32: Int32] = [:]) {
    self.words = words
    self.isQuiet = isQuiet
    self.descriptors = descriptors
  }

  /// Starts it.
  public func start() throws(Failure) -> pid_t {
    guard let program = words.first else { throw Failure(errno: ENOENT) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    hand(&actions)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    prepare(&attributes)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let status = posix_spawnp(&process, program, &actions, &attributes, &arguments, environ)
    guard status == 0 else { throw Failure(errno: status) }
    return process
  }

  /// Starts it with the other end of `connection` under this number, and closes that end here.
  public func start(with connection: Connection, as number: Int32) throws(Failure) -> pid_t {
    defer { close(connection.theirs) }
    var start = self
    start.descriptors[number] = connection.theirs
    return try start.start()
  }

  /// Descriptors go by way of higher numbers: one of ours may have the number that another one is to get.
  private func hand(_ actions: inout posix_spawn_file_actions_t) {
    if isQuiet {
      for standard in 0...2 { posix_spawn_file_actions_addopen(&actions, Int32(standard), "/dev/null", O_RDWR, 0) }
    }
    let handed = descriptors.sorted { $0.key < $1.key }
    let spare = handed.reduce(10) { max($0, $1.key, $1.value) } + 1
    for (step, pair) in handed.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, pair.value, spare + Int32(step))
    }
    for (step, pair) in handed.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, spare + Int32(step), pair.key)
      posix_spawn_file_actions_addclose(&actions, spare + Int32(step))
    }
  }

  private func prepare(_ attributes: inout posix_spawnattr_t) {
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let group = isQuiet ? POSIX_SPAWN_SETPGROUP : 0
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | group))
  }
}
