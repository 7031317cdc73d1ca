internal import Anime
internal import App
internal import TUI

extension FilterError {
  /// What is wrong, in a sentence; English, as all failures of the command line are.
  var sentence: String {
    let problem = Strings.english.filter.problem(reason)
    return problem.hasSuffix("?") ? problem : problem + "."
  }

  /// The failure of a command that was given `text`: the sentence, the text, and a mark below what is wrong with it.
  func failure(in text: String) -> Failure {
    let sentence = sentence
    var failure = Failure.usage("\(sentence.prefix(1).uppercased())\(sentence.dropFirst())")
    let line = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    let before = TextWidth.of(String(line.prefix(range.lowerBound)))
    let wrong = TextWidth.of(String(line[range.clamped(to: 0..<line.count)]))
    failure.details = [
      String(line), String(repeating: " ", count: before) + String(repeating: "^", count: max(1, wrong)),
    ]
    failure.fields = [("column", .number(range.lowerBound + 1))]
    return failure
  }
}
