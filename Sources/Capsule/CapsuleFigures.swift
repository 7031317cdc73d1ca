/// How much a capsule holds.
public struct CapsuleFigures: Hashable, Sendable {
  /// How many objects there are, and the bytes of their files.
  public internal(set) var objectCount = 0
  /// The bytes of all objects' files.
  public internal(set) var objectBytes = 0
  /// How many operations the logs hold.
  public internal(set) var operationCount = 0
  /// How many devices wrote them.
  public internal(set) var deviceCount = 0
  /// How many files are in quarantine.
  public internal(set) var quarantineCount = 0
  /// The bytes of what is in quarantine.
  public internal(set) var quarantineBytes = 0
}

extension TimeCapsule {
  /// How much there is.
  public func figures() throws(CapsuleError) -> CapsuleFigures {
    var figures = CapsuleFigures()
    let folder = ObjectFolder(layout: layout, disk: disk)
    let objects = Array(try folder.ids())
    figures.objectCount = objects.count
    figures.objectBytes = folder.weigh(objects).bytes
    for log in try logs() {
      figures.deviceCount += 1
      figures.operationCount += log.operations.count
    }
    guard try disk.length(of: layout.quarantine) != nil else { return figures }
    for name in try disk.list(layout.quarantine) {
      figures.quarantineCount += 1
      figures.quarantineBytes += try disk.length(of: "\(layout.quarantine)/\(name)") ?? 0
    }
    return figures
  }
}
