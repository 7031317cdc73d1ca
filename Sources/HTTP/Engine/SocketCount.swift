/// How many sockets curl has open, also those that wait for a next request. Only the engine's thread touches it.
final class SocketCount {
  var open = 0
}
