public import Anime
public import Capsule

/// Reads a provider's file.
public typealias CatalogueDecoder = @Sendable ([UInt8]) throws(Rejection) -> DecodedCatalogue

/// Reads the items in a part of a provider's file, which was cut at items' ends.
public typealias PartDecoder = @Sendable ([UInt8]) -> [DecodedItem]

/// Where a library lives and what is handed to it.
public struct LibraryOptions: Sendable {
  /// The capsule's folder, `$XDG_DATA_HOME/yozakura`.
  public var dataFolder: String
  /// The folder of what can be deleted at any time, `$XDG_CACHE_HOME/yozakura`.
  public var cacheFolder: String
  /// The program's version, which commits carry.
  public var program: String
  /// The day of the starter catalogue.
  public var starterDate: CivilDate
  /// The starter catalogue; asked for only where no packed catalogue is at hand.
  public var starter: @Sendable () -> DecodedCatalogue
  /// The decoders of providers' files, by kind of provider.
  public var decoders: [String: CatalogueDecoder]
  /// The decoders of parts of providers' files, by kind of provider.
  public var partDecoders: [String: PartDecoder]
  /// Below how many bytes of free room nothing more is fetched into the capsule; asked for when something is.
  public var reserve: @Sendable () -> ContentReserve
  /// The disk under the capsule.
  public var disk: any Disk
  /// The clock of commits and operations.
  public var clock: any CapsuleClock
  /// What devices and unfinished files are named by.
  public var random: @Sendable () -> UInt64

  /// A library in these folders.
  public init(
    dataFolder: String, cacheFolder: String, program: String = "", starterDate: CivilDate,
    starter: @escaping @Sendable () -> DecodedCatalogue, decoders: [String: CatalogueDecoder],
    partDecoders: [String: PartDecoder] = [:], reserve: @escaping @Sendable () -> ContentReserve = { .standard },
    disk: any Disk = RealDisk(),
    clock: any CapsuleClock = SystemClock(),
    random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: 0 ... .max) }
  ) {
    self.dataFolder = dataFolder
    self.cacheFolder = cacheFolder
    self.program = program
    self.starterDate = starterDate
    self.starter = starter
    self.decoders = decoders
    self.partDecoders = partDecoders
    self.reserve = reserve
    self.disk = disk
    self.clock = clock
    self.random = random
  }
}
