/// Comments in JSON of whichever site: lists, lists of lists, or objects around them.
///
/// What a site writes can be told from the members of its comments. Nothing else of a file matters, so that
/// wrappers may differ as servers like; a comment that breaks off is counted, and the next one read.
enum JSONComments {
  /// The comments that `bytes` hold; nil where they are no list of any.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> DanmakuFile? {
    guard let dialect = JSONDialect(bytes) else { return nil }
    var collector = CommentCollector(fileOf: bytes.count)
    var walker = JSONWalker(bytes)
    while let stop = walker.next() {
      switch (dialect, stop) {
      case (_, .broken): collector.skip(.broken)
      case (.dandanplay, .object): Dandanplay.add(walker, to: &collector)
      case (.dandanplay, .array): DanmukuList.add(walker, to: &collector)
      case (.niconico, .object): NiconicoJSON.add(walker, to: &collector)
      case (.acfun, .object): AcFun.add(walker, to: &collector)
      case (_, .array): break
      }
    }
    return collector.file(dialect.format)
  }
}

/// Whose members the comments of a file have.
private enum JSONDialect {
  case dandanplay, niconico, acfun

  /// What the first comment of `bytes` tells, or the list that holds none.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var walker = JSONWalker(bytes)
    while let stop = walker.next() {
      guard let dialect = Self.of(stop, walker) else { continue }
      self = dialect
      return
    }
    return nil
  }

  var format: DanmakuFormat {
    switch self {
    case .dandanplay: .dandanplay
    case .niconico: .niconicoJSON
    case .acfun: .acfun
    }
  }

  private static func of(_ stop: JSONWalker.Stop, _ walker: JSONWalker) -> JSONDialect? {
    switch stop {
    case .array: ofArray(walker)
    case .object: ofObject(walker)
    case .broken: nil
    }
  }

  private static func ofArray(_ array: JSONWalker) -> JSONDialect? {
    if DanmukuList.isComment(array) { return .dandanplay }
    // AcFun's old file without comments is three empty lists.
    let isEmpty = array.values.allSatisfy { if case .container = $0 { true } else { false } }
    return array.isOutermost && array.values.count == 3 && isEmpty ? .acfun : nil
  }

  private static func ofObject(_ object: JSONWalker) -> JSONDialect? {
    if NiconicoJSON.isComment(object) || NiconicoJSON.isThread(object) { return .niconico }
    if object["c"] != nil, object["m"] != nil { return .acfun }
    if Dandanplay.isComment(object) { return .dandanplay }
    let lists: [JSONValue?] = [object["comments"], object["danmuku"]]
    return lists.contains { if case .container = $0 { true } else { false } } ? .dandanplay : nil
  }
}
