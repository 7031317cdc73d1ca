/// What other programs' exports say of a show and this program has no use for: kept, so that it survives the way
/// through here.
///
///     ["mal.my_storage": "NAS", "mal.my_sns": "default"]
public enum ForeignFields {
  /// How many one show can have.
  public static let greatestCount = 64
  /// How many bytes a name can have.
  private static let greatestNameLength = 64

  /// Those of `fields` that there can be, with their values made harmless.
  public static func clean(_ fields: [String: String]) -> [String: String] {
    let known = fields.filter { isName($0.key) && !$0.value.isEmpty }
    let kept = known.sorted { $0.key < $1.key }.prefix(greatestCount).map { ($0.key, cleanText($0.value)) }
    return Dictionary(uniqueKeysWithValues: kept.filter { !$0.1.isEmpty })
  }

  /// What stands before the names of what a file of ours told of a show that no catalogue here had: its titles, its kind
  /// and its days.
  public static let factPrefix = "yozakura."

  /// Those of `fields` that tell such facts.
  public static func facts(in fields: [String: String]) -> [String: String] {
    fields.filter { $0.key.hasPrefix(factPrefix) }
  }

  /// `program.field`: letters, digits, `_` and `-`, with a point between.
  private static func isName(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && name.utf8.count <= greatestNameLength
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy { byte in
            switch byte {
            case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "-"): true
            default: false
            }
          }
      }
  }

  /// Other programs keep text of several lines; each of them is made harmless.
  private static func cleanText(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    return lines.prefix(greatestLineCount).map { Sanitiser.clean(String($0)) }.joined(separator: "\n")
  }

  private static let greatestLineCount = 100
}
