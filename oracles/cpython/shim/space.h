/* The program's own address space (spec/protocol.md, Address space): 64 arena slots, the raw area,
   and behind them, outside what programs see, one slot for the reserve arena (start.h). */
#ifndef PYMEMSPEC_SPACE_H
#define PYMEMSPEC_SPACE_H

#include "platform.h"

#define MIB ((size_t)1 << 20)
#define SLOTS 64
#define SLOT_SHIFT 22
#define SLOT_BYTES ((size_t)1 << SLOT_SHIFT)
#define ARENAS_BYTES (SLOTS * SLOT_BYTES)
#define RAW_BYTES (256 * MIB)
#define SPACE_BYTES (ARENAS_BYTES + RAW_BYTES)
#define ALIGNMENT_BYTES (256 * MIB)
#define RESERVED_BYTES (SPACE_BYTES + SLOT_BYTES)

/* What is reported where there is no address (spec/protocol.md, result). */
#define ADDRESS_NULL (-1)
#define ADDRESS_OUTSIDE (-3)

static unsigned char *origin;
/* The base of the arena in each slot, null where none is mapped. */
static unsigned char *slot_base[SLOTS];
static int mapped_slots;

static unsigned char *reserve_slot(void) { return origin + SPACE_BYTES; }

static inline bool in_space(const void *p) {
    return (uintptr_t)p - (uintptr_t)origin < SPACE_BYTES;
}

static inline bool in_arenas(const void *p) {
    return (uintptr_t)p - (uintptr_t)origin < ARENAS_BYTES;
}

static inline bool in_reserve(const void *p) {
    return (uintptr_t)p - (uintptr_t)reserve_slot() < SLOT_BYTES;
}

/* The slot of an address for which in_arenas holds. */
static inline int slot_of(const void *p) {
    return (int)(((uintptr_t)p - (uintptr_t)origin) >> SLOT_SHIFT);
}

/* An address as traces have it. */
static inline int32_t offset_of(const void *p) {
    if (in_space(p)) return (int32_t)((uintptr_t)p - (uintptr_t)origin);
    return p == NULL ? ADDRESS_NULL : ADDRESS_OUTSIDE;
}

static void *reserve_memory(uintptr_t wish, size_t bytes, int more_flags) {
    const int flags = MAPPING_PRIVATE | MAPPING_ANONYMOUS | MAPPING_NO_RESERVE | more_flags;
    void *start = MAP_MEMORY((void *)wish, bytes, PROTECTION_READ | PROTECTION_WRITE, flags);
    return start == MAPPING_FAILED ? NULL : start;
}

/* Reserves the space: at a fixed address where it is free, so that even absolute addresses repeat;
   elsewhere, aligned by hand, otherwise. False where there is no such room. */
static bool space_open(void) {
#if UINTPTR_MAX > UINT32_MAX
    const uintptr_t wish = (uintptr_t)0x500000000000;
    unsigned char *fixed = reserve_memory(wish, RESERVED_BYTES, MAPPING_FIXED_NO_REPLACE);
    if ((uintptr_t)fixed == wish) {
        origin = fixed;
        return true;
    }
    if (fixed != NULL) munmap(fixed, RESERVED_BYTES);
#endif
    const size_t bytes = RESERVED_BYTES + ALIGNMENT_BYTES;
    unsigned char *start = reserve_memory(0, bytes, 0);
    if (start == NULL) return false;
    const size_t before = (ALIGNMENT_BYTES - (uintptr_t)start % ALIGNMENT_BYTES) % ALIGNMENT_BYTES;
    origin = start + before;
    if (before > 0) munmap(start, before);
    if (before < ALIGNMENT_BYTES) munmap(origin + RESERVED_BYTES, ALIGNMENT_BYTES - before);
    return true;
}

#endif
