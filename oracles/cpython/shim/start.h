/* The way to a program's start state (spec/protocol.md, Start), and back from it.

   There: blocks are allocated until the interpreter's arenas are full and pymalloc asks for a new
   one, which is slot 0; then blocks of each other class until one lies in slot 0. Most of the
   interpreter's free blocks are kept from the first program on, so that later starts are short.

   Back: the filling is freed, all but what is kept. See reserve.h for the arena that then stays. */
#ifndef PYMEMSPEC_START_H
#define PYMEMSPEC_START_H

#include "headers.h"

/* Blocks that fill the interpreter's arenas before the search for a start state is given up. */
#define FILL_MOST ((size_t)2000000)
/* What the interpreter may use between programs without a new pool, or a new arena. */
#define SPARE_BLOCKS ((size_t)32)
#define SPARE_BYTES ((size_t)128 * 1024)
/* A start that takes more blocks than this keeps them, unless that happens too often. */
#define LONG_START ((size_t)2500)
#define MOST_KEPT 8

/* The filling, class after class in the order of the start; fill_end[i] is where class i ends. */
static void **fill;
static size_t fill_room;
static size_t fill_count;
static size_t fill_end[MAX_CLASSES];
static int times_kept;
/* For those who measure: how long the filling of the last start was. */
static size_t filled;

/* The one block of each class in slot 0; null for classes that the hooks leave out. */
static void *start_block[MAX_CLASSES];

/* The classes in the order of the start: the largest, then all others ascending. */
static int nth_class(int n) { return n == 0 ? CLASSES - 1 : n - 1; }

static bool has_class(int size_class) {
    return !hooks || (size_t)(size_class + 1) * CLASS_BYTES >= HOOKS_OVERHEAD;
}

/* A block of a class, hooks or not. */
static void *take_block(int size_class) {
    const size_t bytes = (size_t)(size_class + 1) * CLASS_BYTES;
    mapped_in_call = false;
    return python.object.malloc(hooks ? bytes - HOOKS_OVERHEAD : bytes);
}

static void give_block(void *block) { python.object.free(block); }

/* Allocates blocks of a class until one lies in slot 0. */
static void fill_class(int size_class) {
    while (failure == NULL) {
        void *block = take_block(size_class);
        if (block == NULL || fill_count == FILL_MOST || mapped_slots > 1) {
            fail("the start state was not reached: pymalloc did not use a new arena for class %",
                 size_class);
        } else if (in_mapped_arena(block)) {
            start_block[size_class] = block;
            return;
        } else {
            void **grown = pointers_reserve(fill, &fill_room, fill_count + 1);
            if (grown == NULL) return;
            fill = grown;
            fill[fill_count++] = block;
        }
    }
}

/* Brings pymalloc into the start state; a failure is noted. */
static void reach_start(void) {
    fill_count = 0;
    arenas_reset();
    for (int n = 0; n < CLASSES; n++) {
        start_block[nth_class(n)] = NULL;
        if (has_class(nth_class(n))) fill_class(nth_class(n));
        fill_end[nth_class(n)] = fill_count;
    }
    if (failure != NULL) return;
    if (mapped_slots != 1 || slot_base[0] != origin) {
        fail("the start state was not reached: the first arena is not in slot 0", 0);
        return;
    }
    learn_headers(start_block);
    if (failure != NULL) return;
    numbers_reset();
    number_arena(origin);
    mapped_count = 0;
}

static size_t largest_per_pool(void) { return (pool_bytes - HEADER_BYTES) / SMALL_BYTES; }

/* Frees the filling; a long one is kept for ever but for what the interpreter needs meanwhile. */
static void free_fill(void) {
    const bool keep = times_kept < MOST_KEPT && (times_kept == 0 || fill_count > LONG_START);
    if (keep) times_kept++;
    for (int n = CLASSES - 1; n >= 0; n--) {
        const size_t end = fill_end[nth_class(n)];
        size_t from = n == 0 ? 0 : fill_end[nth_class(n - 1)];
        if (keep) {
            const size_t pools = SPARE_BYTES / pool_bytes;
            const size_t spare = n == 0 ? pools * largest_per_pool() : SPARE_BLOCKS;
            if (end - from > spare) from = end - spare;
        }
        for (size_t i = end; i > from; i--) give_block(fill[i - 1]);
    }
    filled = fill_count;
    fill_count = 0;
}

static void free_start_blocks(void) {
    for (int i = 0; i < CLASSES; i++) {
        if (start_block[i] != NULL) give_block(start_block[i]);
        start_block[i] = NULL;
    }
}

#endif
