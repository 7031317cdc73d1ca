/// One comment of a benchmark's file.
struct SyntheticComment {
  /// Hundred-thousandths of a second.
  var time: Int
  var mode: Int
  var size: Int
  var color: Int
  var sent: Int
  var id: Int
  var weight: Int
  var text: String

  private static let sender = "a16fe0dd"

  /// The element of Bilibili's XML.
  var xml: [UInt8] {
    let fraction = String(time % 100_000 + 100_000).dropFirst()
    let parameters = "\(time / 100_000).\(fraction),\(mode),\(size),\(color),\(sent),0,\(Self.sender),\(id),\(weight)"
    let text = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    return Array("<d p=\"\(parameters)\">\(text)</d>".utf8)
  }

  /// The element of one of Bilibili's segments.
  var protobuf: [UInt8] {
    let numbers = [(1, id), (2, time / 100), (3, mode), (4, size), (5, color), (8, sent), (9, weight)]
    let texts = [(6, Self.sender), (7, text), (12, String(id))]
    let fields =
      numbers.flatMap { Self.varint($0 << 3) + Self.varint($1) }
      + texts.flatMap { Self.varint($0 << 3 | 2) + Self.varint($1.utf8.count) + $1.utf8 }
    return [0x0A] + Self.varint(fields.count) + fields
  }

  private static func varint(_ number: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}
