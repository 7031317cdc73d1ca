// What ncurses has as a macro or a mutable global, and Swift cannot reach.
#ifndef YOZAKURA_CNCURSES_H
#define YOZAKURA_CNCURSES_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <locale.h>
#include <stdio.h>
#include <wchar.h>
#include <ncurses.h>
#include <term.h>
#undef lines
#undef columns

static inline WINDOW *nc_stdscr(void) { return stdscr; }
static inline WINDOW *nc_curscr(void) { return curscr; }
static inline int nc_columns(void) { return COLS; }
static inline int nc_rows(void) { return LINES; }
static inline int nc_colors(void) { return COLORS; }
static inline int nc_pairs(void) { return COLOR_PAIRS; }
static const attr_t NC_BOLD = A_BOLD;
static const attr_t NC_DIM = A_DIM;
static const attr_t NC_ITALIC = A_ITALIC;
static const attr_t NC_UNDERLINE = A_UNDERLINE;
static const attr_t NC_REVERSE = A_REVERSE;
static inline FILE *nc_stdout(void) { return stdout; }
static inline FILE *nc_stdin(void) { return stdin; }
// setcchar with the extended pair number, which may be over 32,767.
static inline int nc_setcchar(cchar_t *c, const wchar_t *text, attr_t attributes, int pair) {
  return setcchar(c, text, attributes, 0, &pair);
}
// libc's module is built without _XOPEN_SOURCE and hides it.
static inline int nc_wcwidth(wchar_t c) { extern int wcwidth(wchar_t); return wcwidth(c); }

#endif
