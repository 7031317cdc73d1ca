internal import Anime
internal import Library
internal import Providers

extension Receipt {
  /// The receipt of what a mirror of `provider` sent.
  init(_ file: Providers.FetchedFile, of provider: ProviderConfiguration, at fetched: Instant) {
    self.init(
      bytes: file.bytes, provider: provider.name, kind: provider.kind, version: file.version, mirror: file.mirror,
      fetched: fetched)
  }
}
