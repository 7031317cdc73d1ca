/// The number of a release, `0.3.222`.
public struct Version: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The numbers between the dots.
  public let numbers: [Int]

  /// Reads `0.3.222` or `v0.3.222`: exactly three numbers. Nil for all else, also for pre-releases.
  public init?(_ text: some StringProtocol) {
    let parts = text.drop { $0 == "v" }.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let numbers = Self.read(parts) else { return nil }
    self.numbers = numbers
  }

  /// Finds the `@0.3.222` of an address such as `https://unpkg.com/bangumi-data@0.3.222/dist/data.json`.
  public init?(inAddress address: String) {
    for part in address.split(separator: "@").dropFirst() {
      if let version = Version(part.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }) {
        self = version
        return
      }
    }
    return nil
  }

  /// The release as text, without a `v`.
  public var description: String {
    numbers.map(String.init).joined(separator: ".")
  }

  /// Whether `left` is older.
  public static func < (left: Version, right: Version) -> Bool {
    left.numbers.lexicographicallyPrecedes(right.numbers)
  }

  fileprivate static func read(_ parts: [some StringProtocol]) -> [Int]? {
    let numbers = parts.compactMap { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    return numbers.count == parts.count ? numbers : nil
  }
}

/// The releases that we can read, `0.3` for all of `0.3.x`.
public struct VersionPin: Hashable, Sendable, CustomStringConvertible {
  private let numbers: [Int]

  /// Reads one to three numbers with dots between them.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let numbers = Version.read(parts) else { return nil }
    self.numbers = numbers
  }

  /// The pin as text.
  public var description: String {
    numbers.map(String.init).joined(separator: ".")
  }

  /// Whether `version` is one of these releases.
  public func allows(_ version: Version) -> Bool {
    version.numbers.starts(with: numbers)
  }
}
