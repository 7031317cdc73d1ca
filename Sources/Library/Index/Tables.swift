extension LibraryIndex {
  /// The tables. What they refuse was never written by us, so the index is made anew.
  static let tables = """
    CREATE TABLE source (
      id INTEGER PRIMARY KEY CHECK (id = 0),
      token TEXT NOT NULL,
      head TEXT NOT NULL,
      latest INTEGER,
      latestCounter INTEGER NOT NULL,
      sum INTEGER NOT NULL
    );
    CREATE TABLE provider (
      name TEXT PRIMARY KEY NOT NULL CHECK (name <> ''),
      version TEXT,
      fetched INTEGER NOT NULL,
      mirror TEXT NOT NULL,
      showCount INTEGER NOT NULL CHECK (showCount >= 0),
      digest TEXT NOT NULL CHECK (length(digest) = 64),
      asideVersion TEXT,
      asideFetched INTEGER,
      asideMissing INTEGER CHECK ((asideMissing IS NULL) = (asideFetched IS NULL)),
      asideDisputed INTEGER NOT NULL CHECK (asideDisputed IN (0, 1))
    );
    CREATE TABLE moment (
      id TEXT PRIMARY KEY NOT NULL,
      sequence INTEGER NOT NULL CHECK (sequence > 0),
      time INTEGER NOT NULL,
      provider TEXT NOT NULL,
      cause TEXT NOT NULL,
      mirror TEXT NOT NULL,
      version TEXT,
      verdict TEXT NOT NULL,
      added INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      removed INTEGER NOT NULL,
      isThinned INTEGER NOT NULL CHECK (isThinned IN (0, 1)),
      isOwn INTEGER NOT NULL CHECK (isOwn IN (0, 1))
    );
    CREATE INDEX momentBySequence ON moment (isOwn, sequence);
    CREATE TABLE identity (
      key TEXT PRIMARY KEY NOT NULL CHECK (key <> ''),
      show INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE entry (
      show INTEGER PRIMARY KEY NOT NULL,
      isFollowed INTEGER NOT NULL CHECK (isFollowed IN (0, 1)),
      status TEXT CHECK (status <> ''),
      progress INTEGER NOT NULL,
      rewatches INTEGER NOT NULL,
      score INTEGER,
      started INTEGER,
      finished INTEGER,
      note TEXT NOT NULL,
      tags TEXT NOT NULL,
      priority TEXT CHECK (priority <> ''),
      delays TEXT NOT NULL,
      episodeOffset INTEGER,
      isPinned INTEGER NOT NULL CHECK (isPinned IN (0, 1)),
      offsets TEXT NOT NULL,
      foreignFields TEXT NOT NULL,
      played TEXT CHECK (played <> ''),
      skips TEXT NOT NULL,
      added INTEGER,
      changed INTEGER
    );
    """
}
