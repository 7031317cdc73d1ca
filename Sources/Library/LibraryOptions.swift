public import Anime

/// Reads a provider's file.
public typealias CatalogueDecoder = @Sendable ([UInt8]) throws(Rejection) -> DecodedCatalogue

/// Where a library lives and what is handed to it.
public struct LibraryOptions: Sendable {
  /// The capsule's folder, `$XDG_DATA_HOME/yozakura`.
  public var dataFolder: String
  /// The folder of what can be deleted at any time, `$XDG_CACHE_HOME/yozakura`.
  public var cacheFolder: String
  /// The day of the starter catalogue.
  public var starterDate: CivilDate
  /// The starter catalogue; asked for only where no packed catalogue is at hand.
  public var starter: @Sendable () -> DecodedCatalogue
  /// The decoders of providers' files, by kind of provider.
  public var decoders: [String: CatalogueDecoder]

  /// A library in these folders.
  public init(
    dataFolder: String, cacheFolder: String, starterDate: CivilDate,
    starter: @escaping @Sendable () -> DecodedCatalogue, decoders: [String: CatalogueDecoder]
  ) {
    self.dataFolder = dataFolder
    self.cacheFolder = cacheFolder
    self.starterDate = starterDate
    self.starter = starter
    self.decoders = decoders
  }
}
