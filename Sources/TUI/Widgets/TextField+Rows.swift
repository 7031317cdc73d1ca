extension TextField {
  /// The text in rows of at most `columns` cells, cut wherever a row is full, and where the cursor stands in them.
  ///
  ///     "葬送のフリーレン" in 9 columns, the cursor at its end  →  葬送のフ
  ///                                                        リーレン│
  ///
  /// The cursor behind a full row stands at the start of the next one, which is then there, though empty.
  public func rows(columns: Int, ambiguity: TextWidth.Ambiguity = .narrow) -> (texts: [String], cursor: Position) {
    let columns = max(2, columns)
    var texts = [""]
    var used = 0
    var place = Position(column: 0, row: 0)
    for (index, character) in text.enumerated() {
      let width = TextWidth.of(String(character), ambiguity: ambiguity)
      if used + width > columns {
        texts.append("")
        used = 0
      }
      if index == cursor { place = Position(column: used, row: texts.count - 1) }
      texts[texts.count - 1].append(character)
      used += width
    }
    if cursor == text.count {
      if used >= columns {
        texts.append("")
        used = 0
      }
      place = Position(column: used, row: texts.count - 1)
    }
    return (texts, place)
  }
}
