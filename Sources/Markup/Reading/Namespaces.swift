/// Which prefixes stand for which addresses where a document is read.
struct Namespaces {
  /// Those in force, the innermost last.
  private var bindings: [(prefix: String, address: String)] = []

  /// `xml`, which nobody declares (Namespaces in XML, section 3).
  private static let ofXML = "http://www.w3.org/XML/1998/namespace"

  /// How many are in force.
  var count: Int { bindings.count }

  /// Puts a declaration in force; the empty prefix is that of elements without one.
  mutating func declare(_ prefix: String, as address: String) {
    bindings.append((prefix, address))
  }

  /// Leaves only the first `count` in force.
  mutating func truncate(to count: Int) {
    bindings.removeSubrange(count...)
  }

  /// The name that is written `prefix:local` here, or only `local`.
  func resolve(_ written: Substring, isAttribute: Bool) -> MarkupName {
    guard let colon = written.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return MarkupName(String(written), in: isAttribute ? "" : address(of: "") ?? "")
    }
    let prefix = written[..<colon]
    return MarkupName(String(written[colon...].dropFirst()), in: address(of: prefix) ?? String(prefix))
  }

  private func address(of prefix: Substring) -> String? {
    if let binding = bindings.last(where: { $0.prefix == prefix }) { return binding.address }
    return prefix == "xml" ? Self.ofXML : nil
  }
}
