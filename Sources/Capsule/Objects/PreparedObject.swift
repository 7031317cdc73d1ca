/// An object as it will be stored, compressed and hashed already.
///
/// Both take longer than anything else about an object but the disk, and neither needs the capsule's lock: whoever
/// fetches many objects prepares each where it arrives, on all processors at once.
///
///     let object = PreparedObject(body)
///     try capsule.write("sync") { writer in _ = writer.put(object) … }
public struct PreparedObject: Sendable {
  /// The object's name.
  public let id: ObjectID

  /// What is stored: a zstd frame.
  let frame: [UInt8]

  /// Prepares the object that holds `bytes`.
  public init(_ bytes: [UInt8]) {
    self.init(bytes, with: Compressor())
  }

  /// Prepares it with a compressor that is at hand.
  init(_ bytes: [UInt8], with compressor: borrowing Compressor) {
    frame = bytes.withUnsafeBytes { compressor.frame(of: $0) }
    id = ObjectID(Digest(of: frame))
  }

  /// How many bytes are stored.
  public var byteCount: Int { frame.count }
}
