internal import Anime
internal import CSystem
internal import Glibc

/// A walk through folders of the user's: which films there are, and what could not be looked into.
///
/// It follows links, enters no folder twice however it is reached, and ends by itself in the largest of disks.
struct LocalWalk {
  /// Something that could not be looked at, and why.
  struct Trouble: Hashable {
    var path: String
    var reason: Reason

    /// Why not.
    enum Reason: Hashable {
      /// The system's error.
      case system(Int32)
      /// The name is no UTF-8, and there is no other way to say it.
      case name
      /// It lies too deep.
      case depth
      /// There are more files than are looked at.
      case count
    }
  }

  /// The films, in no order.
  private(set) var files: [LocalFile] = []
  /// What could not be looked at; the first of very many.
  private(set) var troubles: [Trouble] = []
  /// The folders to walk through that could not be opened at all: nothing is known of what is in them.
  private(set) var missing: [String] = []

  private var seen: Set<Place> = []

  /// More films nobody has, and a disk full of links may seem to have.
  static let mostFiles = 200_000
  private static let deepest = 32
  private static let mostTroubles = 100

  /// A folder, by whatever name.
  private struct Place: Hashable {
    let device: UInt64
    let number: UInt64
  }

  /// Walks through the folder at `path`.
  mutating func walk(_ path: String) {
    guard let directory = opendir(path) else {
      missing.append(path)
      return note(path, .system(errno))
    }
    var status = stat()
    guard fstat(dirfd(directory), &status) == 0, enter(status) else {
      closedir(directory)
      return
    }
    walk(directory, path == "/" ? "" : path, depth: 0)
  }

  /// Whether a folder was not walked through before.
  private mutating func enter(_ status: stat) -> Bool {
    seen.insert(Place(device: UInt64(status.st_dev), number: UInt64(status.st_ino))).inserted
  }

  /// Walks through an open folder, and closes it.
  private mutating func walk(_ directory: OpaquePointer, _ path: String, depth: Int) {
    var folders: [String] = []
    while let entry = readdir(directory) {
      guard let name = Self.name(of: entry) else {
        note(path, .name)
        continue
      }
      if name != ".", name != ".." { visit(name, in: directory, path, &folders) }
    }
    closedir(directory)
    guard depth < Self.deepest else {
      if !folders.isEmpty { note(path, .depth) }
      return
    }
    for name in folders.sorted() { descend("\(path)/\(name)", depth: depth + 1) }
  }

  private mutating func descend(_ path: String, depth: Int) {
    guard let directory = opendir(path) else { return note(path, .system(errno)) }
    walk(directory, path, depth: depth)
  }

  /// Takes a film in, and notes a folder for later, so that no more than one is open at a time.
  private mutating func visit(
    _ name: String, in directory: OpaquePointer, _ path: String, _ folders: inout [String]
  ) {
    let isMedia = LocalNames.isMedia(name)
    var status = stat()
    guard isMedia || !LocalNames.isLeftOut(folder: name) else { return }
    guard fstatat(dirfd(directory), name, &status, 0) == 0 else {
      // A link that leads nowhere, or a file that went meanwhile.
      return isMedia ? note("\(path)/\(name)", .system(errno)) : ()
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR where !LocalNames.isLeftOut(folder: name) && enter(status): folders.append(name)
    case S_IFREG where isMedia: take("\(path)/\(name)", status)
    default: break
    }
  }

  private mutating func take(_ path: String, _ status: stat) {
    guard files.count < Self.mostFiles else { return note(path, .count) }
    let modified = Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000
    files.append(LocalFile(path: path, size: Int64(status.st_size), modified: modified))
  }

  private mutating func note(_ path: String, _ reason: Trouble.Reason) {
    guard troubles.count < Self.mostTroubles else { return }
    let trouble = Trouble(path: path, reason: reason)
    if reason != .count || !troubles.contains(where: { $0.reason == .count }) { troubles.append(trouble) }
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
    withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}

extension LocalWalk.Trouble {
  /// What is wrong, for people.
  var sentence: String {
    switch reason {
    case .system(let code): "\(path): \(String(cString: strerror(code)))."
    case .name: "\(path): a name in it is not UTF-8, and is left out."
    case .depth: "\(path): the folders in it lie too deep, and are left out."
    case .count: "\(path): there are more than \(LocalWalk.mostFiles) files; this one and those after it are left out."
    }
  }
}
