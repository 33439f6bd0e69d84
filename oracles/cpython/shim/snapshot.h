/* The snapshot: one word for the state of all pools (spec/protocol.md, Snapshot), or all words. */
#ifndef PYMEMSPEC_SNAPSHOT_H
#define PYMEMSPEC_SNAPSHOT_H

#include "headers.h"

#define DIGEST_START 0x811C9DC5u
#define DIGEST_PRIME 0x01000193u

static inline uint32_t digest(uint32_t so_far, int32_t word) {
    return (so_far ^ (uint32_t)word) * DIGEST_PRIME;
}

static size_t pools_in(const unsigned char *base) {
    return (size_t)(base + arena_bytes - (const unsigned char *)first_pool(base)) / pool_bytes;
}

static inline const pool_header *nth_pool(const pool_header *first, size_t n) {
    return (const pool_header *)((const unsigned char *)first + n * pool_bytes);
}

static inline bool is_carved(const pool_header *pool) { return pool->maxnextoffset != 0; }

static int32_t misalignment_of(int slot) {
    return offset_of(slot_base[slot]) & (int32_t)(SLOT_BYTES - 1);
}

/* The eight digests of an arena do not wait for each other. */
static uint32_t arena_digest(int slot) {
    const pool_header *first = first_pool(slot_base[slot]);
    const size_t count = pools_in(slot_base[slot]);
    uint32_t lanes[HEADER_WORDS];
    for (int i = 0; i < HEADER_WORDS; i++) lanes[i] = DIGEST_START;
    for (size_t n = 0; n < count; n++) {
        const pool_header *pool = nth_pool(first, n);
        int32_t words[HEADER_WORDS];
        if (!is_carved(pool)) continue;
        header_words(pool, words);
        for (int i = 0; i < HEADER_WORDS; i++) lanes[i] = digest(lanes[i], words[i]);
    }
    uint32_t whole = DIGEST_START;
    for (int i = 0; i < HEADER_WORDS; i++) whole = digest(whole, (int32_t)lanes[i]);
    return whole;
}

/* Digests the state of all pools into one word. */
static void snapshot_digest(word_list *list) {
    uint32_t state = DIGEST_START;
    int seen = 0;
    for (int slot = 0; seen < mapped_slots; slot++) {
        if (slot_base[slot] == NULL) continue;
        seen++;
        state = digest(state, slot);
        state = digest(state, misalignment_of(slot));
        state = digest(state, (int32_t)arena_digest(slot));
    }
    words_push(list, (int32_t)state);
}

/* Writes the state of all pools out. */
static void snapshot_words(word_list *list) {
    for (int slot = 0; slot < SLOTS; slot++) {
        if (slot_base[slot] == NULL) continue;
        words_push(list, slot);
        words_push(list, misalignment_of(slot));
        const size_t place = list->count;
        words_push(list, 0);
        const pool_header *first = first_pool(slot_base[slot]);
        for (size_t i = 0; i < pools_in(slot_base[slot]); i++) {
            int32_t words[HEADER_WORDS];
            if (!is_carved(nth_pool(first, i))) continue;
            header_words(nth_pool(first, i), words);
            for (int j = 0; j < HEADER_WORDS; j++) words_push(list, words[j]);
            if (failure == NULL) list->words[place]++;
        }
    }
}

#endif
