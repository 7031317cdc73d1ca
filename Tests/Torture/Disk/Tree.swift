/// Files and folders as they lie on a disk, each under a number; names are what folders hold.
struct Tree: Sendable {
  /// The number of the outermost folder.
  static let root = 0

  /// What each file holds; nothing where the number is a folder's.
  var files: [[UInt8]] = [[]]
  /// What each folder holds: names, and the numbers of what they mean. Nil where the number is a file's.
  var folders: [[String: Int]?] = [[:]]

  /// Adds a file that nobody has given a name yet.
  mutating func addFile(_ bytes: [UInt8] = []) -> Int {
    files.append(bytes)
    folders.append(nil)
    return files.count - 1
  }

  /// Adds a folder that nobody has given a name yet.
  mutating func addFolder() -> Int {
    files.append([])
    folders.append([:])
    return files.count - 1
  }

  /// What is at `path`.
  func node(_ path: String) -> Int? {
    var node = Tree.root
    for part in path.split(separator: "/") {
      guard let next = folders[node]?[String(part)] else { return nil }
      node = next
    }
    return node
  }

  /// What the file at `path` holds.
  subscript(path: String) -> [UInt8]? {
    get { node(path).flatMap { folders[$0] == nil ? files[$0] : nil } }
    set {
      guard let node = node(path) else { return }
      files[node] = newValue ?? []
    }
  }

  /// The paths of all files, and the numbers of what is there.
  func paths(below node: Int = Tree.root, _ path: String = "") -> [(path: String, node: Int)] {
    guard let names = folders[node] else { return [(path, node)] }
    return names.sorted { $0.key < $1.key }.flatMap { paths(below: $0.value, "\(path)/\($0.key)") }
  }

  /// Puts `bytes` into the file from `offset`; what lies between its end and `offset` is zeros.
  mutating func write(_ bytes: some Collection<UInt8>, to file: Int, at offset: Int) {
    let end = offset + bytes.count
    if files[file].count < end { files[file] += Array(repeating: 0, count: end - files[file].count) }
    files[file].replaceSubrange(offset..<end, with: bytes)
  }

  /// Cuts or extends the file.
  mutating func truncate(_ file: Int, to length: Int) {
    let present = files[file].count
    if length < present { files[file].removeLast(present - length) }
    if length > present { files[file] += Array(repeating: 0, count: length - present) }
  }

  /// Tells trees apart by what matters to a capsule: not the lock's text, and of unfinished files only their names.
  var fingerprint: Int {
    var hasher = Hasher()
    combine(Tree.root, into: &hasher, isNameEnough: false)
    return hasher.finalize()
  }

  private func combine(_ node: Int, into hasher: inout Hasher, isNameEnough: Bool) {
    guard let names = folders[node] else {
      if !isNameEnough {
        hasher.combine(files[node].count)
        files[node].withUnsafeBytes { hasher.combine(bytes: $0) }
      }
      return
    }
    hasher.combine(names.count)
    for (name, child) in names.sorted(by: { $0.key < $1.key }) {
      hasher.combine(name)
      combine(child, into: &hasher, isNameEnough: isNameEnough || name == "lock" || name == "staging")
    }
  }
}
