internal import Anime
internal import Library

extension Session {
  /// The largest file of rules that is read: the public one has 50 kB.
  private static let greatestRelations = 4 << 20

  /// What the user noted about when shows are on, with the user's rules for numbers of episodes.
  func notes(_ snapshot: Snapshot) -> AiringNotes {
    AiringNotes(snapshot.entries, relations: relations)
  }

  /// relations.txt as far as it is understood; without rules where there is none. `config check` says what is wrong.
  var relations: EpisodeRelations {
    (try? readRelations())?.relations ?? EpisodeRelations()
  }

  /// What is wrong with relations.txt.
  var relationProblems: [ConfigurationProblem] {
    let path = folders.relationsFile
    do {
      return try readRelations()?.problems.map {
        ConfigurationProblem(file: path, key: nil, text: "line \($0.line) is no rule: \($0.text)")
      } ?? []
    } catch {
      return [ConfigurationProblem(file: path, key: nil, text: error.text)]
    }
  }

  private func readRelations() throws(TextFile.Failure) -> (
    relations: EpisodeRelations, problems: [EpisodeRelations.Problem]
  )? {
    guard let bytes = try TextFile.read(folders.relationsFile, atMost: Self.greatestRelations) else { return nil }
    return EpisodeRelations.read(String(decoding: bytes, as: UTF8.self))
  }
}
