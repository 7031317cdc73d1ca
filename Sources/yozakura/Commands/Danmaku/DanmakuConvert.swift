internal import Anime
internal import ArgumentParser
internal import Danmaku

/// `danmaku convert IN… [-o OUT] [--to FORM]`
struct DanmakuConvert: Command {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Turn files of comments into subtitles, or into another form.",
    discussion: """
      What the files are their content tells. Several become one, and a comment that two of them hold, or one of them \
      twice under one id, counts once; a file alone stays whole. With one --offset all are moved by it, with one for \
      each file each by its own. Nothing else of this machine is read, but for the rules that --rules names: neither \
      the capsule nor the configuration.
      """)
  static let schema = "danmaku-convert"
  static let lists = ["inputs"]

  @Argument(help: .init("Files of comments; - is standard input.", valueName: "in"), completion: .file())
  var inputs: [String]
  @Option(
    name: .shortAndLong,
    help: .init("The file to write, replaced in one step; - or none is standard output.", valueName: "out"))
  var output: String?
  @Option(help: "ass, xml (Bilibili's), dandanplay or jsonl; else what the name of the output ends with, else ass.")
  var to: ConvertedForm?
  @Option(
    parsing: .unconditionalSingleValue,
    help: .init("Move comments by so many seconds, later or (with a minus) earlier.", valueName: "seconds"))
  var offset: [Double] = []
  @OptionGroup(title: "Which comments") var choice: ChoiceOptions
  @OptionGroup(title: "How ASS looks") var picture: PictureOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if global.json, writesToStandardOutput {
      throw ValidationError("--json wants -o FILE: the comments take standard output.")
    }
    guard inputs.count(where: { $0 == "-" }) < 2 else { throw ValidationError("Standard input can be read once.") }
    guard inputs.count <= CommentMerge.mostInputs else {
      throw ValidationError("At most \(CommentMerge.mostInputs) files can be merged at once.")
    }
    guard offset.count < 2 || offset.count == inputs.count else {
      throw ValidationError("--offset is given once, or once for each of the \(inputs.count) files.")
    }
    for seconds in offset { try DanmakuOffset.validate(seconds: seconds) }
    _ = try form
  }

  func answer(_ session: Session) throws -> Answer {
    let files = try inputs.map { try DanmakuFile(named: $0) }
    try CommentMerge.check(files)
    let (form, rules) = (try form, try choice.ruleSet(session.ruleFiles))
    let picture = picture.options(with: rules)
    let merge = merged(files) { form.life(of: $0, at: $1, on: picture) }
    let conversion = Conversion(choice.converted(merge.comments), to: form, rules, picture)
    if let output, output != "-" {
      try TextFile.replace(output) { try conversion.write(to: $0) }
    } else {
      conversion.write { Standard.write($0) }
    }
    let report = ConversionReport(inputs: inputs, files: files, shares: merge.shares, conversion: conversion)
    return Answer(
      fields: { [("output", .string(orNull: output))] + report.fields }, hint: report.text, say: { _ in })
  }

  private var writesToStandardOutput: Bool { output == nil || output == "-" }

  /// The form that was asked for, or that the output's name tells.
  private var form: ConvertedForm {
    get throws {
      if let to { return to }
      guard let output, !writesToStandardOutput, !output.hasPrefix("/dev/") else { return .ass }
      let name = output.split(separator: "/").last ?? ""
      guard let ending = name.split(separator: ".").last, let form = ConvertedForm(ending: ending.lowercased()) else {
        throw ValidationError("The name `\(name)` tells no form; say --to ass, xml, dandanplay or jsonl.")
      }
      return form
    }
  }

  /// The comments of all files, each once, or those of the only one, where `life` tells for how long one is shown.
  private func merged(_ files: [DanmakuFile], life: (Comments, Int) -> Int) -> CommentMerge {
    let offsets = offset.map { Int(($0 * 1000).rounded()) }
    let inputs = files.enumerated().map { index, file in
      (comments: file.comments, offset: offsets.count == 1 ? offsets[0] : offsets.isEmpty ? 0 : offsets[index])
    }
    guard inputs.count == 1 else { return CommentMerge(inputs, life: life) }
    return CommentMerge(moving: inputs[0].comments, by: inputs[0].offset, life: life)
  }
}

/// The forms in which comments leave.
enum ConvertedForm: String, CaseIterable, ExpressibleByArgument {
  case ass, xml, dandanplay, jsonl

  /// The form of files whose names end so; dandanplay's is JSON.
  init?(ending: String) {
    switch ending {
    case "ass": self = .ass
    case "xml": self = .xml
    case "json": self = .dandanplay
    case "jsonl": self = .jsonl
    default: return nil
    }
  }
}
