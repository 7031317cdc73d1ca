/// Takes values out of bytes as `WireWriter` puts them there; believes nothing of what they say.
struct WireReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func tag() throws(WireError) -> UInt8 {
    guard let tag = rest.popFirst() else { throw .truncated }
    return tag
  }

  mutating func number() throws(WireError) -> Int {
    guard rest.count >= 8 else { throw .truncated }
    let bits = rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    rest.removeFirst(8)
    return Int(Int64(bitPattern: bits))
  }

  mutating func flag() throws(WireError) -> Bool {
    switch try tag() {
    case 0: return false
    case 1: return true
    case let other: throw .unknownTag(other)
    }
  }

  /// A text; bytes that are no UTF-8 become replacement characters.
  mutating func text() throws(WireError) -> String {
    let length = try count()
    defer { rest.removeFirst(length) }
    return String(decoding: rest.prefix(length), as: UTF8.self)
  }

  mutating func optional() throws(WireError) -> Int? {
    guard try flag() else { return nil }
    return try number()
  }

  mutating func list<Value: WireValue>() throws(WireError) -> [Value] {
    let count = try count()
    var values: [Value] = []
    for _ in 0..<count { values.append(try Value(from: &self)) }
    return values
  }

  /// A count of things of one byte or more each: no more than there are bytes.
  private mutating func count() throws(WireError) -> Int {
    let count = try number()
    guard count >= 0, count <= rest.count else { throw .truncated }
    return count
  }

  /// Holds the message to its length.
  func end() throws(WireError) {
    guard rest.isEmpty else { throw .trailing(count: rest.count) }
  }
}
