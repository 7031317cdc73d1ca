import Foundation
import TestSupport

@testable import Capsule

/// A file of an archive.
struct ArchivedFile: Equatable {
  var name: String
  var bytes: [UInt8]

  init(_ name: String, _ bytes: [UInt8]) {
    (self.name, self.bytes) = (name, bytes)
  }

  init(_ name: String, _ text: String) {
    self.init(name, Array(text.utf8))
  }
}

/// Archives that the tests make and read.
enum Archives {
  static let time: Int64 = 1_786_752_000_123

  /// What the program writes.
  static func pack(_ files: [ArchivedFile], level: Int = 3) throws -> [UInt8] {
    let archive = Gathered()
    var writer = ArchiveWriter(level: level, sink: archive.append)
    for file in files { try writer.add(file.name, file.bytes, time: time) }
    try writer.finish()
    return archive.bytes
  }

  /// `bytes` in one zstd frame.
  static func frame(_ bytes: [UInt8]) throws -> [UInt8] {
    let frame = Gathered()
    var writer = FrameWriter(level: 3, sink: frame.append)
    try writer.write(bytes)
    try writer.finish()
    return frame.bytes
  }

  /// What is in the zstd frame.
  static func plain(_ frame: [UInt8]) throws -> [UInt8] {
    let reader = FrameReader(source(frame, chunk: 65536), path: "FILE")
    var plain: [UInt8] = []
    while case let chunk = try reader.chunk(), !chunk.isEmpty { plain += chunk }
    return plain
  }

  /// All files, or the error that reading ended with.
  static func unpack(
    _ archive: [UInt8], chunk: Int = 65536, limits: ArchiveReader.Limits = .init(length: 1 << 40)
  ) throws -> [ArchivedFile] {
    let (files, error) = read(archive, chunk: chunk, limits: limits)
    if let error { throw error }
    return files
  }

  /// The files up to the end or the error.
  static func read(
    _ archive: [UInt8], chunk: Int = 65536, limits: ArchiveReader.Limits = .init(length: 1 << 40)
  ) -> (files: [ArchivedFile], error: CapsuleError?) {
    var rest = archive[...]
    var reader = ArchiveReader(path: "FILE", limits: limits) {
      defer { rest = rest.dropFirst(chunk) }
      return Array(rest.prefix(chunk))
    }
    var files: [ArchivedFile] = []
    do throws(CapsuleError) {
      while let file = try reader.next() { files.append(ArchivedFile(file.name, file.bytes)) }
      return (files, nil)
    } catch {
      return (files, error)
    }
  }

  /// Why the archive is refused; nil where it is not.
  static func fault(
    of archive: [UInt8], limits: ArchiveReader.Limits = .init(length: 1 << 40)
  ) -> ArchiveFault? {
    guard case .archive("FILE", let fault) = read(archive, limits: limits).error else { return nil }
    return fault
  }

  private static func source(_ bytes: [UInt8], chunk: Int) -> ByteSource {
    var rest = bytes[...]
    return ByteSource {
      defer { rest = rest.dropFirst(chunk) }
      return Array(rest.prefix(chunk))
    }
  }
}

/// Where a writer's chunks go.
final class Gathered {
  var bytes: [UInt8] = []
  var chunks: [Int] = []

  func append(_ chunk: [UInt8]) {
    bytes += chunk
    chunks.append(chunk.count)
  }
}

/// A tar made by hand, of headers that no honest program writes.
struct RawTar {
  var bytes: [UInt8] = []

  /// The two blocks of zeros.
  static let end = [UInt8](repeating: 0, count: 1024)

  /// The archive of these entries, ended as it should be.
  static func ended(_ entries: RawTar...) -> [UInt8] {
    entries.flatMap(\.bytes) + end
  }

  /// One entry; `length` is what the header says, `change` has the last word before the checksum.
  static func entry(
    _ name: String, _ text: String = "", type: Character = "0", length: Int? = nil,
    change: (inout [UInt8]) -> Void = { _ in }
  ) -> RawTar {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at offset: Int) {
      header.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
    }
    put(name, at: 0)
    put("0000644", at: 100)
    put(octal(length ?? text.utf8.count, 11), at: 124)
    put(String(type), at: 156)
    put("ustar\u{0}00", at: 257)
    change(&header)
    put("        ", at: 148)
    put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\u{0}", at: 148)
    let body = Array(text.utf8)
    return RawTar(bytes: header + body + [UInt8](repeating: 0, count: (512 - body.count % 512) % 512))
  }

  /// What pax says of the next entry.
  static func pax(_ records: (key: String, value: String)..., type: Character = "x") -> RawTar {
    let text = records.map { key, value in
      let rest = " \(key)=\(value)\n"
      var length = rest.utf8.count
      while "\(length)".utf8.count + rest.utf8.count > length { length += 1 }
      return "\(length)\(rest)"
    }.joined()
    return entry("PaxHeaders/x", text, type: type)
  }

  private static func octal(_ number: Int, _ digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: digits - text.count) + text
  }
}

/// A folder in which lines of shell run; gone when the test is over.
final class ShellFolder {
  struct Failed: Error {
    let line: String
    let talk: String
  }

  let path = NSTemporaryDirectory() + "yozakura-archive-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// What the line prints; it must succeed.
  @discardableResult
  func run(_ line: String) throws -> [UInt8] {
    do {
      return try Child.output(
        of: "/bin/sh", ["-c", "{ \(line)\n} 2>talk"],
        environment: ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8", "TZ": "UTC0"], folder: path)
    } catch is Child.Failed {
      throw Failed(line: line, talk: String(decoding: try read("talk"), as: UTF8.self))
    }
  }

  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  static func has(_ tool: String) -> Bool {
    ["/usr/bin/", "/bin/"].contains { FileManager.default.isExecutableFile(atPath: $0 + tool) }
  }
}
