/// What stands behind a key or in an array, as it stands in the file.
enum JSONValue {
  /// What stands between the quotes; it has escapes unless it is plain.
  case string(Slice<UnsafeBufferPointer<UInt8>>, isPlain: Bool)
  /// A number, `true`, `false` or `null`, or what is none of them.
  case bare(Slice<UnsafeBufferPointer<UInt8>>)
  /// An array or object with its brackets.
  case container(Slice<UnsafeBufferPointer<UInt8>>)

  /// The bytes of a string or number, for fields that need no escapes; servers write numbers as either.
  var field: Slice<UnsafeBufferPointer<UInt8>>? {
    switch self {
    case .string(let bytes, _), .bare(let bytes): bytes
    case .container: nil
    }
  }

  /// The number without its fraction.
  var integer: Int? { field.flatMap(NumberField.integer) }
  /// The number, where it is one that a stage can have.
  var decimal: Double? {
    guard let number = field.flatMap({ Double(String(decoding: $0, as: UTF8.self)) }) else { return nil }
    return abs(number) <= 1_000_000 ? number : nil
  }
  /// Whether it is `true`, or what servers write instead.
  var isTrue: Bool { field.map { $0.elementsEqual("true".utf8) || $0.elementsEqual("1".utf8) } ?? false }
  /// Whether it is a string.
  var isString: Bool { if case .string = self { true } else { false } }
  /// The text of a string; nil where it is none.
  var string: String? {
    guard isString else { return nil }
    var decoded: [UInt8] = []
    write(to: &decoded)
    return String(decoding: decoded, as: UTF8.self)
  }

  /// Hands the bytes of a string or number to `body`, decoded where that is needed; none of anything else.
  func withDecodedField<Value, Failure: Error>(
    _ body: (Slice<UnsafeBufferPointer<UInt8>>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if case .string(_, isPlain: true) = self, let field { return try body(field) }
    var decoded: [UInt8] = []
    write(to: &decoded)
    return try decoded.withUnsafeBufferPointer { bytes throws(Failure) in try body(bytes[...]) }
  }

  /// Appends the UTF-8 of a string, or what a number looks like.
  func write(to arena: inout [UInt8]) {
    switch self {
    case .string(let bytes, isPlain: false): JSONEscapes.decode(bytes, to: &arena)
    case .string(let bytes, _), .bare(let bytes): arena.append(contentsOf: UnsafeBufferPointer(rebasing: bytes))
    case .container: break
    }
  }
}

extension JSONValue {
  /// A walk through an array or object.
  var walker: JSONWalker? {
    guard case .container(let bytes) = self else { return nil }
    return JSONWalker(bytes.base, in: bytes.indices)
  }

  /// A walk that has stopped at the end of the object; nil where it is none.
  var object: JSONWalker? {
    guard var walker else { return nil }
    while let stop = walker.next() {
      if case .object = stop, walker.isOutermost { return walker }
    }
    return nil
  }

  /// What the code of a positioned comment means, clean as it is kept; nil where it is none.
  var positioned: PositionedComment? {
    guard isString else { return nil }
    var code: [UInt8] = []
    write(to: &code)
    TextCleaner.clean(&code, from: 0, isCode: true)
    return PositionedComment(code: String(decoding: code, as: UTF8.self))
  }

  /// The text of a string, clean, with its lines divided at `breaks` too; nil where there is nothing to read.
  func lines(breaks: [StaticString]) -> String? {
    guard isString else { return nil }
    var decoded: [UInt8] = []
    write(to: &decoded)
    for pair in breaks { decoded.breakLines(at: pair, from: 0) }
    TextCleaner.clean(&decoded, from: 0, isCode: false)
    return decoded.contains { $0 > 0x20 } ? String(decoding: decoded, as: UTF8.self) : nil
  }
}
