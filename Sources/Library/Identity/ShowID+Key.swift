import Anime
import Crypto

extension ShowID {
  /// The id of a show that was first seen under `key`.
  init(key: String) {
    self.init(hash: SHA256.hash(data: Array(key.utf8)))
  }
}
