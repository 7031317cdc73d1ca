// libcurl's types and constants. The library itself is loaded when the first
// transfer starts: its thirty dependencies cost 11 to 15 ms at every start.
#ifndef YOZAKURA_CCURL_H
#define YOZAKURA_CCURL_H

#include <curl/curl.h>
#include <dlfcn.h>

#endif
