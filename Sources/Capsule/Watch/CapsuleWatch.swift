internal import CSystem
internal import Glibc
internal import Locking

/// Tells when anybody, in this process or another, has committed or appended anything.
///
/// It works before there is a capsule, too, and ends when it is stopped or forgotten.
public final class CapsuleWatch: Sendable {
  private let wake: Lock<Int32?>

  /// Watches `capsule` from a thread of its own, which calls `changed` after each change.
  ///
  /// Changes that come close together are told once. With `token`, what happened since that
  /// token was taken is a change too, so that nothing falls between loading and watching.
  public init(
    _ capsule: TimeCapsule, since token: ChangeToken? = nil, _ changed: @escaping @Sendable () -> Void
  ) {
    // Two descriptors of one counter, so that each side closes its own.
    let end = eventfd(0, Int32(EFD_CLOEXEC))
    wake = Lock(end < 0 ? nil : sys_fcntl(end, F_DUPFD_CLOEXEC, 0))
    let loop = WatchLoop(capsule, seen: token ?? (try? capsule.changeToken()), end: end, changed)
    guard end >= 0 else { return }
    startThread { loop.run() }
  }

  /// Ends the watch.
  public func stop() {
    wake.withLock { wake in
      guard let descriptor = wake else { return }
      eventfd_write(descriptor, 1)
      close(descriptor)
      wake = nil
    }
  }

  deinit {
    stop()
  }
}

/// Runs `body` on a new thread.
private func startThread(_ body: @escaping @Sendable () -> Void) {
  final class Box: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
  let box = Unmanaged.passRetained(Box(body))
  var thread = pthread_t()
  let result = pthread_create(
    &thread, nil,
    { argument in
      guard let argument else { return nil }
      Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
      return nil
    }, box.toOpaque())
  if result == 0 {
    pthread_detach(thread)
  } else {
    box.release()
  }
}
