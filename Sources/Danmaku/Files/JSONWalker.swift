/// Walks through JSON, or through what is left of it, and stops wherever an array or object ends.
///
///     [{"p":"1,1,255","m":"a"},{"p":"2,1      stops at the } with two members,
///                             ^           ^   then where the second object breaks off
///
/// Comments are small objects somewhere in a file: whatever surrounds them differs from server to server and
/// does not matter. One that is broken ends where the next begins. Nothing here recurses, and what lies
/// deeper than comments ever do begins anew, so that hostile input costs one pass and no memory.
struct JSONWalker {
  /// How deep arrays and objects may lie in each other; comments lie four deep at most.
  static let greatestDepth = 64
  /// How many members of one array or object are kept unless a caller wants more: comments have about twenty, and
  /// servers may add to them what they like.
  static let usualMembers = 1024

  /// Where the walk stopped.
  enum Stop {
    /// An array ended; its members have no keys.
    case array
    /// An object ended.
    case object
    /// An object could not be read any further.
    case broken
  }

  /// An array or object that has begun.
  private struct Frame {
    var isObject: Bool
    /// What its own value stands behind; empty in an array.
    var key: Range<Int>
    var start: Int
    var firstMember: Int
    var hasContainers = false
  }

  private struct Stopped {
    var frame: Frame
    var isWhole: Bool
    /// What is forgotten when the walk goes on; what surrounds a broken object goes with it.
    var firstDropped: Int
  }

  private let mostMembers: Int
  /// All of the file.
  let bytes: UnsafeBufferPointer<UInt8>
  private var end: Int
  /// Where the walk goes on: behind what it stopped at.
  private(set) var position: Int
  private var frames: [Frame] = []
  private var kept: [(key: Range<Int>, value: JSONValue)] = []
  /// The key whose value comes next.
  private var key: Range<Int>?
  /// What the walk stopped at, until it goes on.
  private var stopped: Stopped?
  /// Where the string began that the innermost array or object read last, with none in between: one that swallowed
  /// the next object is searched for it.
  private var lastString: Int?

  /// A walk through `range` of `bytes`, through all of them where none is given, that keeps the first `mostMembers` of
  /// each array and object.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>? = nil, keeping mostMembers: Int = Self.usualMembers
  ) {
    self.bytes = bytes
    self.mostMembers = mostMembers
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// Walks through `range` instead, and stops where the object ends that is all of it; false where there is none.
  ///
  /// What a walk needs is kept, so that a file may hold as many ranges as it likes.
  mutating func goes(throughObjectIn range: Range<Int>) -> Bool {
    frames.removeAll(keepingCapacity: true)
    kept.removeAll(keepingCapacity: true)
    (key, stopped, lastString) = (nil, nil, nil)
    (position, end) = (range.lowerBound, range.upperBound)
    while let stop = next() {
      if isOutermost { return stop == .object }
    }
    return false
  }

  /// Goes on to where the next array or object ends; nil at the end of the file.
  mutating func next() -> Stop? {
    leave()
    while position < end {
      let byte = bytes[position]
      switch byte {
      case 0...0x20, UInt8(ascii: ","):
        position += 1
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard enter(isObject: byte == UInt8(ascii: "{")) else { return breakOff() }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if let stop = close(isObject: byte == UInt8(ascii: "}")) { return stop }
      case UInt8(ascii: "\""):
        guard string() else { return breakOff(isLost: true) }
      default:
        guard bare() else { return breakOff(isLost: true) }
      }
    }
    return torn()
  }
}

// MARK: - What it stopped at

extension JSONWalker {
  /// Whether nothing surrounds the array or object that the walk stopped at.
  var isOutermost: Bool { frames.isEmpty }

  /// The values of the array or object that the walk stopped at.
  var values: some RandomAccessCollection<JSONValue> {
    kept[(stopped?.frame.firstMember ?? kept.endIndex)...].lazy.map(\.value)
  }

  /// Hands the members of the object that the walk stopped at to `body`, in their order.
  func forEachMember(_ body: (_ name: Slice<UnsafeBufferPointer<UInt8>>, _ value: JSONValue) -> Void) {
    for index in (stopped?.frame.firstMember ?? kept.endIndex)..<kept.endIndex {
      body(bytes[kept[index].key], kept[index].value)
    }
  }

  /// What stands behind `name` in the object that the walk stopped at.
  subscript(_ name: StaticString) -> JSONValue? {
    value(name, from: stopped?.frame.firstMember ?? kept.endIndex, to: kept.endIndex)
  }

  /// What stands behind `name` in an object around the one that the walk stopped at, the nearest first.
  func outer(_ name: StaticString) -> JSONValue? {
    var end = stopped?.frame.firstMember ?? kept.endIndex
    for frame in frames.reversed() {
      if frame.isObject, let value = value(name, from: frame.firstMember, to: end) { return value }
      end = frame.firstMember
    }
    return nil
  }

  /// Whether the array or object that the walk stopped at stands behind `name`.
  func isValue(of name: StaticString) -> Bool { stopped.map { bytes[$0.frame.key].equals(name) } ?? false }

  private func value(_ name: StaticString, from first: Int, to end: Int) -> JSONValue? {
    for index in first..<end {
      let key = kept[index].key
      if key.count == name.utf8CodeUnitCount, bytes[key].equals(name) { return kept[index].value }
    }
    return nil
  }
}

// MARK: - Steps

extension JSONWalker {
  /// Forgets the members of what the walk stopped at, and makes it a member of what surrounds it.
  private mutating func leave() {
    guard let stopped else { return }
    self.stopped = nil
    kept.removeSubrange(stopped.firstDropped...)
    if let outer = frames.indices.last { frames[outer].hasContainers = true }
    if stopped.isWhole { add(.container(bytes[stopped.frame.start..<position]), key: stopped.frame.key) }
  }

  /// Begins an array or object; false where a key should stand.
  private mutating func enter(isObject: Bool) -> Bool {
    guard frames.last?.isObject != true || key != nil else { return false }
    if frames.count == Self.greatestDepth {
      frames.removeAll(keepingCapacity: true)
      kept.removeAll(keepingCapacity: true)
    }
    lastString = nil
    let own = key ?? position..<position
    frames.append(Frame(isObject: isObject, key: own, start: position, firstMember: kept.count))
    key = nil
    position += 1
    return true
  }

  /// Ends an array or object; what is closed by the wrong bracket has lost its own.
  private mutating func close(isObject: Bool) -> Stop? {
    // The bracket of an array ends the object in it too, and is needed once more for the array.
    if !isObject, frames.last?.isObject == true { return breakOff() }
    position += 1
    guard let frame = frames.last, frame.isObject == isObject else {
      return frames.contains(where: \.isObject) ? breakOff() : nil
    }
    frames.removeLast()
    (key, lastString) = (nil, nil)
    stopped = Stopped(frame: frame, isWhole: true, firstDropped: frame.firstMember)
    return isObject ? .object : .array
  }

  /// Reads a string, and the colon where it is a key; false where the one or the other does not end so.
  private mutating func string() -> Bool {
    lastString = position
    guard let (content, isPlain) = scanString() else { return false }
    guard frames.last?.isObject == true, key == nil else {
      add(.string(bytes[content], isPlain: isPlain), key: key ?? content.lowerBound..<content.lowerBound)
      key = nil
      return true
    }
    while position < end, bytes[position] <= 0x20 { position += 1 }
    guard position < end, bytes[position] == UInt8(ascii: ":") else { return false }
    position += 1
    key = content
    return true
  }

  /// Passes over a string; nil where it never ends. Controls in it are text: some servers escape none.
  private mutating func scanString() -> (content: Range<Int>, isPlain: Bool)? {
    let start = position + 1
    guard var place = bytes.position(of: UInt8(ascii: "\""), from: start, to: end) else {
      position = end
      return nil
    }
    let escape = bytes.position(of: UInt8(ascii: "\\"), from: start, to: place)
    if let escape { place = escape }
    while place < end, bytes[place] != UInt8(ascii: "\"") { place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1 }
    position = min(place + 1, end)
    return place < end ? (start..<place, escape == nil) : nil
  }

  /// Reads what is no string and no container; false where a key should stand.
  private mutating func bare() -> Bool {
    guard frames.last?.isObject != true || key != nil else { return false }
    let start = position
    while position < end, !bytes[position].endsBareValue { position += 1 }
    position = max(position, start + 1)
    add(.bare(bytes[start..<position]), key: key ?? start..<start)
    key = nil
    return true
  }

  private mutating func add(_ value: JSONValue, key: Range<Int>) {
    guard let frame = frames.last, kept.count - frame.firstMember < mostMembers else { return }
    kept.append((key, value))
  }

  /// Gives the innermost object up, and what wraps it alone; goes on at the next one where it was read in vain.
  ///
  /// A string that lost its end runs into the next object, and only behind that stands what should not: the
  /// search for the next one goes back to where the string began. It goes back over no array or object that was
  /// read, so that bytes are gone over twice at most and nothing is counted twice.
  private mutating func breakOff(isLost: Bool = false) -> Stop {
    key = nil
    while frames.last?.isObject == false { frames.removeLast() }
    if let frame = frames.popLast() {
      if isLost { search(from: lastString.map { $0 + 1 } ?? position) }
      stopped = Stopped(frame: frame, isWhole: false, firstDropped: frame.firstMember)
    }
    while let wrapper = frames.last, wrapper.isObject {
      stopped?.firstDropped = wrapper.firstMember
      frames.removeLast()
    }
    return .broken
  }

  private mutating func search(from place: Int) {
    position = place
    while position < end, bytes[position] != UInt8(ascii: "{") { position += 1 }
  }

  /// At the end of the file: whether it ends within an object that is no mere wrapper of others.
  private mutating func torn() -> Stop? {
    while let frame = frames.last, !frame.hasContainers {
      guard frame.isObject else {
        frames.removeLast()
        continue
      }
      defer { frames.removeAll() }
      return breakOff()
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var endsBareValue: Bool {
    switch self {
    case 0...0x20, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }
}
