extension Site {
  /// The address of a show here: the link's own, or the template with the link's id.
  ///
  /// Nil unless it is http or https without spaces and controls, because a browser is started with it.
  public func address(of link: SiteLink) -> String? {
    let parts = urlTemplate.split(separator: "{{id}}", omittingEmptySubsequences: false)
    let address = link.url ?? parts.joined(separator: link.id)
    return Self.isSafe(address) ? address : nil
  }

  /// Whether `address` may be handed to a browser.
  public static func isSafe(_ address: String) -> Bool {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    return (scheme == "http" || scheme == "https") && address.dropFirst(scheme.count).hasPrefix("://")
      && address.unicodeScalars.allSatisfy { $0.value > 0x20 && !(0x7F...0xA0).contains($0.value) }
  }

  /// Where a link works, as ISO 3166 codes; empty means nobody said.
  public func regions(of link: SiteLink) -> [String] {
    link.regions.isEmpty ? regions : link.regions
  }
}
