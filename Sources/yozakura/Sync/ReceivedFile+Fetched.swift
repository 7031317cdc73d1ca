internal import Anime
internal import Library
internal import Providers

extension ReceivedFile {
  /// What a mirror of `provider` sent, as the library takes it in.
  init(_ file: FetchedFile, of provider: ProviderConfiguration, at fetched: Instant) {
    self.init(
      bytes: file.bytes, provider: provider.name, kind: provider.kind, version: file.version, mirror: file.mirror,
      url: file.url, fetched: fetched)
  }
}
