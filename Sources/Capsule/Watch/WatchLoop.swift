internal import CSystem
internal import Glibc

/// What the watch's thread does: waits for inotify, then compares tokens.
///
/// The token decides, inotify only wakes; hence no event needs to be understood, a change that
/// makes several events is told once, and where inotify is not to be had, a look each second does.
final class WatchLoop: @unchecked Sendable {
  // Safe to send: made on one thread, and from `run` on touched by the watch's thread alone.
  private static let pauseAfterEvent: Int32 = 20
  private static let pauseWithoutEvents: Int32 = 1000

  private let capsule: TimeCapsule
  private let end: Int32
  private let changed: @Sendable () -> Void
  private let events: Int32
  private var seen: ChangeToken?

  init(_ capsule: TimeCapsule, seen: ChangeToken?, end: Int32, _ changed: @escaping @Sendable () -> Void) {
    self.capsule = capsule
    self.seen = seen
    self.end = end
    self.changed = changed
    events = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
  }

  func run() {
    repeat {
      let isWatched = watchFolders()
      if let token = try? capsule.changeToken(), token != seen {
        seen = token
        changed()
      }
      if isWatched {
        guard !isStopped(after: -1, with: [events]) else { break }
        drain()
      }
    } while !isStopped(after: events >= 0 ? Self.pauseAfterEvent : Self.pauseWithoutEvents, with: [])
    if events >= 0 { close(events) }
    close(end)
  }

  /// Watches the root and `ops`, or what there is of the way to them.
  private func watchFolders() -> Bool {
    guard events >= 0 else { return false }
    var isWatched = true
    for folder in [capsule.layout.root, capsule.layout.operations] {
      var present = nearest(folder)
      repeat {
        let mask = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF
        isWatched = inotify_add_watch(events, present, UInt32(mask)) >= 0 && isWatched
        // What was made before the watch began told nobody.
        let now = nearest(folder)
        if now == present { break }
        present = now
      } while true
    }
    return isWatched
  }

  /// The folder, or the nearest one above it that is there.
  private func nearest(_ folder: String) -> String {
    var path = folder
    while access(path, F_OK) != 0, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      path = String(path[..<slash])
    }
    return access(path, F_OK) == 0 ? path : folder.hasPrefix("/") ? "/" : "."
  }

  /// Waits for an event; true if it was the one that ends the watch.
  private func isStopped(after milliseconds: Int32, with others: [Int32]) -> Bool {
    var descriptors = ([end] + others).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let result = poll(&descriptors, nfds_t(descriptors.count), milliseconds)
    return result > 0 && descriptors[0].revents != 0
  }

  private func drain() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while read(events, &buffer, buffer.count) > 0 {}
  }
}
