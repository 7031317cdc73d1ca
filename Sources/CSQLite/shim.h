// What Swift cannot call of SQLite.
#ifndef YOZAKURA_CSQLITE_H
#define YOZAKURA_CSQLITE_H

#include <sqlite3.h>

// sqlite3_db_config is variadic.
static inline int sqlite_no_checkpoint_on_close(void *database) {
  return sqlite3_db_config((sqlite3 *)database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

#endif
