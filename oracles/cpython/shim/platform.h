/* What the shim needs of the C library, declared by hand: it is built without any header but the
   freestanding ones, so that a compiler without the C library's headers (of another word size,
   say) is enough. Everything here is POSIX and has the same form wherever CPython runs. */
#ifndef PYMEMSPEC_PLATFORM_H
#define PYMEMSPEC_PLATFORM_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

void *calloc(size_t count, size_t size);
void *realloc(void *old, size_t size);
void free(void *block);

void *memcpy(void *restrict to, const void *restrict from, size_t count);
void *memset(void *to, int byte, size_t count);
int memcmp(const void *one, const void *other, size_t count);

/* A FILE is only handed on, so its type does not matter. */
void *fmemopen(void *buffer, size_t size, const char *mode);
int fclose(void *file);

intptr_t write(int descriptor, const void *bytes, size_t count);

int munmap(void *start, size_t bytes);
int madvise(void *start, size_t bytes, int advice);

#if UINTPTR_MAX == UINT32_MAX
/* The offset has 32 or 64 bits, depending on the C library. Zeros enough for either are passed,
   at the place where either looks for them; further arguments do no harm to a C function. */
void *mmap(void *start, size_t bytes, int protection, int flags, int descriptor, long offset,
           long offset_high, long padding);
#define MAP_MEMORY(start, bytes, protection, flags) \
    mmap((start), (bytes), (protection), (flags), -1, 0L, 0L, 0L)
#else
void *mmap(void *start, size_t bytes, int protection, int flags, int descriptor, long offset);
#define MAP_MEMORY(start, bytes, protection, flags) \
    mmap((start), (bytes), (protection), (flags), -1, 0L)
#endif

#define PROTECTION_READ 1
#define PROTECTION_WRITE 2
#define MAPPING_PRIVATE 0x2
#ifdef __APPLE__
#define MAPPING_ANONYMOUS 0x1000
#define MAPPING_NO_RESERVE 0x40
#define MAPPING_FIXED_NO_REPLACE 0 /* there is none: the address is a wish, and is checked */
#else
#define MAPPING_ANONYMOUS 0x20
#define MAPPING_NO_RESERVE 0x4000
#define MAPPING_FIXED_NO_REPLACE 0x100000
#endif
#define MAPPING_FAILED ((void *)-1)
#define ADVICE_DO_NOT_NEED 4

#endif
