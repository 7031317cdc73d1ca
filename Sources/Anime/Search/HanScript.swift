/// In which Chinese characters text is shown.
///
/// Characters are replaced one by one, by Unihan's pairs: that changes no width and is what a line of a
/// comment needs. Words that a simplified character stands for several times (头发, 发生) get the more
/// frequent form.
public enum HanScript: String, CaseIterable, Hashable, Sendable {
  /// As it was written.
  case asIs = "as-is"
  /// Simplified: 发.
  case simplified
  /// Traditional: 發.
  case traditional

  /// The script after this one, as a key goes through them.
  public var next: HanScript {
    switch self {
    case .asIs: .simplified
    case .simplified: .traditional
    case .traditional: .asIs
    }
  }

  /// `text` in this script; Japanese, which kana tell, stays as it is.
  public func text(_ text: String) -> String {
    guard self != .asIs, !text.unicodeScalars.contains(where: \.isKana) else { return text }
    var converted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { converted.append(self.scalar(scalar)) }
    return String(converted)
  }

  /// `scalar` in this script.
  public func scalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch self {
    case .asIs: scalar
    case .simplified: HanMap.simplified[scalar]
    case .traditional: HanMap.traditional[scalar]
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a hiragana or katakana: text with one is Japanese.
  public var isKana: Bool { 0x3041...0x30FA ~= value || 0xFF66...0xFF9D ~= value }
}

/// What each Han character becomes, unpacked from `HanTable` when the first text is converted.
private struct HanMap: Sendable {
  static let simplified = HanMap(HanTable.simplified)
  static let traditional = HanMap(HanTable.traditional)

  private static let han: Range<UInt32> = 0x4E00..<0xA000
  /// 0 for what stays.
  private var entries = [UInt16](repeating: 0, count: han.count)

  init(_ table: StaticString) {
    HanPairs(table: table).forEach { entries[Int($0 - Self.han.lowerBound)] = UInt16($1) }
  }

  subscript(scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard Self.han.contains(scalar.value) else { return scalar }
    let entry = entries[Int(scalar.value - Self.han.lowerBound)]
    return entry == 0 ? scalar : Unicode.Scalar(UInt32(entry)) ?? scalar
  }
}
