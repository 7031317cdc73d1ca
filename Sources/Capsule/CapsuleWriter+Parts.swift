/// A part of a received file.
package enum FilePart {
  /// One that is stored already.
  case stored(Piece)
  /// One that is new.
  case fresh([UInt8])
}

extension CapsuleWriter {
  /// Stores a file whose parts are known one by one, and answers its manifest.
  ///
  /// A file that is made in place and not received, as for a measurement over thousands of versions, need not be
  /// compressed and hashed as a whole for the few parts that are new. `sha256` is taken on trust; a verification
  /// of the capsule proves it.
  package func store(_ parts: [FilePart], sha256: Digest, over base: Manifest?) -> Manifest {
    let pieces = parts.map { part in
      switch part {
      case .stored(let piece): piece
      case .fresh(let bytes): Piece(id: put(bytes), length: bytes.count)
      }
    }
    return list(pieces, length: pieces.reduce(0) { $0 + $1.length }, sha256: sha256, over: base)
  }

  /// Stores the list of `pieces`.
  func list(_ pieces: [Piece], length: Int, sha256: Digest, over base: Manifest?) -> Manifest {
    let text = ManifestText(pieces, length: length, sha256: sha256, over: base)
    return Manifest(
      id: put(text.bytes), length: length, sha256: sha256, pieces: pieces,
      depth: text.base == nil ? 0 : (base?.depth ?? 0) + 1)
  }
}
