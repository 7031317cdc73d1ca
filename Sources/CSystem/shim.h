// What libc's own module leaves out: variadic calls, macros and newer headers.
#ifndef YOZAKURA_CSYSTEM_H
#define YOZAKURA_CSYSTEM_H

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

// No _GNU_SOURCE: it gives fd_set other member names than libc's own module has,
// and Swift then refuses both. What it would declare stands here.
extern int syncfs(int fd);
extern void *memmem(const void *haystack, size_t length, const void *needle, size_t count);

static inline int sys_open(const char *path, int flags, mode_t mode) { return open(path, flags, mode); }
static inline int sys_fcntl(int fd, int command, long argument) { return fcntl(fd, command, argument); }
static inline int sys_window_size(int fd, struct winsize *size) { return ioctl(fd, TIOCGWINSZ, size); }

#endif
