import Capsule
import Locking

/// Flips bytes of a capsule, one at a time: each is noticed, none is shown, and everything is whole again.
///
/// A byte of an object is proven by reading that object. What an object was made of comes from a mirror, which means
/// to read and cut a whole file; so that is done with every thousandth. What the capsule has twice is read, verified
/// and healed with each byte.
struct FlipTorture {
  private static let shortStride = 199
  /// One of so many flipped objects is found by verification and healed from the mirror.
  private static let fullPathStride = 1000

  private let options: Options
  private let tally = Tally("flips")

  init(_ options: Options) {
    self.options = options
  }

  func run() -> Tally {
    do {
      let specimen = try Specimen(7)
      let files = specimen.files
      let size = files.reduce(0) { $0 + specimen.tree.files[$1.node].count }
      Workers.each(files.count, on: options.jobs) { number in
        let (path, node) = files[number]
        flip(specimen, path, node, number)
      }
      tally.print(
        """
        \(tally.count(of: "flips").grouped) bytes of \(size.grouped) flipped once, all noticed: \
        \(tally.count(of: "objects").grouped) in objects, each read, \(tally.count(of: "healed objects").grouped) of \
        them verified in full and healed from a mirror; \(tally.count(of: "healed").grouped) in commits, logs, HEAD and \
        other twins, each verified and healed
        """)
    } catch {
      tally.fail("the capsule to spoil: \(error)", repeat: "")
      tally.print("nothing was done")
    }
    return tally
  }

  private func flip(_ specimen: Specimen, _ path: String, _ node: Int, _ number: Int) {
    let length = specimen.tree.files[node].count
    let stride = options.isLong ? 1 : Self.shortStride
    let start = options.isLong ? 0 : (Int(options.seed % UInt64(stride)) + number * 31) % stride
    let only = options.onlyCase.flatMap { name in
      name.hasPrefix(path + "@") ? Int(name.dropFirst(path.count + 1)) : nil
    }
    if options.onlyCase != nil, only == nil { return }
    let disk = MemoryDisk(specimen.tree)
    let id = path.contains("/objects/") ? path.split(separator: "/").last.flatMap { ObjectID(hex: $0) } : nil
    for offset in only.map({ [$0] }) ?? Array(Swift.stride(from: start, to: length, by: stride)) {
      guard !tally.isHopeless else { return }
      let value = UInt8(1 + (offset &* 2_654_435_761 &+ Int(options.seed)) % 255)
      tally.count("flips")
      do {
        let isTwin = id.map { specimen.tree.node("\(Specimen.root)/commits/\($0).copy") != nil } ?? true
        if let id, !isTwin {
          try disk.flipping(path, offset, value) { try read(id, on: $0) }
          tally.count("objects")
          let isFull = only != nil || (number &* 7919 &+ offset / stride) % Self.fullPathStride == 0
          if isFull { try heal(specimen, path, offset, value, isObject: true) }
        } else {
          try heal(specimen, path, offset, value, isObject: false)
        }
      } catch {
        tally.fail(
          "byte \(offset) of \(path) xor \(value): \(error)", repeat: options.command(.flips, case: "\(path)@\(offset)")
        )
      }
    }
  }

  /// Reads a spoiled object as anybody does who wants to show it.
  private func read(_ id: ObjectID, on disk: MemoryDisk) throws {
    do {
      _ = try Specimen.open(disk).bytes(of: id)
    } catch CapsuleError.damagedObject(id, _) {
      return
    }
    throw Flaw(what: "a spoiled object was shown")
  }

  /// Reads, verifies and heals a capsule in which one byte is another.
  private func heal(_ specimen: Specimen, _ path: String, _ offset: Int, _ value: UInt8, isObject: Bool) throws {
    var tree = specimen.tree
    guard let truth = tree[path], let node = tree.node(path) else { throw Flaw(what: "no file") }
    tree.files[node][offset] ^= value
    let disk = MemoryDisk(tree)
    guard let capsule = try openUnlessSpoiled(disk, path) else { return }
    do {
      if try Belief(reading: capsule) != specimen.belief { throw Flaw(what: "something else was shown") }
    } catch let error as CapsuleError {
      guard isObject else { throw error }
    }
    let depth: VerificationDepth = isObject ? .everyByte : .structure
    let found = try capsule.verify(depth)
    guard !found.isClean else { throw Flaw(what: "verification did not notice") }
    let files = specimen.received(for: try capsule.refetchCandidates(for: found.damage))
    let report = try capsule.repair(found.damage, with: files)
    guard report.lost.isEmpty else { throw Flaw(what: "not healed: \(report.lost)") }
    guard try capsule.verify(depth).isClean else { throw Flaw(what: "healed, and not clean") }
    guard disk.tree[path] == truth else { throw Flaw(what: "healed to other bytes") }
    guard try Belief(reading: Specimen.open(disk)) == specimen.belief else { throw Flaw(what: "healed to other words") }
    tally.count(isObject ? "healed objects" : "healed")
  }

  /// The capsule; nil where its format is what was spoiled, and it says so instead of opening.
  private func openUnlessSpoiled(_ disk: MemoryDisk, _ path: String) throws -> TimeCapsule? {
    guard path.hasSuffix("/format") else { return try Specimen.open(disk) }
    do {
      _ = try Specimen.open(disk)
    } catch CapsuleError.unknownFormat, CapsuleError.newerFormat {
      return nil
    }
    throw Flaw(what: "an unknown format was opened")
  }
}
