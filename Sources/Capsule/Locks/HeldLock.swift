internal import Locking

/// A lock that this process has, until it is released or forgotten.
public final class HeldLock: Sendable {
  private let file: Lock<DiskFile?>
  private let disk: any Disk

  init(_ file: DiskFile, _ disk: any Disk) {
    self.file = Lock(file)
    self.disk = disk
  }

  /// Lets others have the lock.
  public func release() {
    file.withLock { file in
      if let open = file {
        disk.unlock(open)
        disk.close(open)
      }
      file = nil
    }
  }

  deinit {
    release()
  }
}
