/// A scenario that comes with the program, to look at and to begin one's own from.
struct ShippedScenario {
  /// What it is called on the command line.
  let name: String
  /// The file.
  let text: String

  /// All of them, the shortest story first.
  static let all = [ordinary, threeDays, sharedFate, liars, crowd, manyMirrors]

  /// The built-in catalogue's mirrors, as far as it matters here.
  private static let usualMirrors = """
    [[mirror]]
    name = "registry.npmjs.org"
    group = "npm"
    serves = false

    [[mirror]]
    name = "registry.npmmirror.com"
    group = "npmmirror"
    serves = false
    latency = "140ms"

    [[mirror]]
    name = "unpkg.com"
    group = "cloudflare"

    [[mirror]]
    name = "cdn.jsdelivr.net"
    group = "jsdelivr"
    tells = false
    latency = "40ms"

    [[mirror]]
    name = "api.github.com"
    group = "github"
    serves = false

    [[mirror]]
    name = "raw.githubusercontent.com"
    group = "github"
    tells = false
    versioned = false
    """

  private static let usualGroups = """
    [[group]]
    name = "npm"
      [[group.trouble]]
      as = ["down", "busy"]
      every = "exponential 20d"
      for = "lognormal 40m 1.0"

    [[group]]
    name = "npmmirror"
      [[group.trouble]]
      as = ["silent", "stale"]
      every = "exponential 10d"
      for = "lognormal 2h 1.2"

    [[group]]
    name = "cloudflare"
      [[group.trouble]]
      as = ["down", "busy", "slow"]
      every = "exponential 20d"
      for = "lognormal 40m 1.0"

    [[group]]
    name = "jsdelivr"
      [[group.trouble]]
      as = ["down", "silent"]
      every = "exponential 30d"
      for = "lognormal 1h 1.0"

    [[group]]
    name = "github"
      [[group.trouble]]
      as = ["down", "slow", "refusing"]
      every = "exponential 15d"
      for = "lognormal 50m 1.0"
    """
}

extension ShippedScenario {
  private static let ordinary = ShippedScenario(
    name: "ordinary",
    text: """
      title = "A month of the usual mirrors and their usual troubles, and one client that is sometimes offline itself."
      span = "30d"
      runs = 200
      releases = "exponential 4d"

      [clients]
      attended = "exponential 40m"
      away = "exponential 6h"
        [[clients.trouble]]
        as = ["noRoute", "noDNS", "portal", "everythingFails"]
        every = "exponential 2d"
        for = "lognormal 20m 1.2"

      \(usualGroups)

      \(usualMirrors)

      """)

  /// The story that the program is built for.
  static let threeDays = ShippedScenario(
    name: "three-days",
    text: """
      title = "Every mirror is silent for three days, and a million clients want them back."
      span = "108h"
      releases = "fixed 45h"

      [clients]
      count = 1000000
      sample = 12000
      # About seven in a thousand are attended at any moment.
      attended = "exponential 20m"
      away = "exponential 75h"

      [[outage]]
      of = "all"
      as = "silent"
      at = "1d"
      for = "3d"

      \(["npm", "npmmirror", "cloudflare", "jsdelivr", "github"].map { "[[group]]\nname = \"\($0)\"" }.joined(separator: "\n"))

      \(usualMirrors)

      """)

  private static let sharedFate = ShippedScenario(
    name: "shared-fate",
    text: """
      title = "Three mirrors behind one network that fails once a week, and one that stands alone."
      span = "30d"
      runs = 200
      releases = "exponential 1d"

      [[group]]
      name = "one-network"
        [[group.trouble]]
        as = ["down", "silent"]
        every = "exponential 7d"
        for = "lognormal 6h 1.0"

      [[mirror]]
      name = "behind-it"
      copies = 3
      group = "one-network"

      [[mirror]]
      name = "alone"
      latency = "200ms"
        [[mirror.trouble]]
        as = "down"
        every = "exponential 4d"
        for = "lognormal 8h 1.0"

      """)

  private static let liars = ShippedScenario(
    name: "liars",
    text: """
      title = "Two of five mirrors lie for a week, one is stale, one asks for pauses, and one is honest."
      span = "10d"
      runs = 100
      releases = "exponential 1d"

      [[mirror]]
      name = "liar"
      copies = 2
      latency = "20ms"

      [[mirror]]
      name = "stale"

      [[mirror]]
      name = "busy"

      [[mirror]]
      name = "honest"
      latency = "200ms"

      [[outage]]
      of = "liar-1"
      as = "lying"
      at = "1d"
      for = "7d"

      [[outage]]
      of = "liar-2"
      as = "lying"
      at = "1d"
      for = "7d"

      [[outage]]
      of = "stale"
      as = "stale"
      at = "1d"
      for = "7d"

      [[outage]]
      of = "busy"
      as = "busy"
      at = "1d"
      for = "7d"

      """)

  private static let crowd = ShippedScenario(
    name: "crowd",
    text: """
      title = "A million clients come back to mirrors that bear three times the usual crowd, and no more."
      span = "3d"
      releases = "fixed 29h"

      [clients]
      count = 1000000
      sample = 8000
      attended = "exponential 20m"
      away = "exponential 75h"

      [[outage]]
      of = "all"
      as = "down"
      at = "1d"
      for = "6h"

      [[mirror]]
      name = "small"
      copies = 4
      capacity = 5000
      pause = "2m"

      """)

  private static let manyMirrors = ShippedScenario(
    name: "many-mirrors",
    text: """
      title = "A million clients behind a hundred and twenty-eight mirrors in four networks that fail now and then."
      span = "36h"
      releases = "fixed 20h"

      [clients]
      count = 1000000
      sample = 1000
      attended = "exponential 20m"
      away = "exponential 75h"

      \(["north", "east", "south", "west"].map(network).joined(separator: "\n"))
      """)

  private static func network(_ name: String) -> String {
    """
    [[group]]
    name = "\(name)"
      [[group.trouble]]
      as = ["down", "silent", "slow"]
      every = "exponential 2d"
      for = "lognormal 2h 1.0"

    [[mirror]]
    name = "\(name)"
    copies = 32
    group = "\(name)"
      [[mirror.trouble]]
      as = ["down", "silent", "slow", "stale", "busy", "lying"]
      every = "exponential 4d"
      for = "lognormal 3h 1.2"

    """
  }
}
