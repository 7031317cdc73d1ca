internal import Anime
internal import Library

extension ShowLibrary {
  /// Stores a file that the guard refused, without applying it.
  func setAside(
    _ file: ReceivedFile, decoding decode: ([UInt8]) throws(Rejection) -> DecodedCatalogue
  ) throws -> Installed {
    try install(file, decode(file.bytes), settingAside: true)
  }
}
