extension FilterPreparation {
  /// Whether the titles hold every word of `query`.
  func test(ofWords query: SearchQuery) -> PreparedFilter.Test {
    guard !query.words.isEmpty else { return { _ in true } }
    let isFound = scene.catalogue.finds(query)
    let lostTitle = scene.lostTitle
    return { subject in
      if let show = subject.show { return isFound[show.position] }
      let title = Folding.fold(lostTitle(subject.entry.show))
      return query.words.allSatisfy { title.holds($0) }
    }
  }

  /// Whether one of the titles holds `text`.
  func test(ofPhrase text: String) -> PreparedFilter.Test {
    let phrase = Folding.fold(text)
    guard !phrase.isEmpty else { return { _ in true } }
    let isFound = scene.catalogue.finds(phrase)
    let lostTitle = scene.lostTitle
    return { subject in
      subject.show.map { isFound[$0.position] } ?? Folding.fold(lostTitle(subject.entry.show)).holds(phrase)
    }
  }

  /// Whether a text that the user wrote holds one of `values`, in the way of titles.
  func test(ofText values: [FilterValue], _ text: @escaping (FilterSubject) -> String) -> PreparedFilter.Test {
    let wanted = values.map { Wanted($0) }
    return { subject in
      let text = Folding.fold(text(subject))
      return wanted.contains { $0.passes([text]) { $0.holds($1) } }
    }
  }

  /// Whether one of the texts that the user wrote is one of `values`, in the way of titles.
  func test(ofTags values: [FilterValue], _ tags: @escaping (FilterSubject) -> [String]) -> PreparedFilter.Test {
    let wanted = values.map { Wanted($0) }
    return { subject in
      let tags = tags(subject).map(Folding.fold)
      return wanted.contains { $0.passes(tags) { $0 == $1 } }
    }
  }

  /// What is looked for among folded texts.
  private enum Wanted {
    case anything, nothing
    case text([UInt8])

    init(_ value: FilterValue) {
      switch value {
      case .anything: self = .anything
      case .nothing: self = .nothing
      default: self = .text(Folding.fold(value.plainText))
      }
    }

    func passes(_ texts: [[UInt8]], _ fits: ([UInt8], [UInt8]) -> Bool) -> Bool {
      switch self {
      case .anything: texts.contains { !$0.isEmpty }
      case .nothing: texts.allSatisfy(\.isEmpty)
      case .text(let text): texts.contains { fits($0, text) }
      }
    }
  }
}

extension FilterValue {
  /// What the user wrote, without quotation marks.
  var plainText: String {
    if case .text(let text) = self { text } else { description }
  }
}

extension [UInt8] {
  /// Whether `part` occurs in it.
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    withUnsafeBytes { text in
      part.isEmpty || ByteNeedle(part) { _ in 1 }.first(in: text, 0..<text.count) != nil
    }
  }
}
