internal import Dispatch
internal import Locking

/// All objects that lie on the disk.
struct ObjectFolder: Sendable {
  let layout: Layout
  let disk: any Disk

  /// The names of the 256 folders.
  private static let folders = (0..<256).map { number in
    let digits = String(number, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }

  /// The ids of all objects that are there; files of other names are none.
  func ids() throws(CapsuleError) -> Set<ObjectID> {
    var found: [ObjectID] = []
    for folder in Self.folders {
      for name in try names(in: folder) where name.hasPrefix(folder) {
        if let id = ObjectID(hex: name) { found.append(id) }
      }
    }
    return Set(found)
  }

  private func names(in folder: String) throws(CapsuleError) -> [String] {
    do {
      return try disk.list("\(layout.objects)/\(folder)")
    } catch  where error.isNotFound {
      return []
    }
  }

  /// Reads each of `ids` to its end, on all cores; answers those that are not what their names promise, and how many
  /// bytes the whole ones have.
  func prove(_ ids: [ObjectID]) -> (damaged: [ObjectID: Damage.State], bytes: Int) {
    let reader = ObjectReader(layout: layout, disk: disk)
    return onAllCores(ids) { id throws(CapsuleError) in
      try reader.frame(id, at: layout.object(id)).count
    }
  }

  /// Looks at each of `ids`, on all cores; answers those that hold nothing or are not there, and how many bytes all have.
  func weigh(_ ids: [ObjectID]) -> (damaged: [ObjectID: Damage.State], bytes: Int) {
    onAllCores(ids) { id throws(CapsuleError) in
      guard let length = try disk.length(of: layout.object(id)) else { throw .missingObject(id) }
      // No frame of zstd is empty: a file system that lost the bytes and kept the name leaves one.
      guard length > 0 else { throw .unreadableObject(id) }
      return length
    }
  }

  /// Adds up what `measure` answers; the objects for which it throws are damaged.
  private func onAllCores(
    _ ids: [ObjectID], _ measure: @Sendable (ObjectID) throws(CapsuleError) -> Int
  ) -> (damaged: [ObjectID: Damage.State], bytes: Int) {
    let result = Lock<(damaged: [ObjectID: Damage.State], bytes: Int)>(([:], 0))
    let share = max(1, min(256, ids.count / 8))
    let shares = (ids.count + share - 1) / share
    DispatchQueue.concurrentPerform(iterations: shares) { number in
      var bytes = 0
      var damaged: [ObjectID: Damage.State] = [:]
      for id in ids[number * share..<min(ids.count, (number + 1) * share)] {
        do throws(CapsuleError) {
          bytes += try measure(id)
        } catch {
          damaged[id] = if case .missingObject = error { .missing } else { .damaged }
        }
      }
      result.withLock { result in
        result.bytes += bytes
        result.damaged.merge(damaged) { $1 }
      }
    }
    return result.withLock { $0 }
  }
}
