/* Preloaded into a writing process: log every change to files below a folder, so that a test can
   replay what a power cut would have left; or let the n-th such call fail with a given error. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { PATH_BYTES = 1024, HEAD_BYTES = 2200 };

static int log_fd = -1;
static char watched[PATH_BYTES];
static long fail_after = -1;
static int fail_with = 0;
static int fails_for_ever = 0;

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
}

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

static int fails(void) {
    if (fail_after < 0)
        return 0;
    if (fail_after > 0) {
        fail_after--;
        return 0;
    }
    if (!fails_for_ever)
        fail_after = -1;
    errno = fail_with;
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
    if (mine && fails())
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
    if (mine && fails())
        return -1;
    ssize_t done = REAL(write)(fd, data, length);
    if (mine && done > 0)
        record('W', path, "-", place, data, done);
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
