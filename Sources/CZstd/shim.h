#ifndef YOZAKURA_CZSTD_H
#define YOZAKURA_CZSTD_H

#include <zstd.h>
#include <zstd_errors.h>

#endif
