/* The operations on many blocks. The header observed is that of the last block obtained or freed;
   contents and fresh bytes are summed. */
#ifndef PYMEMSPEC_BULK_H
#define PYMEMSPEC_BULK_H

#include "single.h"

static void run_malloc_many(const int32_t *operand, int32_t *observation, word_list *extra) {
    const int32_t count = operand[1];
    const int api = operand[3];
    size_t size = 0;
    const bool exists = size_exists(operand[2], &size);
    const void *last = NULL;
    uint32_t fresh = 0;
    int32_t obtained = 0;
    for (int32_t id = operand[0]; id < operand[0] + count; id++) {
        if (!exists || blocks[id].start != NULL) {
            words_push(extra, RESULT_ABSENT);
            continue;
        }
        unsigned char *start = request_malloc(api, size);
        words_push(extra, offset_of(start));
        if (start == NULL) continue;
        if (is_hooked(api)) fresh += (uint32_t)leading(start, size, clean_bytes);
        keep_block(&blocks[id], id, api, start, size);
        last = start;
        obtained++;
    }
    observation[OBSERVE_RESULT] = obtained;
    observation[OBSERVE_FRESH] = (int32_t)fresh;
    observe_header(last, observation);
}

static void run_free_many(const int32_t *operand, int32_t *observation) {
    const int32_t count = operand[1], run = operand[2], period = operand[3];
    const void *last = NULL;
    uint32_t content = 0, fresh = 0;
    int32_t freed = 0;
    for (int32_t i = 0; i < count; i++) {
        const int32_t distance = operand[4] == FREE_ORDER_ASCENDING ? i : count - 1 - i;
        const int32_t id = operand[0] + distance;
        block *b = &blocks[id];
        if (b->start == NULL || distance % period >= run) continue;
        const unsigned char *start = b->start;
        content += (uint32_t)read_pattern(start, b->size, id);
        release_block(b);
        if (is_hooked(b->api)) fresh += (uint32_t)dead_bytes_of(start, b->size);
        last = start;
        freed++;
    }
    observation[OBSERVE_RESULT] = freed;
    observation[OBSERVE_CONTENT] = (int32_t)content;
    observation[OBSERVE_FRESH] = (int32_t)fresh;
    observe_header(last, observation);
}

#endif
