internal import Glibc
internal import Providers

/// The pattern of a path, in which the number of an episode has to stand where the pattern wants it.
///
/// `glob` takes digits for letters like others: `*08*` fits `[Group] 07 [1080p].xml` too. Here digits count as the
/// number that they are a part of, zeros before it aside, and every way in which the stars may be read is tried.
struct NumberedPattern {
  /// The names of the path, each part by part.
  private let names: [[FilledPart]]
  private let number: Int

  /// The pattern that `parts` are, with `number` at the places that are marked.
  init(_ parts: [FilledPart], number: Int) {
    var names: [[FilledPart]] = [[]]
    for part in parts {
      for (index, text) in part.text.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { names.append([]) }
        names[names.count - 1].append(FilledPart(text: String(text), isNumber: part.isNumber))
      }
    }
    self.names = names.filter { $0.contains { !$0.text.isEmpty } }
    self.number = number
  }

  /// Whether `path`, which `glob` found, has the number in each name in which the pattern has it.
  ///
  /// Names are compared from the last one on, since `~` becomes several.
  func fits(_ path: String) -> Bool {
    let pairs = zip(names.reversed(), path.split(separator: "/").reversed())
    return pairs.allSatisfy { parts, name in
      !parts.contains(where: \.isNumber) || fits(Array(name.utf8)[...], parts[...])
    }
  }

  /// Whether `name` is what `parts` describe.
  private func fits(_ name: ArraySlice<UInt8>, _ parts: ArraySlice<FilledPart>) -> Bool {
    guard let place = parts.firstIndex(where: \.isNumber) else { return Self.matches(name, Self.pattern(parts)) }
    let digits = Array(parts[place].text.utf8)
    let before = Self.pattern(parts[..<place])
    return name.indices.contains { start in
      let end = start + digits.count
      guard end <= name.endIndex, name[start..<end].elementsEqual(digits), isWhole(start..<end, in: name) else {
        return false
      }
      return Self.matches(name[..<start], before) && fits(name[end...], parts[(place + 1)...])
    }
  }

  /// Whether the digits at `range` are a whole number, or its end behind zeros.
  private func isWhole(_ range: Range<Int>, in name: ArraySlice<UInt8>) -> Bool {
    let zeros = name[..<range.lowerBound].reversed().prefix { $0 == UInt8(ascii: "0") }.count
    let neighbours = [range.lowerBound - zeros - 1, range.upperBound]
    return neighbours.allSatisfy { !name.indices.contains($0) || !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= name[$0]) }
  }

  private static func pattern(_ parts: ArraySlice<FilledPart>) -> String { parts.map(\.text).joined() }

  private static func matches(_ name: ArraySlice<UInt8>, _ pattern: String) -> Bool {
    fnmatch(pattern, String(decoding: name, as: UTF8.self), 0) == 0
  }
}
