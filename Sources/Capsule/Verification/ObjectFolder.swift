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
    var found: Set<ObjectID> = []
    for folder in Self.folders {
      for name in try names(in: folder) where name.hasPrefix(folder) {
        if let id = ObjectID(hex: name) { found.insert(id) }
      }
    }
    return found
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
    let result = Lock<(damaged: [ObjectID: Damage.State], bytes: Int)>(([:], 0))
    let share = max(1, min(256, ids.count / 8))
    let shares = (ids.count + share - 1) / share
    DispatchQueue.concurrentPerform(iterations: shares) { number in
      var bytes = 0
      var damaged: [ObjectID: Damage.State] = [:]
      for id in ids[number * share..<min(ids.count, (number + 1) * share)] {
        do throws(CapsuleError) {
          bytes += try reader.frame(id, at: layout.object(id)).count
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
