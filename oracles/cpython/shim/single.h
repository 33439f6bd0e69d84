/* The operations on one block: malloc, calloc, realloc, free. Each takes its operands and fills its
   observation, which is all zeros before. */
#ifndef PYMEMSPEC_SINGLE_H
#define PYMEMSPEC_SINGLE_H

#include "blocks.h"
#include "sizes.h"

static void run_malloc(const int32_t *operand, int32_t *observation) {
    block *b = &blocks[operand[0]];
    const int api = operand[2];
    size_t size;
    if (b->start != NULL || !size_exists(operand[1], &size)) {
        observation[OBSERVE_RESULT] = RESULT_ABSENT;
        return;
    }
    unsigned char *start = request_malloc(api, size);
    observation[OBSERVE_RESULT] = offset_of(start);
    if (start != NULL) {
        if (is_hooked(api)) {
            observation[OBSERVE_FRESH] = (int32_t)leading(start, size, clean_bytes);
            observation[OBSERVE_PADS] = read_pads(start, size);
        }
        keep_block(b, operand[0], api, start, size);
    }
    observe_header(start, observation);
}

static void run_calloc(const int32_t *operand, int32_t *observation) {
    block *b = &blocks[operand[0]];
    const int api = operand[3];
    size_t count, each;
    if (b->start != NULL || !size_exists(operand[1], &count) || !size_exists(operand[2], &each)) {
        observation[OBSERVE_RESULT] = RESULT_ABSENT;
        return;
    }
    mapped_in_call = false;
    unsigned char *start = api_functions[api].calloc(count, each);
    observation[OBSERVE_RESULT] = offset_of(start);
    if (start != NULL) {
        size_t size;
        /* A block for an impossible product is a fault; nothing is known to belong to it. */
        if (!multiply(count, each, &size)) size = 0;
        observation[OBSERVE_CONTENT] = (int32_t)leading(start, size, zero_bytes);
        if (is_hooked(api)) observation[OBSERVE_PADS] = read_pads(start, size);
        keep_block(b, operand[0], api, start, size);
    }
    observe_header(start, observation);
}

static void run_realloc(const int32_t *operand, int32_t *observation) {
    const int32_t id = operand[0];
    block *b = &blocks[id];
    size_t size;
    if (!size_exists(operand[1], &size)) {
        observation[OBSERVE_RESULT] = RESULT_ABSENT;
        return;
    }
    const int api = b->start == NULL ? operand[2] : b->api;
    const size_t before = b->start == NULL ? 0 : b->size;
    unsigned char *start = request_realloc(api, b->start, size);
    observation[OBSERVE_RESULT] = offset_of(start);
    if (start == NULL) {
        if (b->start == NULL) return observe_header(NULL, observation);
        observation[OBSERVE_CONTENT] = (int32_t)read_pattern(b->start, before, id);
        return observe_header(b->start, observation);
    }
    const size_t kept = before < size ? before : size;
    observation[OBSERVE_CONTENT] = (int32_t)read_pattern(start, kept, id);
    if (is_hooked(api)) {
        observation[OBSERVE_FRESH] = (int32_t)leading(start + kept, size - kept, clean_bytes);
        observation[OBSERVE_PADS] = read_pads(start, size);
    }
    keep_block(b, id, api, start, size);
    observe_header(start, observation);
}

static void run_free(const int32_t *operand, int32_t *observation) {
    block *b = &blocks[operand[0]];
    if (b->start == NULL) {
        observation[OBSERVE_RESULT] = RESULT_ABSENT;
        return;
    }
    const unsigned char *start = b->start;
    observation[OBSERVE_RESULT] = RESULT_DONE;
    observation[OBSERVE_CONTENT] = (int32_t)read_pattern(start, b->size, operand[0]);
    release_block(b);
    if (is_hooked(b->api)) observation[OBSERVE_FRESH] = (int32_t)dead_bytes_of(start, b->size);
    observe_header(start, observation);
}

#endif
