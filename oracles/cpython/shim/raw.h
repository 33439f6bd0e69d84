/* The raw allocator that is in force during a program (spec/protocol.md, Raw memory): blocks one
   after the other, nothing reused. What pymalloc asks for its own books goes to the interpreter's
   raw allocator, because it outlives the program. */
#ifndef PYMEMSPEC_RAW_H
#define PYMEMSPEC_RAW_H

#include "arenas.h"

#define RAW_GRAIN ((size_t)16)
/* What stays resident of the raw area from one program to the next. */
#define RAW_KEPT (4 * MIB)

static domain_allocator own_raw; /* the interpreter's */
static size_t raw_end;           /* bytes of the raw area that are taken */
static size_t raw_high;          /* the most that was taken since memory was last given back */
static int32_t raw_refusals;

/* Before each block stands its size. */
_Static_assert(sizeof(size_t) <= RAW_GRAIN, "a block's size fits before it");

static unsigned char *raw_area(void) { return origin + ARENAS_BYTES; }

static bool in_raw(const void *p) { return in_space(p) && !in_arenas(p); }

static void raw_reset(void) {
    raw_end = 0;
    raw_refusals = 0;
}

static void *raw_take(size_t size) {
    if (raw_refusals > 0) {
        raw_refusals--;
        return NULL;
    }
    const size_t start = raw_end + RAW_GRAIN;
    if (start >= RAW_BYTES || size > RAW_BYTES - start) return NULL;
    const size_t rounded = size == 0 ? RAW_GRAIN : (size + RAW_GRAIN - 1) / RAW_GRAIN * RAW_GRAIN;
    if (rounded > RAW_BYTES - start) return NULL;
    raw_end = start + rounded;
    if (raw_end > raw_high) raw_high = raw_end;
    unsigned char *block = raw_area() + start;
    memcpy(block - RAW_GRAIN, &size, sizeof size);
    return block;
}

static void *raw_malloc(void *context, size_t size) {
    (void)context;
    void *block = raw_take(size);
    record_event(EVENT_RAW_MALLOC, 0, 0, size, offset_of(block));
    return block;
}

static bool multiply(size_t one, size_t other, size_t *product) {
    *product = one * other;
    return one == 0 || *product / one == other;
}

static void *raw_calloc(void *context, size_t count, size_t size) {
    (void)context;
    size_t bytes;
    const bool possible = multiply(count, size, &bytes);
    if (mapped_in_call) {
        record_event(EVENT_RADIX_NODE, 0, 0, bytes, 0);
        return own_raw.calloc(own_raw.context, count, size);
    }
    void *block = raw_take(possible ? bytes : SIZE_MAX);
    if (block != NULL) memset(block, 0, bytes);
    record_event(EVENT_RAW_CALLOC, 0, count, size, offset_of(block));
    return block;
}

static void *raw_realloc(void *context, void *old, size_t size) {
    (void)context;
    if (old != NULL && !in_space(old)) {
        record_event(EVENT_ARENA_TABLE, 0, 0, size, 0);
        return own_raw.realloc(own_raw.context, old, size);
    }
    unsigned char *block = raw_take(size);
    if (block != NULL && in_raw(old)) {
        size_t before;
        memcpy(&before, (unsigned char *)old - RAW_GRAIN, sizeof before);
        const size_t most = (size_t)(block - (unsigned char *)old); /* whatever the size claims */
        if (before > most) before = most;
        memcpy(block, old, before < size ? before : size);
    }
    record_event(EVENT_RAW_REALLOC, offset_of(old), 0, size, offset_of(block));
    return block;
}

static void raw_free(void *context, void *block) {
    (void)context;
    record_event(EVENT_RAW_FREE, offset_of(block), 0, 0, 0);
    if (block != NULL && !in_space(block)) own_raw.free(own_raw.context, block);
}

static void raw_install(void) {
    domain_allocator ours = {NULL, raw_malloc, raw_calloc, raw_realloc, raw_free};
    python.get_allocator(DOMAIN_RAW, &own_raw);
    python.set_allocator(DOMAIN_RAW, &ours);
}

static void raw_restore(void) {
    python.set_allocator(DOMAIN_RAW, &own_raw);
    if (raw_high > RAW_KEPT) {
        const size_t end = (raw_high + PAGE - 1) / PAGE * PAGE;
        madvise(raw_area() + RAW_KEPT, end - RAW_KEPT, ADVICE_DO_NOT_NEED);
        raw_high = 0;
    }
}

#endif
