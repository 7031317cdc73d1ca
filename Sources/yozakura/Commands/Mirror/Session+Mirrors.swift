internal import App
internal import Library
internal import Mirrors
internal import Providers

extension Session {
  /// The providers called `names`; all where none is named.
  func configured(_ names: [String]) throws -> [ProviderConfiguration] {
    let all = try providers.read()
    guard !names.isEmpty else { return all }
    var places: [Int] = []
    for name in names {
      let place = try place(of: name, in: all)
      if !places.contains(place) { places.append(place) }
    }
    return places.map { all[$0] }
  }

  /// How the mirrors of `providers` do, as far as is known.
  func mirrors(of providers: [ProviderConfiguration]) throws -> MirrorsOverview {
    let states = try library.snapshot().providers
    let now = health.health.now
    return health.health.withBook { book in
      for provider in providers { provider.enroll(in: &book) }
      return MirrorsOverview(providers, states, book, at: now)
    }
  }

  /// Changes a provider for the sake of one of its mirrors, which is named by its address or its host.
  func changeMirror(
    _ name: String, of provider: String?, _ change: (inout ProviderConfiguration, String) -> Void
  ) throws -> Answer {
    let changed = try providers.change { all in
      let (place, address) = try self.place(ofMirror: name, of: provider, in: all)
      change(&all[place], address)
      return place
    }
    let overview = try mirrors(of: [changed.providers[changed.result]])
    return Answer(
      fields: { overview.fields },
      say: { page in MirrorRows(session: self, overview: overview).say(to: &page) })
  }

  /// At which provider the one mirror is that is called `name`, and its address.
  private func place(
    ofMirror name: String, of provider: String?, in all: [ProviderConfiguration]
  ) throws(Failure) -> (place: Int, address: String) {
    let wanted = if let provider { [try place(of: provider, in: all)] } else { Array(all.indices) }
    let found = wanted.flatMap { place in
      all[place].mirrors.filter { $0 == name || Address.host($0) == name }.map { (place: place, address: $0) }
    }
    guard let first = found.first else {
      let hosts = wanted.flatMap { all[$0].mirrors.map(Address.host) }
      throw Failure.notFound(
        "No mirror is called `\(name)`.\(hosts.suggestion(for: name)) `yozakura mirror list` shows them.")
    }
    guard found.count == 1 else {
      var failure = Failure(
        .ambiguous, "`\(name)` fits \(found.count) mirrors; name one by its address, or --provider.")
      failure.details = found.map { "\(all[$0.place].name): \($0.address)" }
      throw failure
    }
    return first
  }
}
