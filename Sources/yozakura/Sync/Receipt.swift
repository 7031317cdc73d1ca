internal import Anime
internal import Library

/// A file as the library takes it in.
///
/// In a file of its own because `Providers` has a `FetchedFile` too, what a mirror sent, and the module `Library`
/// cannot be named beside the type of that name.
typealias Receipt = FetchedFile

extension Library {
  /// Stores a file that the guard refused, without applying it.
  func setAside(
    _ receipt: Receipt, decoding decode: ([UInt8]) throws(Rejection) -> DecodedCatalogue
  ) throws -> Installed {
    try install(receipt, decode(receipt.bytes), settingAside: true)
  }
}
