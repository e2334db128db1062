/* Preloaded into a writing process: log every change to files below a folder, so that a test can
   replay what a power cut would have left; or let the n-th such call fail with a given error.
   Error 0 lets a write be short; EIO lets reads fail, too. Giving up the reserve makes space. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { PATH_BYTES = 1024, HEAD_BYTES = 2200 };

static int log_fd = -1;
static char watched[PATH_BYTES];
static long fail_after = -1;
static int fail_with = 0;
static int fails_for_ever = 0;
static long failed = 0;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* Called through ctypes once the process is ready. */
void watch(const char *folder, const char *log) {
    strncpy(watched, folder, sizeof watched - 1);
    if (log != NULL)
        log_fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

void fail(long after, int error, int for_ever) {
    fail_after = after;
    fail_with = error;
    fails_for_ever = for_ever;
    failed = 0;
}

/* How many calls failed since the last order to fail. */
long failures(void) { return failed; }

static int is_watched(const char *path) {
    return watched[0] && strncmp(path, watched, strlen(watched)) == 0;
}

static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_BYTES - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return is_watched(path) && strstr(path, "-shm") == NULL;
}

static int counted_down(void) {
    if (fail_after < 0)
        return 0;
    if (fail_after > 0) {
        fail_after--;
        return 0;
    }
    if (!fails_for_ever)
        fail_after = -1;
    failed++;
    errno = fail_with;
    return 1;
}

/* Whether a call other than a write fails: it cannot be short. */
static int fails(void) { return fail_with != 0 && counted_down(); }

/* A failing write takes nothing, or for error 0 half of what it was given. */
static int cut_short(size_t *length) {
    if (fail_with != 0)
        return 0;
    *length -= *length / 2;
    return 1;
}

static void record(char kind, const char *path, const char *other, int64_t place,
                   const void *data, int64_t length) {
    if (log_fd < 0)
        return;
    char head[HEAD_BYTES];
    int size = snprintf(head, sizeof head, "%c\t%s\t%s\t%lld\t%lld\n", kind, path, other,
                        (long long)place, (long long)length);
    char *whole = malloc((size_t)(size + length));
    memcpy(whole, head, (size_t)size);
    if (length)
        memcpy(whole + size, data, (size_t)length);
    syscall(SYS_write, log_fd, whole, (size_t)(size + length));
    free(whole);
}

/* What the process has promised to its user. */
void acknowledge(const char *words) {
    record('A', "-", "-", 0, words, (int64_t)strlen(words));
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t place) {
    char path[PATH_BYTES];
    int mine = path_of(fd, path);
    if (mine && counted_down() && !cut_short(&length))
        return -1;
    ssize_t done = REAL(pwrite64)(fd, data, length, place);
    if (mine && done > 0)
        record('W', path, "-", place, data, done);
    return done;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t place) {
    return pwrite64(fd, data, length, place);
}

ssize_t write(int fd, const void *data, size_t length) {
    char path[PATH_BYTES];
    int mine = path_of(fd, path);
    off_t place = mine ? lseek(fd, 0, SEEK_CUR) : 0;
    if (mine && counted_down() && !cut_short(&length))
        return -1;
    ssize_t done = REAL(write)(fd, data, length);
    if (mine && done > 0)
        record('W', path, "-", place, data, done);
    return done;
}

ssize_t pread64(int fd, void *data, size_t length, off64_t place) {
    char path[PATH_BYTES];
    if (fail_with == EIO && path_of(fd, path) && fails())
        return -1;
    return REAL(pread64)(fd, data, length, place);
}

ssize_t pread(int fd, void *data, size_t length, off_t place) {
    return pread64(fd, data, length, place);
}

static int opened(const char *path, int flags, mode_t mode) {
    if ((flags & O_CREAT) && is_watched(path) && strstr(path, "-shm") == NULL && fails())
        return -1;
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

#define WITH_MODE(flags, mode)                                                                     \
    va_list rest;                                                                                  \
    va_start(rest, flags);                                                                         \
    mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;                                    \
    va_end(rest)

int open64(const char *path, int flags, ...) {
    WITH_MODE(flags, mode);
    return opened(path, flags, mode);
}

int open(const char *path, int flags, ...) {
    WITH_MODE(flags, mode);
    return opened(path, flags, mode);
}

int mkdir(const char *path, mode_t mode) {
    if (is_watched(path) && fails())
        return -1;
    int done = REAL(mkdir)(path, mode);
    if (is_watched(path) && done == 0)
        record('M', path, "-", 0, NULL, 0);
    return done;
}

static int flushed(int fd, int (*real)(int)) {
    char path[PATH_BYTES];
    int mine = path_of(fd, path);
    if (mine && fails())
        return -1;
    int done = real(fd);
    if (mine && done == 0)
        record('S', path, "-", 0, NULL, 0);
    return done;
}

int fsync(int fd) { return flushed(fd, REAL(fsync)); }

int fdatasync(int fd) { return flushed(fd, REAL(fdatasync)); }

int ftruncate64(int fd, off64_t length) {
    char path[PATH_BYTES];
    int mine = path_of(fd, path);
    if (mine && fails())
        return -1;
    int done = REAL(ftruncate64)(fd, length);
    if (mine && done == 0)
        record('T', path, "-", length, NULL, 0);
    return done;
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int unlink(const char *path) {
    const char *name = strrchr(path, '/');
    if (name != NULL && strcmp(name, "/ballast") == 0)
        fail_after = -1;
    if (is_watched(path) && fails())
        return -1;
    int done = REAL(unlink)(path);
    if (is_watched(path) && done == 0)
        record('U', path, "-", 0, NULL, 0);
    return done;
}

int rename(const char *from, const char *to) {
    if (is_watched(from) && fails())
        return -1;
    int done = REAL(rename)(from, to);
    if (is_watched(from) && done == 0)
        record('R', from, to, 0, NULL, 0);
    return done;
}
