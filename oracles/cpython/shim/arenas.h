/* The arena allocator that is in force around a program (spec/protocol.md, Arenas), in the place of
   the interpreter's own. The interpreter's arenas still go back to where they came from. */
#ifndef PYMEMSPEC_ARENAS_H
#define PYMEMSPEC_ARENAS_H

#include "events.h"
#include "python.h"
#include "space.h"

#define PAGE ((size_t)4096)
/* What may hold the header of a pool: 48 bytes where pointers have 64 bits, fewer elsewhere. */
#define HEADER_BYTES ((size_t)48)
#define MISALIGNMENT_BYTES 16
/* A realloc maps at most one arena, malloc-many at most one a slot. */
#define MAPPED_IN_OPERATION (SLOTS + 1)

static arena_allocator own_arenas; /* the interpreter's */
static size_t arena_bytes;         /* what pymalloc asks for; 0 before the first request */

/* How the next arenas are placed; the program says so. */
static bool highest_first;
static size_t misalignment;
static int32_t arena_refusals;
/* Serve the reserve's slot, not the program's (start.h). */
static bool serving_reserve;

/* Whether an arena was mapped since the last request to pymalloc began. */
static bool mapped_in_call;
/* The arenas mapped in the current operation, in order. */
static unsigned char *mapped_in_operation[MAPPED_IN_OPERATION];
static int mapped_count;

static void arenas_reset(void) {
    highest_first = false;
    misalignment = 0;
    arena_refusals = 0;
    mapped_count = 0;
}

static int free_slot(void) {
    for (int i = 0; i < SLOTS; i++) {
        const int slot = highest_first ? SLOTS - 1 - i : i;
        if (slot_base[slot] == NULL) return slot;
    }
    return -1;
}

/* A pool without a header is told from one with by its zeros. */
static void clear_headers(unsigned char *base, size_t size) {
    unsigned char *page = base + (PAGE - (uintptr_t)base % PAGE) % PAGE;
    for (; page + HEADER_BYTES <= base + size; page += PAGE) memset(page, 0, HEADER_BYTES);
}

static unsigned char *place_arena(size_t size) {
    if (serving_reserve) return reserve_slot();
    if (arena_refusals > 0) {
        arena_refusals--;
        return NULL;
    }
    const int slot = free_slot();
    if (slot < 0 || size > SLOT_BYTES - misalignment) return NULL;
    slot_base[slot] = origin + (size_t)slot * SLOT_BYTES + misalignment;
    mapped_slots++;
    return slot_base[slot];
}

static void *arena_map(void *context, size_t size) {
    (void)context;
    arena_bytes = size;
    unsigned char *base = place_arena(size);
    if (base != NULL) {
        clear_headers(base, size);
        mapped_in_call = true;
        if (mapped_count < MAPPED_IN_OPERATION) mapped_in_operation[mapped_count++] = base;
    }
    record_event(EVENT_ARENA_MAP, 0, 0, size, offset_of(base));
    return base;
}

static void arena_unmap(void *context, void *base, size_t size) {
    (void)context;
    record_event(EVENT_ARENA_UNMAP, offset_of(base), 0, size, 0);
    if (in_arenas(base) && slot_base[slot_of(base)] == base) {
        slot_base[slot_of(base)] = NULL;
        mapped_slots--;
    } else if (in_space(base) || in_reserve(base)) {
        fail("pymalloc gave back an arena that is not mapped", offset_of(base));
    } else {
        own_arenas.free(own_arenas.context, base, size);
    }
}

static void arenas_install(void) {
    arena_allocator ours = {NULL, arena_map, arena_unmap};
    python.get_arena_allocator(&own_arenas);
    python.set_arena_allocator(&ours);
}

static void arenas_restore(void) { python.set_arena_allocator(&own_arenas); }

#endif
