import CZlib

/// Compression, for servers that compress.
public enum Gzip {
  /// `bytes` as one gzip member.
  public static func pack(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    z_deflateInit(&stream)
    defer { deflateEnd(&stream) }
    var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(bytes.count))) + 32)
    let count = bytes.withUnsafeBytes { input in
      packed.withUnsafeMutableBytes { output in
        stream.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
        stream.avail_in = uInt(input.count)
        stream.next_out = output.bindMemory(to: UInt8.self).baseAddress
        stream.avail_out = uInt(output.count)
        deflate(&stream, Z_FINISH)
        return output.count - Int(stream.avail_out)
      }
    }
    return Array(packed[..<count])
  }
}
