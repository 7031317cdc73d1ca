extension Comments {
  /// The comments of several files, moved by so many milliseconds; one that stands in two of them is taken once.
  ///
  /// A segment and the next one, or the same file saved twice, hold comments that are equal in everything.
  public init(joining files: [Comments], movedBy milliseconds: Int = 0) {
    guard files.count > 1 || milliseconds != 0 else {
      self = files.first ?? Comments()
      return
    }
    var seen: Set<Comment> = []
    var joined: [Comment] = []
    for file in files {
      // Two equal comments of one file are two: somebody sent one again.
      let fresh = file.filter { !seen.contains($0) }
      if files.count > 1 { seen.formUnion(fresh) }
      joined += fresh
    }
    for position in joined.indices { joined[position].time += milliseconds }
    self.init(joined)
  }
}
