extension PositionedComment {
  /// `code`, Bilibili's array or AcFun's object, with what `convert` makes of the text that it says, and all else as it
  /// stands; nil where it is neither.
  public static func writing(in code: String, _ convert: (String) -> String) -> String? {
    // Ends that were cut off are put back, as where such code is read.
    for missingEnd in ["", "]", "\"]"] {
      let whole = Array((code + missingEnd).utf8)
      let written = whole.withUnsafeBufferPointer { code -> String? in
        guard let text = textValue(of: code), case .string(let place, _) = text, let words = text.string else {
          return nil
        }
        var block = ByteBlock()
        block.append(UnsafeBufferPointer(rebasing: code[..<place.startIndex]))
        block.append(quoted: Array(convert(words).utf8)[...])
        block.append(UnsafeBufferPointer(rebasing: code[place.endIndex...]))
        return block.text
      }
      if let written { return written }
    }
    return nil
  }

  /// The value that holds the text.
  private static func textValue(of code: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    var walker = JSONWalker(code)
    while let stop = walker.next() {
      guard walker.isOutermost else { continue }
      switch stop {
      case .object: return walker["n"]
      case .array: return walker.values.dropFirst(4).first
      case .broken: return nil
      }
    }
    return nil
  }
}
