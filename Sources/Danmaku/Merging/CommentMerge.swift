/// Comments of several inputs as one, none of them counted twice.
///
/// A comment that two inputs hold is one: where both know it by the same id and say the same, or where they say
/// the same in the same mode, from the same sender within ten seconds or from anybody within one. Each comment
/// of an input is matched with at most one of another, so that three who laugh at once stay three. Within one
/// input only equal ids are the same, since people do say things twice.
///
/// The result does not depend on the order of the inputs. Of comments that are the same the one stays that tells
/// the most.
public struct CommentMerge: Sendable {
  /// What one input held and gave.
  public struct Share: Hashable, Sendable {
    /// Comments that it held.
    public internal(set) var held = 0
    /// Comments that would be gone before the film begins.
    public internal(set) var early = 0
    /// Comments with the id of another one of the same input.
    public internal(set) var duplicates = 0
    /// Comments that another input holds too, and that are taken from there.
    public internal(set) var shared = 0
    /// An input of which nothing is left out.
    public init(held: Int) { self.held = held }

    /// Comments of the result that are from here.
    public var given: Int { held - early - duplicates - shared }
  }

  /// The comments of all inputs, each once.
  public let comments: Comments
  /// What became of each input, in the order in which they were given.
  public let shares: [Share]

  /// How many inputs can be told apart.
  public static let mostInputs = CommentMatching.mostOwners

  /// Whether inputs whose texts have so many bytes become one: places in a text are 32 bits wide.
  public static func holds(texts byteCounts: [Int]) -> Bool { byteCounts.reduce(0, +) <= Int(UInt32.max) }

  /// Merges `inputs`, at most `mostInputs` and no more than it ``holds(texts:)``, each with the milliseconds by which it is moved first.
  ///
  /// What appears before the film begins is kept where it is still shown then: `life` tells for how many milliseconds a
  /// comment is, 0 where what comes of it knows no time before the film.
  public init(
    _ inputs: [(comments: Comments, offset: Int)],
    life: (_ comments: Comments, _ position: Int) -> Int = { $0.longestLife(at: $1) }
  ) {
    var all = Comments()
    var owners: [Int] = []
    var shares: [Share] = []
    for (index, input) in inputs.enumerated() {
      all.append(input.comments, movedBy: input.offset, life: life)
      let early = owners.count + input.comments.count - all.count
      shares.append(Share(held: input.comments.count))
      shares[index].early = early
      owners.append(contentsOf: repeatElement(index, count: all.count - owners.count))
    }
    var matching = CommentMatching(all, owners: owners)
    for owner in matching.dropDuplicates() { shares[owner].duplicates += 1 }
    if inputs.count > 1 {
      for way in CommentMatching.Way.allCases { matching.match(by: way) }
    }
    for owner in matching.absorbedOwners { shares[owner].shared += 1 }
    comments = all.picking(matching.kept)
    self.shares = shares
  }

  /// Moves `input` by `offset` milliseconds and compares nothing: all of it stays but what would be gone before the film
  /// begins, where `life` tells for how many milliseconds a comment is shown.
  public init(moving input: Comments, by offset: Int, life: (_ comments: Comments, _ position: Int) -> Int) {
    var share = Share(held: input.count)
    if offset == 0, input.isEmpty || input.time(at: 0) >= 0 {
      comments = input
    } else {
      var moved = Comments()
      moved.append(input, movedBy: offset, life: life)
      moved.sortByTime()
      share.early = input.count - moved.count
      comments = moved
    }
    shares = [share]
  }
}
