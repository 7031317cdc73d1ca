internal import Glibc
internal import Synchronization

/// A file in the making, beside the one whose place it takes in one step.
///
/// It is removed where writing it fails, and where Ctrl-C or SIGTERM ends the program meanwhile. Of several that are
/// written at once a signal removes the first: commands, which signals end, write one.
enum Draft {
  /// Where the path of what is being written lies, which who takes it out owns, so that no handler reads what was freed;
  /// 0 while nothing is written.
  private static let current = Atomic<UInt>(0)

  /// Calls `body` with the path of a draft for `path`, which `body` renames when it is whole.
  static func with<Problem: Error>(
    for path: String, _ body: (_ draft: String) throws(Problem) -> Void
  ) throws(Problem) {
    let draft = "\(path).\(getpid()).new"
    let noted = note(draft)
    defer { forget(noted) }
    do throws(Problem) {
      try body(draft)
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Does what a handler must not: makes what ``removeCurrent()`` looks at.
  static func prepare() { _ = current.load(ordering: .relaxed) }

  /// Removes what is being written. Handlers of signals may call it.
  static func removeCurrent() {
    let address = current.exchange(0, ordering: .acquiringAndReleasing)
    if let path = UnsafePointer<CChar>(bitPattern: address) { unlink(path) }
  }

  /// Remembers `path` for signals; nil where another is being written.
  private static func note(_ path: String) -> UnsafeMutablePointer<CChar>? {
    guard let copy = strdup(path) else { return nil }
    if replace(0, by: UInt(bitPattern: copy)) { return copy }
    free(copy)
    return nil
  }

  private static func forget(_ noted: UnsafeMutablePointer<CChar>?) {
    guard let noted, replace(UInt(bitPattern: noted), by: 0) else { return }
    free(noted)
  }

  private static func replace(_ old: UInt, by new: UInt) -> Bool {
    current.compareExchange(expected: old, desired: new, ordering: .acquiringAndReleasing).exchanged
  }
}
