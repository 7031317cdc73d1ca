import Capsule

extension ShowLibrary {
  /// Changes the files that are kept beside the catalogue, in one commit; they are on the disk when this returns.
  ///
  /// `change` tells what it did, and whether that is to be written: what is the same may heal what cannot be read any
  /// more. It is called anew where another process commits meanwhile.
  func changeFiles<Result: Sendable>(
    from provider: String, cause: String,
    _ change: (inout KeptFiles, CapsuleSalt, CapsuleWriter) throws(CapsuleError) -> (result: Result, isNew: Bool)
  ) throws(LibraryError) -> Result {
    try writing { (derived, isAlone) throws(LibraryError) in
      for _ in 0..<3 {
        if let result = try deriver.changeFiles(from: provider, cause: cause, &derived, isAlone: isAlone, change) {
          return result
        }
        try deriver.refresh(&derived, isAlone: isAlone)
      }
      throw .busy
    }
  }
}

extension Deriver {
  /// Changes the files over the present commit; nil where another process committed meanwhile.
  ///
  /// No show is another one afterwards: the packed catalogue goes on under the new commit's name.
  fileprivate func changeFiles<Result: Sendable>(
    from provider: String, cause: String, _ derived: inout Derived, isAlone: Bool,
    _ change: (inout KeptFiles, CapsuleSalt, CapsuleWriter) throws(CapsuleError) -> (result: Result, isNew: Bool)
  ) throws(LibraryError) -> Result? {
    let present = try inCapsule { () throws(CapsuleError) in try capsule.headCommit() }
    var files = try inCapsule { () throws(CapsuleError) in try capsule.keptFiles(of: present) }
    let salt = present?.content.salt ?? makeSalt()
    var done: (result: Result, isNew: Bool)?
    try inCapsule { () throws(CapsuleError) in
      try capsule.write(cause) { [head = derived.state.head, same = derived] writer throws(CapsuleError) in
        guard writer.head == head else { return }
        let changed = try change(&files, salt, writer)
        done = changed
        guard changed.isNew else { return }
        var draft = CommitDraft(
          provider: provider, cause: cause, sources: present?.content.sources ?? [:], kept: present?.content.kept,
          salt: salt)
        draft.files = writer.putTwice(files.bytes)
        try writer.record(draft) { prepareSame(as: same, for: $0) }
      }
    }
    if done?.isNew == true {
      derived = try rebuild(from: derived, isAlone: isAlone)
      catalogues.settle(on: name(of: derived.state))
    }
    return done?.result
  }

  private func makeSalt() -> CapsuleSalt {
    CapsuleSalt(drawn: options.clock.now(), low: options.random(), high: options.random())
  }
}
