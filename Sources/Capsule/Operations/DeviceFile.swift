/// The files with this device's name, `ops/device` and its copy.
///
///     k3vq2a5zte
///     5d41402abc4b2a76     (the first 16 digits of the SHA-256 of the line above)
///
/// A name that is read wrongly would begin a new log and hide the old one from undo. A file without the second line
/// is one of the first version's.
struct DeviceFile: Sendable {
  let layout: Layout
  let disk: any Disk

  /// The name in whichever copy is whole; nil before the first operation.
  func read() throws(CapsuleError) -> String? {
    if let name = try disk.contents(of: layout.device).flatMap(Self.parse) { return name }
    return try disk.contents(of: layout.deviceCopy).flatMap(Self.parse)
  }

  /// The copies that are not as they must be; none before there is a name.
  func damaged() throws(CapsuleError) -> [Damage.Copy] {
    let first = try disk.contents(of: layout.device)
    let second = try disk.contents(of: layout.deviceCopy)
    guard first != nil || second != nil else { return [] }
    let name = first.flatMap(Self.parse) ?? second.flatMap(Self.parse)
    let whole = name.map(Self.bytes)
    // A process that was stopped before its first operation has written one of them; the next one writes the other.
    if let name, first == whole, second == nil, try disk.length(of: layout.log(of: name)) == nil { return [] }
    return (first == whole ? [] : [.first]) + (second == whole ? [] : [.second])
  }

  /// What a file holds that names `device`.
  static func bytes(_ device: String) -> [UInt8] {
    Array("\(device)\n\(sum(of: device.utf8))\n".utf8)
  }

  private static func parse(_ bytes: [UInt8]) -> String? {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: true)
    guard let first = lines.first, let name = DeviceName.parse(String(decoding: first, as: UTF8.self)) else {
      return nil
    }
    return lines.count == 1 || self.bytes(name) == bytes ? name : nil
  }
}
