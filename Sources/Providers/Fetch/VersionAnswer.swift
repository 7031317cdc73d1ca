import Formats
import HTTP
import Mirrors

/// What a version source says.
///
///     {"name": "bangumi-data", "version": "0.3.222", …}       an npm registry
///     {"tag_name": "v0.3.222", …}                             GitHub's releases
///     Location: /bangumi-data@0.3.222/dist/data.json          a redirect to the newest
enum VersionAnswer {
  /// Whether a redirect to `address` is itself the answer, so that the file behind it is not fetched.
  static func isAnswer(_ address: String) -> Bool {
    Version(inAddress: address) != nil
  }

  /// The version that an answer tells, if `pin` allows it.
  static func read(_ outcome: HTTPOutcome, pin: VersionPin?) throws(FetchFailure) -> Version {
    switch outcome.result {
    case .success(let response): return try read(response, pin: pin)
    case .failure(let error): throw .transport(error)
    }
  }

  private static func read(_ response: HTTPResponse, pin: VersionPin?) throws(FetchFailure) -> Version {
    guard let version = response.redirect.map({ Version(inAddress: $0) }) ?? read(response.body) else {
      throw .noVersionInAnswer
    }
    guard pin?.allows(version) != false else { throw .versionOutsidePin(version.description) }
    return version
  }

  private static func read(_ body: [UInt8]) -> Version? {
    guard UTF8Check.firstError(in: body) == nil else { return nil }
    var found: [String: String] = [:]
    var reader = JSONReader(body)
    do {
      _ = try reader.object { (reader, key) throws(JSONFailure) in found[key] = try reader.string() }
      try reader.end()
    } catch {
      return nil
    }
    return (found["version"] ?? found["tag_name"]).flatMap { Version($0) }
  }
}
