// inflateInit2 is a macro, so Swift needs a function.
#ifndef YOZAKURA_CZLIB_H
#define YOZAKURA_CZLIB_H

#include <zlib.h>

// 15 + 32: the widest window, and zlib or gzip recognised by its header.
static inline int z_inflateInit(z_streamp stream) { return inflateInit2(stream, 15 + 32); }

#endif
