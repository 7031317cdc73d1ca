// inflateInit2 and deflateInit2 are macros, so Swift needs functions.
#ifndef YOZAKURA_CZLIB_H
#define YOZAKURA_CZLIB_H

#include <zlib.h>

// 15 + 32: the widest window, and zlib or gzip recognised by its header.
static inline int z_inflateInit(z_streamp stream) { return inflateInit2(stream, 15 + 32); }
// 15 + 16: the widest window, written as gzip.
static inline int z_deflateInit(z_streamp stream) {
  return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

#endif
