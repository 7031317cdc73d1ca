/// A change that a program made and that may not have reached the disk yet.
enum DiskChange: Sendable {
  /// Bytes were written into a file.
  case write(file: Int, offset: Int, bytes: [UInt8])
  /// A file was cut or extended.
  case truncate(file: Int, length: Int)
  /// A name of a folder means something else now; nothing, where `node` is nil.
  case name(folder: Int, name: String, node: Int?)
  /// A name of a folder became another name of the same folder.
  case rename(folder: Int, from: String, to: String, node: Int)

  /// The file or folder whose sync makes the change last.
  var owner: Int {
    switch self {
    case .write(let file, _, _), .truncate(let file, _): file
    case .name(let folder, _, _), .rename(let folder, _, _, _): folder
    }
  }

  /// Puts the whole change in effect.
  func apply(to tree: inout Tree) {
    switch self {
    case .write(let file, let offset, let bytes): tree.write(bytes, to: file, at: offset)
    case .truncate(let file, let length): tree.truncate(file, to: length)
    case .name(let folder, let name, let node): tree.folders[folder]?[name] = node
    case .rename(let folder, let from, let to, let node):
      tree.folders[folder]?[from] = nil
      tree.folders[folder]?[to] = node
    }
  }
}

/// What may become of a change when the power goes.
///
/// The model is that of SQLite's `test6.c`, and as hard: a disk that spoils a sector spoils all of it, also what was
/// there before the write.
enum Fate: Int, CaseIterable, Sendable {
  case lost, done
  /// Every sector that a write touches holds garbage.
  case garbage
  /// Each sector for itself is old, new or garbage.
  case torn

  /// The fates that `change` can have.
  static func all(of change: DiskChange, sector: Int) -> Int {
    switch change {
    case .truncate, .name, .rename: 2
    case .write(_, let offset, let bytes):
      bytes.isEmpty ? 1 : offset / sector == (offset + bytes.count - 1) / sector ? 3 : 4
    }
  }
}

extension DiskChange {
  /// Does to `tree` what `fate` leaves of the change.
  func apply(_ fate: Fate, to tree: inout Tree, sector: Int, _ random: inout Randomness) {
    switch (fate, self) {
    case (.lost, _): break
    case (.garbage, .write(let file, let offset, let bytes)), (.torn, .write(let file, let offset, let bytes)):
      Self.tear(bytes, file, offset, isGarbage: fate == .garbage, &tree, sector: sector, &random)
    default: apply(to: &tree)
    }
  }

  private static func tear(
    _ bytes: [UInt8], _ file: Int, _ offset: Int, isGarbage: Bool, _ tree: inout Tree, sector: Int,
    _ random: inout Randomness
  ) {
    let end = offset + bytes.count
    // The length is kept apart from the bytes: it may have reached the disk where they did not.
    if !random.isOne(of: 3) { tree.truncate(file, to: max(tree.files[file].count, end)) }
    for index in offset / sector...(end - 1) / sector {
      let place = index * sector..<(index + 1) * sector
      let part = place.clamped(to: offset..<end)
      switch isGarbage ? 0 : random.below(3) {
      case 0:
        let whole = place.lowerBound..<min(place.upperBound, max(part.upperBound, tree.files[file].count))
        tree.write(random.bytes(whole.count), to: file, at: whole.lowerBound)
      case 1:
        tree.write(bytes[part.lowerBound - offset..<part.upperBound - offset], to: file, at: part.lowerBound)
      default: break
      }
    }
  }
}
