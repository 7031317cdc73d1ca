internal import Danmaku

/// What became of every comment of a conversion.
struct ConversionReport {
  let inputs: [String]
  let files: [DanmakuFile]
  let shares: [CommentMerge.Share]
  let conversion: Conversion

  /// One line for each input, one for all.
  ///
  ///     a.xml: 1,384 read, 2 skipped: an impossible time (1), no text (1)
  ///     1,354 written as ass, 30 hidden: every lane was taken (30)
  var text: String {
    let lines = inputs.indices.map { line(of: $0) }
    let written = "\(Count.grouped(conversion.written)) written as \(conversion.form.rawValue)"
    return (lines + [written + conversion.hidden.clause("hidden")]).joined(separator: "\n")
  }

  private func line(of index: Int) -> String {
    let left = [
      ("before the film", shares[index].early), ("with the id of another", shares[index].duplicates),
      ("in another file too", shares[index].shared),
    ]
    return "\(inputs[index]): \(files[index].summary)"
      + left.filter { $0.1 > 0 }.map { ", \(Count.grouped($0.1)) \($0.0)" }.joined()
  }

  /// The same as data.
  var fields: [JSON.Field] {
    [
      ("form", .string(conversion.form.rawValue)), ("inputs", .array(inputs.indices.map { json(of: $0) })),
      ("written", .number(conversion.written)),
      ("hidden", conversion.hidden.json),
    ]
  }

  private func json(of index: Int) -> JSON {
    let share = shares[index]
    return .object([
      ("file", .string(inputs[index])), ("format", .string(files[index].format.rawValue)),
      ("read", .number(files[index].comments.count)),
      ("skipped", files[index].skipped.json),
      ("early", .number(share.early)), ("duplicates", .number(share.duplicates)), ("shared", .number(share.shared)),
      ("given", .number(share.given)),
    ])
  }
}
