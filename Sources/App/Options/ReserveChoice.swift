/// The free bytes that content never takes from the disk, so that the user's own changes always fit.
public enum ReserveChoice: Hashable, Sendable {
  /// 3 % of the disk, or 256 MiB where that is more.
  case automatic
  /// So many bytes.
  case bytes(Int64)

  private static let units: [(name: Character, bytes: Int64)] = [("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10)]

  /// Reads `auto`, `512M`, `2G`, `0`; units are those of 1024. Nil for anything else.
  public init?(_ text: String) {
    if text == "auto" {
      self = .automatic
      return
    }
    let unit = Self.units.first { $0.name == text.last }
    let digits = unit == nil ? text[...] : text.dropLast()
    guard !digits.isEmpty, digits.allSatisfy({ "0"..."9" ~= $0 }), let count = Int64(digits) else { return nil }
    let (bytes, isTooMuch) = count.multipliedReportingOverflow(by: unit?.bytes ?? 1)
    guard !isTooMuch else { return nil }
    self = .bytes(bytes)
  }

  /// As it is written in the file: in the greatest unit that loses nothing.
  public var text: String {
    switch self {
    case .automatic: return "auto"
    case .bytes(let count):
      guard count > 0, let unit = Self.units.first(where: { count % $0.bytes == 0 }) else { return String(count) }
      return "\(count / unit.bytes)\(unit.name)"
    }
  }
}
