// What we use of libmpv's client and render interfaces, API versions 1.107 and 2.x.
//
// The library is loaded while the helper runs and may be missing; its headers are not needed to build. The names are
// those of mpv's documentation, the numbers those of its stable binary interface.
#ifndef YOZAKURA_CMPV_H
#define YOZAKURA_CMPV_H

#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

enum {
  MPV_FORMAT_NONE = 0,
  MPV_FORMAT_STRING = 1,
  MPV_FORMAT_FLAG = 3,
  MPV_FORMAT_INT64 = 4,
  MPV_FORMAT_DOUBLE = 5,
};

enum {
  MPV_EVENT_NONE = 0,
  MPV_EVENT_SHUTDOWN = 1,
  MPV_EVENT_COMMAND_REPLY = 5,
  MPV_EVENT_END_FILE = 7,
  MPV_EVENT_FILE_LOADED = 8,
  MPV_EVENT_SEEK = 20,
  MPV_EVENT_PLAYBACK_RESTART = 21,
  MPV_EVENT_PROPERTY_CHANGE = 22,
  MPV_EVENT_HOOK = 25,
};

enum {
  MPV_END_FILE_REASON_EOF = 0,
  MPV_END_FILE_REASON_STOP = 2,
  MPV_END_FILE_REASON_QUIT = 3,
  MPV_END_FILE_REASON_ERROR = 4,
  MPV_END_FILE_REASON_REDIRECT = 5,
};

enum {
  MPV_ERROR_LOADING_FAILED = -13,
  MPV_ERROR_NOTHING_TO_PLAY = -16,
  MPV_ERROR_UNKNOWN_FORMAT = -17,
};

enum {
  MPV_RENDER_PARAM_INVALID = 0,
  MPV_RENDER_PARAM_API_TYPE = 1,
  MPV_RENDER_PARAM_BLOCK_FOR_TARGET_TIME = 12,
  MPV_RENDER_PARAM_SW_SIZE = 17,
  MPV_RENDER_PARAM_SW_FORMAT = 18,
  MPV_RENDER_PARAM_SW_STRIDE = 19,
  MPV_RENDER_PARAM_SW_POINTER = 20,
};

enum { MPV_RENDER_UPDATE_FRAME = 1 };

typedef struct mpv_event {
  int event_id;
  int error;
  uint64_t reply_userdata;
  void *data;
} mpv_event;

typedef struct mpv_event_property {
  const char *name;
  int format;
  void *data;
} mpv_event_property;

// The first members, which is what every version has.
typedef struct mpv_event_end_file {
  int reason;
  int error;
} mpv_event_end_file;

typedef struct mpv_event_hook {
  const char *name;
  uint64_t id;
} mpv_event_hook;

typedef struct mpv_render_param {
  int type;
  void *data;
} mpv_render_param;

#endif
