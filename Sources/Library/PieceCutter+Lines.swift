import Capsule

extension PieceCutter {
  /// Where `bytes`, lines of items, are cut into pieces.
  func cuts(lines bytes: [UInt8]) -> [Int] {
    var items: [PieceCutter.Item] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      items.append(PieceCutter.Item(range: start..<end + 1, title: Array(bytes[start..<end])))
      start = end + 1
    }
    return cuts(items, length: bytes.count)
  }
}
