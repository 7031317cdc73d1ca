/// Why a received file is not taken for a catalogue, whoever sent it.
public enum Rejection: Error, Hashable, Sendable {
  /// There is nothing in it.
  case empty
  /// It is a web page.
  case html
  /// The byte at `offset` begins no UTF-8 character.
  case invalidUTF8(offset: Int)
  /// The byte at `offset` continues no JSON; at the file's end where it was cut short.
  case invalidJSON(offset: Int)
  /// It is bangumi-data 0.1, which names no type of show.
  case oldSchema
  /// It is JSON, and `key` is not where a catalogue has it.
  case missing(key: String)
  /// It holds no show that could be read; so many items were passed over.
  case noShows(skipped: Int)
  /// It lacks `missing` of the provider's `present` shows: too many to believe at once.
  case guarded(missing: Int, present: Int)
}
