import Anime
import Mirrors

/// Looks at a whole file: is it there already, is it a catalogue?
struct FileJudge<Accepted: Sendable>: Sendable {
  enum Verdict: Sendable {
    case accepted(Accepted, FetchedFile)
    /// It is what is there already, or older; the file, where it is the same bytes.
    case present(version: String?, FetchedFile?)
    case rejected(Rejection, FetchedFile)
  }

  let present: PresentCatalogue?
  let accept: @Sendable ([UInt8]) throws(Rejection) -> Accepted

  func verdict(on file: FetchedFile, status: Int) -> Verdict {
    if let present {
      // An address without a version may have redirected to an older one than is there.
      if let old = present.version.flatMap({ Version($0) }), let new = file.version.flatMap({ Version($0) }), new < old
      {
        return .present(version: old.description, nil)
      }
      if status == 304 { return .present(version: file.version, nil) }
      if present.holds(file.bytes) { return .present(version: file.version, file) }
    }
    do {
      return .accepted(try accept(file.bytes), file)
    } catch {
      return .rejected(error, file)
    }
  }
}
