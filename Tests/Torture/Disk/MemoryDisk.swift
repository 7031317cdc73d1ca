import Capsule
import Glibc
import Locking

/// A disk in memory that knows at each moment what a power cut would leave of it.
///
/// A write lasts when its file was synced, a name when its folder was, and nothing before, in no order. A rename
/// from one folder to another is two changes, which is less than any file system of today promises.
final class MemoryDisk: Disk {
  private struct State {
    var seen: Tree
    var platter: Tree
    var pending: [DiskChange] = []
    var open: [Int32: Int] = [:]
    var lastDescriptor: Int32 = 100
    var locked: Set<Int> = []
    var moments: [Moment] = []
    var stepsDone = 0
  }

  /// What a power cut right after a call would find.
  struct Moment: Sendable {
    /// What lasts.
    let platter: Tree
    /// What may or may not.
    let pending: [DiskChange]
    /// How many steps were done before the one that made the call.
    let stepsDone: Int
    /// The call, in words.
    let call: String
  }

  private let state: Lock<State>
  private let isRecording: Bool

  /// A disk that holds `tree`, all of it for good.
  init(_ tree: Tree, isRecording: Bool = false) {
    let first = Moment(platter: tree, pending: [], stepsDone: 0, call: "nothing")
    state = Lock(State(seen: tree, platter: tree, moments: isRecording ? [first] : []))
    self.isRecording = isRecording
  }

  /// What programs see.
  var tree: Tree { state.withLock { $0.seen } }

  /// The moments so far, one for each call that changed something.
  var moments: [Moment] { state.withLock { $0.moments } }

  /// One more step is done: what it did has to last.
  func finishStep() {
    state.withLock { $0.stepsDone += 1 }
  }

  /// Changes what lies on the disk behind everybody's back.
  func alter(_ body: @Sendable (inout Tree) -> Void) {
    state.withLock { state in
      body(&state.seen)
      state.platter = state.seen
    }
  }

  /// Runs `body` with one byte of the file at `path` changed.
  func flipping(_ path: String, _ offset: Int, _ value: UInt8, _ body: (MemoryDisk) throws -> Void) rethrows {
    let node = state.withLock { $0.seen.node(path) } ?? 0
    state.withLock { $0.seen.files[node][offset] ^= value }
    defer { state.withLock { $0.seen.files[node][offset] ^= value } }
    try body(self)
  }

  /// Makes `changes` seen, and keeps the moment.
  private func make(_ changes: [DiskChange], _ state: inout State, _ call: @autoclosure () -> String) {
    for change in changes { change.apply(to: &state.seen) }
    guard isRecording else { return }
    state.pending += changes
    keepMoment(&state, call())
  }

  private func keepMoment(_ state: inout State, _ call: @autoclosure () -> String) {
    guard isRecording else { return }
    state.moments.append(
      Moment(platter: state.platter, pending: state.pending, stepsDone: state.stepsDone, call: call()))
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}

// MARK: - Files

extension MemoryDisk {
  func open(_ path: String, _ mode: DiskMode) throws(CapsuleError) -> DiskFile {
    try state.withLock { state throws(CapsuleError) in
      let call: DiskCall = mode == .reading ? .read : .open
      var found = state.seen.node(path)
      if found != nil, mode == .once { throw CapsuleError(call, path, errno: EEXIST) }
      if found == nil, mode == .making || mode == .once {
        let (folder, name) = Self.split(path)
        guard let parent = state.seen.node(folder) else { throw CapsuleError(call, path, errno: ENOENT) }
        found = state.seen.addFile()
        _ = state.platter.addFile()
        make([.name(folder: parent, name: name, node: found)], &state, "create \(path)")
      }
      guard let found else { throw CapsuleError(call, path, errno: ENOENT) }
      if mode == .folder, state.seen.folders[found] == nil { throw CapsuleError(call, path, errno: ENOTDIR) }
      if mode != .folder, state.seen.folders[found] != nil { throw CapsuleError(call, path, errno: EISDIR) }
      state.lastDescriptor += 1
      state.open[state.lastDescriptor] = found
      return DiskFile(descriptor: state.lastDescriptor, path: path)
    }
  }

  func read(_ file: DiskFile, count: Int, at offset: Int) throws(CapsuleError) -> [UInt8] {
    state.withLock { state in
      let bytes = state.seen.files[Self.node(file, state)]
      if offset == 0, count >= bytes.count { return bytes }
      return offset < bytes.count ? Array(bytes[offset..<min(bytes.count, offset + count)]) : []
    }
  }

  func write(_ bytes: [UInt8], to file: DiskFile, at offset: Int) throws(CapsuleError) {
    state.withLock { state in
      let node = Self.node(file, state)
      if file.path.hasSuffix("/lock") {
        // Who holds it is told out of kindness; that it tears is of no interest.
        state.seen.write(bytes, to: node, at: offset)
      } else {
        make([.write(file: node, offset: offset, bytes: bytes)], &state, "write \(file.path)")
      }
    }
  }

  func truncate(_ file: DiskFile, to length: Int) throws(CapsuleError) {
    state.withLock { state in
      make([.truncate(file: Self.node(file, state), length: length)], &state, "truncate \(file.path)")
    }
  }

  func sync(_ file: DiskFile) throws(CapsuleError) {
    state.withLock { state in
      guard isRecording else { return }
      let node = Self.node(file, state)
      for change in state.pending where change.owner == node { Self.settle(change, &state) }
      state.pending.removeAll { $0.owner == node }
      keepMoment(&state, "sync \(file.path)")
    }
  }

  func syncFileSystem(of file: DiskFile) throws(CapsuleError) {
    state.withLock { state in
      guard isRecording else { return }
      for change in state.pending { Self.settle(change, &state) }
      state.pending = []
      keepMoment(&state, "syncfs")
    }
  }

  private static func settle(_ change: DiskChange, _ state: inout State) {
    change.apply(to: &state.platter)
  }

  func close(_ file: DiskFile) {
    state.withLock { $0.open[file.descriptor] = nil }
  }

  func lock(_ file: DiskFile) throws(CapsuleError) -> Bool {
    state.withLock { $0.locked.insert(Self.node(file, $0)).inserted }
  }

  func unlock(_ file: DiskFile) {
    state.withLock { state in
      if let node = state.open[file.descriptor] { state.locked.remove(node) }
    }
  }

  private static func node(_ file: DiskFile, _ state: State) -> Int {
    guard let node = state.open[file.descriptor] else { preconditionFailure("\(file.path) is used after its close") }
    return node
  }
}

// MARK: - Names

extension MemoryDisk {
  func rename(_ path: String, to target: String) throws(CapsuleError) {
    try state.withLock { state throws(CapsuleError) in
      let (from, to) = (Self.split(path), Self.split(target))
      guard let source = state.seen.node(from.folder), let node = state.seen.folders[source]?[from.name],
        let folder = state.seen.node(to.folder)
      else { throw CapsuleError(.rename, target, errno: ENOENT) }
      let changes: [DiskChange] =
        source == folder
        ? [.rename(folder: folder, from: from.name, to: to.name, node: node)]
        : [.name(folder: folder, name: to.name, node: node), .name(folder: source, name: from.name, node: nil)]
      make(changes, &state, "rename \(path) to \(target)")
    }
  }

  func remove(_ path: String) throws(CapsuleError) {
    try state.withLock { state throws(CapsuleError) in
      let (folder, name) = Self.split(path)
      guard let parent = state.seen.node(folder), state.seen.folders[parent]?[name] != nil else {
        throw CapsuleError(.remove, path, errno: ENOENT)
      }
      make([.name(folder: parent, name: name, node: nil)], &state, "remove \(path)")
    }
  }

  func makeFolder(_ path: String) throws(CapsuleError) {
    try state.withLock { state throws(CapsuleError) in
      let (folder, name) = Self.split(path)
      guard let parent = state.seen.node(folder) else { throw CapsuleError(.makeFolder, path, errno: ENOENT) }
      guard state.seen.folders[parent]?[name] == nil else { return }
      let made = state.seen.addFolder()
      _ = state.platter.addFolder()
      make([.name(folder: parent, name: name, node: made)], &state, "make \(path)")
    }
  }

  func list(_ path: String) throws(CapsuleError) -> [String] {
    try state.withLock { state throws(CapsuleError) in
      guard let node = state.seen.node(path), let names = state.seen.folders[node] else {
        throw CapsuleError(.list, path, errno: ENOENT)
      }
      return Array(names.keys)
    }
  }

  func length(of path: String) throws(CapsuleError) -> Int? {
    state.withLock { state in state.seen.node(path).map { state.seen.files[$0].count } }
  }

  func room(at path: String) -> DiskRoom? { nil }
}
