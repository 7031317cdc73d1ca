internal import CSystem
internal import Glibc

/// Whether the folders can be used.
struct FolderChecks {
  let folders: Folders

  var all: [Check] {
    [
      check("data", folders.data, "Nothing that you follow can be saved"),
      check("cache", folders.cache, "The index cannot be kept"),
      check("state", folders.state, "There will be no log"),
      check("configuration", folders.configuration, "Providers cannot be changed"),
    ]
  }

  private func check(_ name: String, _ path: String, _ loss: String) -> Check {
    // A folder that is not there yet will be made in the nearest one that is.
    var nearest = path
    while access(nearest, F_OK) != 0, nearest != "/" { nearest = TextFile.folder(of: nearest) }
    let note = nearest == path ? "" : ", not there yet"
    guard access(nearest, W_OK | X_OK) == 0 else {
      return .bad(name, "\(path) cannot be written", "\(loss); make \(nearest) yours, or mount it read-write.")
    }
    guard let free = freeMegabytes(nearest) else { return .good(name, path + note) }
    guard free >= 50 else {
      return .bad(name, "\(path): \(free) MB free", "\(loss) without room; a sync needs about 50 MB.")
    }
    return .good(name, "\(path), \(free >= 10_000 ? "\(free / 1000) GB" : "\(free) MB") free\(note)")
  }

  private func freeMegabytes(_ path: String) -> Int? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    return Int(status.f_bavail) * Int(status.f_frsize) / 1_000_000
  }
}
