import Markup

/// What is read of `text`, a line for each piece: `<name key=value`, `>name`, or the text itself.
func pieces(
  _ text: String, limits: MarkupLimits = MarkupLimits(), siblings: Set<String> = []
) throws(MarkupError) -> [String] {
  try pieces(Array(text.utf8), limits: limits, siblings: siblings)
}

/// What is read of `bytes`.
func pieces(
  _ bytes: [UInt8], limits: MarkupLimits = MarkupLimits(), siblings: Set<String> = []
) throws(MarkupError) -> [String] {
  var reader = try MarkupReader(bytes, limits: limits, siblings: siblings)
  var pieces: [String] = []
  while let event = try reader.next() {
    switch event {
    case .start(let element):
      pieces.append(element.attributes.reduce("<\(element.name.local)") { "\($0) \($1.name.local)=\($1.value)" })
    case .end(let name): pieces.append(">\(name.local)")
    case .text(let text): pieces.append(text)
    }
  }
  return pieces
}
