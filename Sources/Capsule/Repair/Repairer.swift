/// Heals what verification found, from what else is here and from files that were received once more.
///
/// Nothing is overwritten: what was damaged goes to quarantine before what is whole gets its name.
struct Repairer {
  private let layout: Layout
  private let disk: any Disk
  private let staging: Staging?
  private let objects: ObjectReader
  private var report = RepairReport()

  /// A repairer that writes through `staging`, or only says what it would do.
  init(_ layout: Layout, _ disk: any Disk, _ staging: Staging?) {
    self.layout = layout
    self.disk = disk
    self.staging = staging
    objects = ObjectReader(layout: layout, disk: disk)
  }

  /// Heals `damage`; `files` are what was received once more.
  mutating func run(_ damage: [Damage], _ files: [RefetchedFile], _ history: CommitHistory) throws(CapsuleError)
    -> RepairReport
  {
    var plan = RefetchPlan(history, objects)
    var frames: [ObjectID: (frame: [UInt8], mirror: String)] = [:]
    for file in files {
      for (id, frame) in plan.frames(in: file) { frames[id] = (frame, file.mirror) }
    }
    // HEAD comes after the commits, which it names.
    for damage in damage where !damage.isOfHead { try heal(damage, frames) }
    for damage in damage where damage.isOfHead { try heal(damage, frames) }
    return report
  }

  private mutating func heal(
    _ damage: Damage, _ frames: [ObjectID: (frame: [UInt8], mirror: String)]
  ) throws(CapsuleError) {
    switch damage {
    case .format: cured(damage, .copy)
    case .headSlot, .head: try healHead(damage)
    case .commitCopy(let id, let copy):
      let paths = [layout.commit(id), layout.commitCopy(id)]
      try copyTwin(damage, copy, paths, folder: layout.commits) { Digest(of: $0) == id.digest }
    case .objectCopy(let id, let copy):
      let paths = [layout.object(id), layout.objectCopy(id)]
      let folder = copy == .first ? layout.folder(of: id) : layout.commits
      try copyTwin(damage, copy, paths, folder: folder) { Digest(of: $0) == id.digest }
    case .deviceName: try healDeviceName(damage)
    case .logCopy(let device):
      if let staging { try LogWriter(layout: layout, disk: disk, staging: staging).heal(device) }
      cured(damage, .copy)
    case .object(let id, let state, let need): try heal(id, state, need, damage, frames)
    case .commit, .content, .operations, .chain: report.lost.append(damage)
    }
  }

  private mutating func cured(_ damage: Damage, _ cure: RepairReport.Cure) {
    report.healed.append(RepairReport.Healing(damage: damage, cure: cure))
  }
}

// MARK: - From copies

extension Repairer {
  private mutating func copyTwin(
    _ damage: Damage, _ copy: Damage.Copy, _ paths: [String], folder: String, isWhole: ([UInt8]) -> Bool
  ) throws(CapsuleError) {
    let (bad, good) = copy == .first ? (paths[0], paths[1]) : (paths[1], paths[0])
    guard let bytes = try disk.contents(of: good), isWhole(bytes) else { return report.lost.append(damage) }
    try replace(bad, with: bytes, folder: folder)
    cured(damage, .copy)
  }

  private mutating func healHead(_ damage: Damage) throws(CapsuleError) {
    cured(damage, .copy)
    guard staging != nil else { return }
    let slots = HeadSlots(layout: layout, disk: disk)
    let reader = CommitReader(layout: layout, disk: disk) { _ in }
    var reading = try slots.read()
    let head = try reader.head(reading) ?? CommitID(sequence: 0, digest: .none)
    while !reading.damaged.isEmpty {
      try slots.write(head, over: reading)
      let next = try slots.read()
      guard next.damaged.count < reading.damaged.count else { return }
      reading = next
    }
  }

  private mutating func healDeviceName(_ damage: Damage) throws(CapsuleError) {
    let file = DeviceFile(layout: layout, disk: disk)
    guard case .deviceName(let copy) = damage, let name = try file.read() else { return report.lost.append(damage) }
    let path = copy == .first ? layout.device : layout.deviceCopy
    try replace(path, with: DeviceFile.bytes(name), folder: layout.operations)
    cured(damage, .copy)
  }
}

// MARK: - Objects

extension Repairer {
  private mutating func heal(
    _ id: ObjectID, _ state: Damage.State, _ need: Damage.Need, _ damage: Damage,
    _ frames: [ObjectID: (frame: [UInt8], mirror: String)]
  ) throws(CapsuleError) {
    if case .none = need {
      if let staging, state == .damaged { report.quarantined.append(try staging.quarantine(layout.object(id))) }
      return cured(damage, .nobodyNeedsIt)
    }
    let frame: [UInt8]
    let cure: RepairReport.Cure
    if let kept = try quarantined(id) {
      (frame, cure) = (kept, .quarantine)
    } else if let fetched = frames[id] {
      (frame, cure) = (fetched.frame, .mirror(fetched.mirror))
    } else {
      return report.lost.append(damage)
    }
    try replace(layout.object(id), with: frame, folder: layout.folder(of: id))
    cured(damage, cure)
  }

  /// The object as a collection has set it aside.
  private func quarantined(_ id: ObjectID) throws(CapsuleError) -> [UInt8]? {
    guard let names = try? disk.list(layout.quarantine) else { return nil }
    for name in names where name.hasPrefix(Layout.collectedPrefix) && name.hasSuffix(id.digest.hex) {
      if let frame = try? objects.frame(id, at: "\(layout.quarantine)/\(name)") { return frame }
    }
    return nil
  }

  /// Gives `path` these bytes; what lay there goes to quarantine.
  private mutating func replace(_ path: String, with bytes: [UInt8], folder: String) throws(CapsuleError) {
    guard let staging else { return }
    if try disk.length(of: folder) == nil {
      try disk.makeFolder(folder)
      try disk.syncFolder(layout.objects)
    }
    let staged = try staging.stage(bytes, .once)
    if try disk.length(of: path) != nil { report.quarantined.append(try staging.quarantine(path)) }
    try disk.rename(staged, to: path)
    try disk.syncFolder(folder)
  }
}

extension Damage {
  fileprivate var isOfHead: Bool {
    switch self {
    case .head, .headSlot: true
    default: false
    }
  }
}
