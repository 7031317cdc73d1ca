internal import App
internal import CSystem
internal import Glibc
internal import Locking

/// What others want of a window that another thread runs, and what that thread tells of it.
final class WindowOrders: Sendable {
  /// What can be wanted.
  enum Order: Hashable, Sendable {
    /// Play this instead.
    case play(PlayTarget)
    /// Close.
    case close
  }

  /// Readable when something is wanted.
  let descriptor: Int32
  private let ownsDescriptor: Bool
  private let orders = Lock<[Order]>([])
  private let show: @Sendable (NowPlaying) -> Void
  private let say: @Sendable (String) -> Void

  /// Orders by `give`; `show` is told what plays.
  init(show: @escaping @Sendable (NowPlaying) -> Void) {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
    ownsDescriptor = true
    self.show = show
    say = { _ in }
  }

  /// Whatever is read from `interrupt` closes the window; `say` is told in words what begins.
  init(interrupt: Int32, say: @escaping @Sendable (String) -> Void) {
    descriptor = interrupt
    ownsDescriptor = false
    show = { _ in }
    self.say = say
  }

  deinit { if ownsDescriptor { close(descriptor) } }

  /// Wants `order`.
  func give(_ order: Order) {
    orders.withLock { $0.append(order) }
    eventfd_write(descriptor, 1)
  }

  /// What is wanted by now.
  func take() -> [Order] {
    var count = eventfd_t()
    let isWoken = eventfd_read(descriptor, &count) == 0
    let given = orders.withLock { orders in
      defer { orders = [] }
      return orders
    }
    return isWoken && !ownsDescriptor ? given + [.close] : given
  }

  /// Tells what plays.
  func show(_ playing: NowPlaying) { show(playing) }

  /// Tells what began, in words.
  func say(_ text: String) { say(text) }
}
