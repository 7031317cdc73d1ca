internal import Glibc
internal import Playback

extension MediaSource {
  /// What a person names: an address, else the path of a file, which is made whole.
  init(named name: String) {
    if ["http://", "https://"].contains(where: { name.lowercased().hasPrefix($0) }) {
      self = .address(name)
      return
    }
    guard let path = realpath(name, nil) else {
      self = .file(path: name)
      return
    }
    self = .file(path: String(cString: path))
    free(path)
  }
}
