public import Anime
import Capsule

extension ShowLibrary {
  /// The change guard: throws where `decoded` lacks so many of the provider's present shows that another mirror
  /// should be asked.
  public func check(_ decoded: DecodedCatalogue, from provider: String) throws(Rejection) {
    let answer: Merge
    do {
      answer = try writing { (derived, _) in Merge(decoded, from: provider, into: derived, deriver) }
    } catch {
      // What cannot be read now is found out, and told, where the file is installed.
      return
    }
    if answer.isRefused { throw .guarded(missing: answer.missing, present: answer.present) }
  }

  /// Makes a received file the catalogue, unless the change guard refuses it.
  ///
  /// With `settingAside`, a file that the guard refuses is stored and not applied.
  public func install(
    _ file: ReceivedFile, _ decoded: DecodedCatalogue, settingAside: Bool = false
  ) throws(LibraryError) -> Installed {
    try writing { (derived, isAlone) throws(LibraryError) in
      for _ in 0..<3 {
        let result = try Installation(file, decoded, deriver, isAlone).install(&derived, settingAside: settingAside)
        if let result { return result }
        try deriver.refresh(&derived, isAlone: isAlone)
      }
      throw .busy
    }
  }

  /// Keeps what another mirror gave as the version that is here, without applying it: who is right is not known.
  public func dispute(_ file: ReceivedFile, _ decoded: DecodedCatalogue) throws(LibraryError) {
    try writing { (derived, isAlone) throws(LibraryError) in
      for _ in 0..<3 {
        if try Installation(file, decoded, deriver, isAlone).dispute(&derived) { return }
        try deriver.refresh(&derived, isAlone: isAlone)
      }
      throw .busy
    }
  }

  /// Ends a dispute about `provider`: what is here was confirmed. The other opinion stays in the commits before.
  public func settleDispute(about provider: String) throws(LibraryError) {
    try writing { (derived, isAlone) throws(LibraryError) in
      for _ in 0..<3 {
        let commit = try inCapsule { () throws(CapsuleError) in try capsule.headCommit() }
        guard commit?.content.sources[provider]?.setAside?.verdict == Receipt.disputed else { return }
        if try deriver.note("settle", of: provider, over: commit, &derived, isAlone: isAlone, { $1.setAside = nil }) {
          return
        }
        try deriver.refresh(&derived, isAlone: isAlone)
      }
      throw .busy
    }
  }
}
