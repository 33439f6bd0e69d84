/* A program's blocks by id, and what is observed of one: the part that all operations share. */
#ifndef PYMEMSPEC_BLOCKS_H
#define PYMEMSPEC_BLOCKS_H

#include "contents.h"
#include "raw.h"
#include "snapshot.h"

#define RESULT_ABSENT (-2)
#define RESULT_DONE (-4)

typedef struct {
    unsigned char *start; /* null: there is no such block */
    size_t size;
    int api;
} block;

static block *blocks;
static size_t block_room;

/* Makes room for ids below `ids`; new entries are empty, and a program leaves all so. */
static bool blocks_reserve(size_t ids) {
    if (ids <= block_room) return true;
    size_t room = block_room < 1024 ? 1024 : block_room;
    while (room < ids) room *= 2;
    block *grown = realloc(blocks, room * sizeof(block));
    if (grown == NULL) {
        fail("there is no memory for the table of blocks", 0);
        return false;
    }
    memset(grown + block_room, 0, (room - block_room) * sizeof(block));
    blocks = grown;
    block_room = room;
    return true;
}

static inline bool is_hooked(int api) { return hooks && api != API_RAW; }

static inline void *request_malloc(int api, size_t size) {
    mapped_in_call = false;
    return api_functions[api].malloc(size);
}

static inline void *request_realloc(int api, void *old, size_t size) {
    mapped_in_call = false;
    return api_functions[api].realloc(old, size);
}

static inline void request_free(int api, void *old) {
    mapped_in_call = false;
    api_functions[api].free(old);
}

/* Frees a block and forgets it. */
static inline void release_block(block *b) {
    unsigned char *start = b->start;
    b->start = NULL;
    request_free(b->api, start);
}

/* Bytes 0xDD of a block that was hooked and is free: from a word before it to a word after it.
   The word before those may have become a link. */
static inline size_t dead_bytes_of(const unsigned char *start, size_t size) {
    return leading(start - WORD, size + 2 * WORD, dead_bytes);
}

/* Reads the header of the pool that an address lies in, where it lies in a mapped arena. Headers
   are read last: arenas that the operation mapped get their numbers here. */
static inline void observe_header(const void *address, int32_t *observation) {
    for (int i = 0; i < mapped_count; i++) number_arena(mapped_in_operation[i]);
    mapped_count = 0;
    if (!in_mapped_arena(address)) return;
    header_words(pool_of(address), observation + OBSERVE_COUNT);
}

/* Notes a new or resized block, and writes all of it. */
static inline void keep_block(block *b, int32_t id, int api, unsigned char *start, size_t size) {
    b->start = start;
    b->size = size;
    b->api = api;
    write_pattern(start, size, id);
}

#endif
