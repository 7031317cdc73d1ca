// What libc's own module leaves out: variadic calls, macros and newer headers.
#ifndef YOZAKURA_CSYSTEM_H
#define YOZAKURA_CSYSTEM_H

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

// No _GNU_SOURCE: it gives fd_set other member names than libc's own module has,
// and Swift then refuses both. What it would declare stands here.
extern int syncfs(int fd);
extern void *memmem(const void *haystack, size_t length, const void *needle, size_t count);
extern int pipe2(int ends[2], int flags);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
extern int memfd_create(const char *name, unsigned int flags);

// Constants that stand behind _GNU_SOURCE: F_ADD_SEALS with F_SEAL_SEAL, F_SEAL_SHRINK and F_SEAL_GROW, and the
// MFD_CLOEXEC and MFD_ALLOW_SEALING of memfd_create.
static inline int sys_memory_file(const char *name) { return memfd_create(name, 1 | 2); }
static inline int sys_seal_size(int fd) { return fcntl(fd, 1033, 1 | 2 | 4); }

// Words that two processes share.
static inline uint32_t sys_exchange(uint32_t *word, uint32_t value) {
  return __atomic_exchange_n(word, value, __ATOMIC_ACQ_REL);
}
static inline uint32_t sys_load(const uint32_t *word) { return __atomic_load_n(word, __ATOMIC_ACQUIRE); }

// RLIMIT_AS, which Swift sees as an enumeration that setrlimit does not take.
static inline int sys_limit_memory(const struct rlimit *limit) { return setrlimit(RLIMIT_AS, limit); }

static inline int sys_open(const char *path, int flags, mode_t mode) { return open(path, flags, mode); }
static inline int sys_fcntl(int fd, int command, long argument) { return fcntl(fd, command, argument); }
static inline int sys_window_size(int fd, struct winsize *size) { return ioctl(fd, TIOCGWINSZ, size); }

#endif
