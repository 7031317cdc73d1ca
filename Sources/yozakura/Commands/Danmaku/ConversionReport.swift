internal import Danmaku

/// What became of every comment of a conversion.
struct ConversionReport {
  let inputs: [String]
  let files: [DanmakuFile]
  let shares: [CommentMerge.Share]
  let conversion: Conversion

  /// One line for each input, one for all.
  ///
  ///     a.xml: 1,384 read, 2 skipped: badTime 1, emptyText 1
  ///     1,354 written as ass, 30 hidden: lanesFull 30
  var text: String {
    let lines = inputs.indices.map { line(of: $0) }
    let hidden = HiddenReason.allCases.compactMap { reason in conversion.hidden[reason].map { ("\(reason)", $0) } }
    let written = "\(Count.grouped(conversion.written)) written as \(conversion.form.rawValue)"
    return (lines + [written + Self.list("hidden", hidden)]).joined(separator: "\n")
  }

  private func line(of index: Int) -> String {
    let skipped = SkipReason.allCases.compactMap { reason in files[index].skipped[reason].map { (reason.rawValue, $0) }
    }
    let left = [
      ("before the film", shares[index].early), ("with the id of another", shares[index].duplicates),
      ("in another file too", shares[index].shared),
    ]
    return "\(inputs[index]): \(Count.grouped(files[index].comments.count)) read" + Self.list("skipped", skipped)
      + left.filter { $0.1 > 0 }.map { ", \(Count.grouped($0.1)) \($0.0)" }.joined()
  }

  /// `, 3 skipped: badTime 1, emptyText 2`
  private static func list(_ verb: String, _ counts: [(name: String, count: Int)]) -> String {
    guard !counts.isEmpty else { return "" }
    let total = Count.grouped(counts.reduce(0) { $0 + $1.count })
    return ", \(total) \(verb): " + counts.map { "\($0.name) \(Count.grouped($0.count))" }.joined(separator: ", ")
  }

  /// The same as data.
  var fields: [JSON.Field] {
    [
      ("form", .string(conversion.form.rawValue)), ("inputs", .array(inputs.indices.map { json(of: $0) })),
      ("written", .number(conversion.written)),
      ("hidden", .object(HiddenReason.allCases.map { ("\($0)", .number(conversion.hidden[$0] ?? 0)) })),
    ]
  }

  private func json(of index: Int) -> JSON {
    let share = shares[index]
    return .object([
      ("file", .string(inputs[index])), ("format", .string(files[index].format.rawValue)),
      ("read", .number(files[index].comments.count)),
      ("skipped", .object(SkipReason.allCases.map { ($0.rawValue, .number(files[index].skipped[$0] ?? 0)) })),
      ("early", .number(share.early)), ("duplicates", .number(share.duplicates)), ("shared", .number(share.shared)),
      ("given", .number(share.given)),
    ])
  }
}
