/// How much of the process the network may take.
struct AdmissionLimits {
  /// Files and sockets in all: a process may have 1,024, and the capsule, the library and the player want theirs.
  var descriptors = 64
  /// Requests under way.
  var requests = 48
  /// Of these, how many are kept for those that somebody waits for.
  var reserve = 8
  /// Connections that stay open for a next request.
  var connectionsKept = 32
  /// Requests to one origin with a connection for each, as browsers do it.
  var requestsPerOrigin = 6
  /// Requests to one origin that takes many on one connection.
  var requestsPerMultiplexing = 24
  /// What the background leaves for those that somebody waits for.
  var reservedDescriptors = 16

  /// What a request takes until it has a socket: the pair through which a lookup reports, and what the resolver opens,
  /// which outlives a lookup that was given up.
  static let descriptorsToConnect = 5
}
