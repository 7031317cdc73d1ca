internal import Anime
internal import Dispatch
internal import Locking
internal import Player

/// Asks FFmpeg's `ffprobe` what films are.
///
/// It is a process of its own, whatever a film does to it, and ended where it takes too long. Where it is not installed
/// nothing is asked, and names alone tell of pictures.
enum MediaProbe {
  /// For how long one film is looked into, in milliseconds: more than a disk needs to wake up.
  private static let patience = 5000
  /// Two films at a time: what takes long is the disk.
  private static let workers = 2

  /// The kinds of files that films are, by FFmpeg's names: those that hold what they show. It knows others, which are
  /// lists of files and addresses, and opens what they name.
  private static let formats = "matroska,mov,avi,mpegts,mpeg,mpegvideo,m4v,flv,asf,asf_o,ogg,rm"

  /// Whether there is anything to ask.
  static var isPossible: Bool { OtherProgram.isInstalled("ffprobe") }

  /// What `files` tell, as far as they could be looked into in so many milliseconds.
  static func facts(of files: [LocalFile], within milliseconds: Int) -> [LocalFile: MediaFacts] {
    guard isPossible else { return [:] }
    let deadline = MonotonicClock.now + milliseconds
    let work = Lock((rest: files[...], facts: [LocalFile: MediaFacts]()))
    DispatchQueue.concurrentPerform(iterations: min(workers, files.count)) { _ in
      while MonotonicClock.now < deadline, let file = work.withLock({ $0.rest.popFirst() }) {
        let facts = facts(of: file.path)
        work.withLock { $0.facts[file] = facts }
      }
    }
    return work.withLock { $0.facts }
  }

  /// What the film at `path` tells; nothing where it is none, or does not tell in time.
  private static func facts(of path: String) -> MediaFacts {
    guard LocalMedia.fault(at: path) == nil else { return MediaFacts() }
    let question = [
      "ffprobe", "-v", "quiet", "-protocol_whitelist", "file", "-format_whitelist", formats, "-select_streams", "V:0",
      "-show_entries", "stream=width,height:format=duration", "-of", "default=noprint_wrappers=1", path,
    ]
    return MediaFacts(answer: OtherProgram.output(of: question, within: patience) ?? "")
  }
}

extension MediaFacts {
  /// The sides that a picture may have, in pixels.
  private static let sides = 1...1 << 16
  /// The seconds that a film may last: a hundred days.
  private static let seconds = 0.001...8_640_000

  /// Reads ffprobe's answer, a line for each fact: `width=1920`, `duration=1420.032000`. The first of each counts, and
  /// what no film is counts as not told.
  fileprivate init(answer: String) {
    let pairs = answer.split(separator: "\n").map { $0.split(separator: "=", maxSplits: 1) }.filter { $0.count == 2 }
    let told = Dictionary(pairs.map { ($0[0], $0[1]) }) { first, _ in first }
    func side(_ name: Substring) -> Int? { told[name].flatMap { Int($0) }.flatMap { Self.sides ~= $0 ? $0 : nil } }
    let seconds = told["duration"].flatMap { Double($0) }.flatMap { Self.seconds ~= $0 ? $0 : nil }
    self.init(width: side("width"), height: side("height"), duration: seconds.map { Int(($0 * 1000).rounded()) })
  }
}
