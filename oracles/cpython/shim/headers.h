/* Reads the headers of pools (spec/protocol.md, Pool headers), in words that do not depend on the
   process: addresses become offsets, list heads become classes, arenas are numbered anew. */
#ifndef PYMEMSPEC_HEADERS_H
#define PYMEMSPEC_HEADERS_H

#include "arenas.h"

#define SMALL_BYTES 512
#define CLASS_BYTES (2 * WORD) /* alignment, and the step from class to class */
#define CLASSES (SMALL_BYTES / (int)CLASS_BYTES)
#define MAX_CLASSES 64
#define HEADER_WORDS 8
#define HEAD_OF_CLASS_0 (-16)
#define ARENA_NUMBERS 65536

/* struct pool_header of Objects/obmalloc.c */
typedef struct {
    union {
        void *padding;
        uint32_t count;
    } ref;
    unsigned char *freeblock;
    void *nextpool;
    void *prevpool;
    uint32_t arenaindex;
    uint32_t szidx;
    uint32_t nextoffset;
    uint32_t maxnextoffset;
} pool_header;

_Static_assert(sizeof(pool_header) <= HEADER_BYTES, "a mapped arena's headers are cleared");

static size_t pool_bytes; /* 0 before the first start state has shown it */

/* pymalloc's list heads lie two words apart, in the order of classes. */
static uintptr_t head_of_class_0;

/* Numbers of arenas by their index in pymalloc's table; -3 where a program did not see it. */
static int32_t arena_number[ARENA_NUMBERS];
static uint32_t numbered[ARENA_NUMBERS];
static int numbers_given;

static const pool_header *pool_of(const void *p) {
    return (const pool_header *)((uintptr_t)p & ~(uintptr_t)(pool_bytes - 1));
}

static const pool_header *first_pool(const unsigned char *base) {
    return pool_of(base + pool_bytes - 1);
}

static void numbers_reset(void) {
    for (int i = 0; i < numbers_given; i++) arena_number[numbered[i]] = ADDRESS_OUTSIDE;
    numbers_given = 0;
}

static void numbers_open(void) {
    for (size_t i = 0; i < ARENA_NUMBERS; i++) arena_number[i] = ADDRESS_OUTSIDE;
}

/* The next number for the arena that starts at base, unless it has one. */
static void number_arena(const unsigned char *base) {
    const uint32_t index = first_pool(base)->arenaindex;
    if (index >= ARENA_NUMBERS || arena_number[index] != ADDRESS_OUTSIDE) return;
    arena_number[index] = numbers_given;
    numbered[numbers_given++] = index;
}

static inline int32_t link_word(const void *link) {
    const uintptr_t offset = (uintptr_t)link - (uintptr_t)origin;
    if (offset < ARENAS_BYTES) {
        return (offset & (pool_bytes - 1)) == 0 ? (int32_t)offset : ADDRESS_OUTSIDE;
    }
    if (link == NULL) return ADDRESS_NULL;
    const uintptr_t heads = (uintptr_t)link - head_of_class_0;
    if (heads % (2 * WORD) != 0 || heads / (2 * WORD) >= (uintptr_t)CLASSES) return ADDRESS_OUTSIDE;
    return HEAD_OF_CLASS_0 - (int32_t)(heads / (2 * WORD));
}

static inline void header_words(const pool_header *pool, int32_t words[HEADER_WORDS]) {
    words[0] = (int32_t)pool->ref.count;
    words[1] = pool->freeblock == NULL ? 0
                                       : (int32_t)((uintptr_t)pool->freeblock - (uintptr_t)pool);
    words[2] = link_word(pool->nextpool);
    words[3] = link_word(pool->prevpool);
    words[4] = pool->arenaindex < ARENA_NUMBERS ? arena_number[pool->arenaindex] : ADDRESS_OUTSIDE;
    words[5] = (int32_t)pool->szidx;
    words[6] = (int32_t)pool->nextoffset;
    words[7] = (int32_t)pool->maxnextoffset;
}

/* Whether an address lies in an arena of the program that is mapped now. */
static inline bool in_mapped_arena(const void *p) {
    return in_arenas(p) && slot_base[slot_of(p)] != NULL;
}

/* Looks at the start state for what differs between builds: the size of pools, and where the list
   heads are. `blocks` has a block of each class, null where it has none. */
static void learn_headers(void *const blocks[MAX_CLASSES]) {
    const pool_header *first = (const pool_header *)origin;
    pool_bytes = (size_t)first->maxnextoffset + SMALL_BYTES;
    const bool usual = pool_bytes >= PAGE && pool_bytes <= 16 * PAGE &&
                       (pool_bytes & (pool_bytes - 1)) == 0 && first->ref.count == 1 &&
                       first->szidx == (uint32_t)(CLASSES - 1);
    if (!usual) {
        fail("the header of a pool does not look as this oracle knows it", 0);
        return;
    }
    head_of_class_0 = (uintptr_t)first->nextpool - (uintptr_t)(CLASSES - 1) * 2 * WORD;
    for (int i = 0; i < CLASSES; i++) {
        if (blocks[i] == NULL) continue;
        const uintptr_t head = head_of_class_0 + (uintptr_t)i * 2 * WORD;
        const pool_header *pool = pool_of(blocks[i]);
        if ((uintptr_t)pool->nextpool == head && (uintptr_t)pool->prevpool == head) continue;
        fail("the list of class % is not where this oracle looks for it", i);
    }
}

#endif
