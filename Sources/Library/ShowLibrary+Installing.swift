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
}
