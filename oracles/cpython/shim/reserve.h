/* Gives the last arena of a program's space back to us.

   Since 3.9 pymalloc keeps an empty arena when it is the last of its usable arenas, and those are
   sorted by free pools. So when all blocks of a program are freed, one arena may stay: the only
   usable one, for the interpreter's own are full. It goes when another arena, with about as many
   free pools, follows it in the list at the moment when its last pool becomes free. That other
   arena is the reserve. It lies outside what programs see, is full between programs, and never
   becomes empty, so it is never unmapped and never in a program's way. */
#ifndef PYMEMSPEC_RESERVE_H
#define PYMEMSPEC_RESERVE_H

#include "start.h"

/* The blocks that fill the reserve; those of its first pool are never freed. Null: no reserve. */
static void **reserve_blocks;
static size_t reserve_count;

static void reserve_fill(size_t from) {
    for (size_t i = from; i < reserve_count; i++) {
        reserve_blocks[i] = take_block(CLASSES - 1);
        if (in_reserve(reserve_blocks[i])) continue;
        fail("the reserve arena could not be filled: block % lies elsewhere", (int64_t)i);
        return;
    }
}

/* Makes the reserve: fills the kept arena until pymalloc asks for one, and empties it again. */
static void reserve_make(void) {
    const size_t count = arena_bytes / pool_bytes * largest_per_pool();
    void **blocks = calloc(count, sizeof(void *));
    reserve_blocks = calloc(count, sizeof(void *));
    if (blocks == NULL || reserve_blocks == NULL) {
        fail("there is no memory for the reserve arena", 0);
        return;
    }
    size_t taken = 0;
    serving_reserve = true;
    for (;;) {
        void *block = take_block(CLASSES - 1);
        if (in_reserve(block)) {
            reserve_blocks[0] = block;
            break;
        }
        if (taken == count || !in_mapped_arena(block)) {
            fail("the reserve arena could not be made: block % lies elsewhere", (int64_t)taken);
            break;
        }
        blocks[taken++] = block;
    }
    serving_reserve = false;
    while (taken > 0) give_block(blocks[--taken]);
    free(blocks);
    if (failure != NULL) return;
    reserve_count = count;
    reserve_fill(1);
}

/* Empties the reserve, all but a pool, so that it moves behind the kept arena, and fills it again.

   The kept arena holds two pools meanwhile. With fewer it would have as many free pools as the
   reserve can have, and the reserve, rightmost of its count, would stay before it. */
static void reserve_pass(void) {
    void *one = take_block(CLASSES - 1);
    void *other = take_block(CLASSES - 2);
    for (size_t i = reserve_count; i > largest_per_pool(); i--) give_block(reserve_blocks[i - 1]);
    give_block(other);
    give_block(one);
    reserve_fill(largest_per_pool());
}

/* Frees the start state's blocks; afterwards no arena of the space is mapped, or a failure noted.
   The program's own blocks must be free already. */
static void give_start_back(void) {
    arenas_reset();
    free_start_blocks();
    if (mapped_slots == 1) {
        if (reserve_blocks == NULL) reserve_make();
        else reserve_pass();
    }
    for (int slot = 0; slot < SLOTS; slot++) {
        if (slot_base[slot] == NULL) continue;
        fail("arena % of the program's space could not be given back", slot);
    }
}

#endif
