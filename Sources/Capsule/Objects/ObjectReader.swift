/// Reads objects, and proves each one before it hands it out.
struct ObjectReader: Sendable {
  /// No object holds more: it is the cap of the largest class of answers.
  static let largestObject = 64 * 1024 * 1024

  let layout: Layout
  let disk: any Disk

  /// The object's stored bytes, proven by their hash; of one that is stored twice, from whichever copy is whole.
  func frame(_ id: ObjectID) throws(CapsuleError) -> [UInt8] {
    do {
      return try frame(id, at: layout.object(id))
    } catch {
      guard let copy = try? frame(id, at: layout.objectCopy(id)) else { throw error }
      return copy
    }
  }

  /// The bytes in the file at `path`, if they are the object's.
  func frame(_ id: ObjectID, at path: String) throws(CapsuleError) -> [UInt8] {
    guard let frame = try disk.contents(of: path) else { throw .missingObject(id) }
    let actual = Digest(of: frame)
    guard actual == id.digest else { throw .damagedObject(id, actual: actual) }
    return frame
  }

  /// What the object holds.
  func bytes(_ id: ObjectID) throws(CapsuleError) -> [UInt8] {
    let frame = try frame(id)
    guard let plain = Decompressor().bytes(of: frame, limit: Self.largestObject) else { throw .unreadableObject(id) }
    return plain
  }

  /// The manifest that the object is, with what it takes over from others.
  func manifest(_ id: ObjectID) throws(CapsuleError) -> Manifest {
    var texts: [(id: ObjectID, text: ManifestText)] = []
    var next: ObjectID? = id
    while let current = next {
      guard texts.count <= Manifest.longestChain, let text = ManifestText(try bytes(current)) else {
        throw .unreadableObject(current)
      }
      texts.append((current, text))
      next = text.base
    }
    var pieces: [Piece] = []
    for (id, text) in texts.reversed() {
      guard let resolved = text.pieces(over: pieces) else { throw .unreadableObject(id) }
      pieces = resolved
    }
    let text = texts[0].text
    return Manifest(
      id: id, length: text.length, sha256: text.sha256, pieces: pieces, depth: texts.count - 1)
  }

  /// Exactly the bytes that were received, joined from their pieces and proven.
  func bytes(of manifest: Manifest) throws(CapsuleError) -> [UInt8] {
    let decompressor = Decompressor()
    var plain = [UInt8](repeating: 0, count: manifest.length)
    var offset = 0
    for piece in manifest.pieces {
      guard piece.length <= plain.count - offset else {
        let actual = manifest.pieces.reduce(0) { $0 + $1.length }
        throw .wrongLength(manifest: manifest.id, expected: plain.count, actual: actual)
      }
      let frame = try frame(piece.id)
      let isWhole = plain.withUnsafeMutableBytes {
        decompressor.read(frame, into: UnsafeMutableRawBufferPointer(rebasing: $0[offset..<offset + piece.length]))
      }
      guard isWhole else { throw .unreadableObject(piece.id) }
      offset += piece.length
    }
    guard offset == plain.count else {
      throw .wrongLength(manifest: manifest.id, expected: plain.count, actual: offset)
    }
    let actual = Digest(of: plain)
    guard actual == manifest.sha256 else {
      throw .wrongDigest(manifest: manifest.id, expected: manifest.sha256, actual: actual)
    }
    return plain
  }
}
