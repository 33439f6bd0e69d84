/* The operations that misuse a block. With debug hooks they end the process: a mark on stderr says
   beforehand which operation it was. Without hooks they would damage the heap, and are absent. */
#ifndef PYMEMSPEC_MISUSE_H
#define PYMEMSPEC_MISUSE_H

#include "blocks.h"

static char *write_decimal(char *end, uint64_t number) {
    uint32_t rest = (uint32_t)number; /* counts of operations and blocks fit */
    do {
        *--end = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    return end;
}

/* Writes the mark straight to the descriptor: nothing else of the process may run in between. */
static void mark_operation(void) {
    static const char text[] = "pymemspec: operation ";
    char line[64];
    char digits[16];
    char *end = digits + sizeof digits;
    const char *first = write_decimal(end, (uint64_t)current_operation);
    size_t length = sizeof text - 1;
    memcpy(line, text, length);
    memcpy(line + length, first, (size_t)(end - first));
    length += (size_t)(end - first);
    line[length++] = '\n';
    if (write(2, line, length) < 0) {
        fail("the mark of operation % could not be written", current_operation);
    }
}

/* Hands a block back; where the hooks let that pass it is gone, as if nothing had been wrong. */
static void hand_back(block *b, int api, int through, int32_t *observation) {
    unsigned char *start = b->start;
    mark_operation();
    b->start = NULL;
    if (through == THROUGH_REALLOC) start = request_realloc(api, start, b->size + 1);
    if (start != NULL) request_free(api, start);
    observation[OBSERVE_RESULT] = RESULT_DONE;
}

static void run_write_outside(const int32_t *operand, int32_t *observation, bool behind) {
    block *b = &blocks[operand[0]];
    const size_t distance = (size_t)operand[1];
    /* The pads before a block are one byte less than a word. */
    if (b->start == NULL || !is_hooked(b->api) || distance >= WORD) {
        observation[OBSERVE_RESULT] = RESULT_ABSENT;
        return;
    }
    *(behind ? b->start + b->size + distance - 1 : b->start - distance) = 0;
    hand_back(b, b->api, operand[2], observation);
}

static void run_free_by_other_api(const int32_t *operand, int32_t *observation) {
    block *b = &blocks[operand[0]];
    const int api = operand[1];
    if (b->start == NULL || !is_hooked(b->api) || api == API_RAW || api == b->api) {
        observation[OBSERVE_RESULT] = RESULT_ABSENT;
        return;
    }
    hand_back(b, api, operand[2], observation);
}

static void run_free_twice(const int32_t *operand, int32_t *observation) {
    block *b = &blocks[operand[0]];
    if (b->start == NULL || !is_hooked(b->api) || !in_arenas(b->start)) {
        observation[OBSERVE_RESULT] = RESULT_ABSENT;
        return;
    }
    unsigned char *start = b->start;
    mark_operation();
    release_block(b);
    request_free(b->api, start);
    observation[OBSERVE_RESULT] = RESULT_DONE;
}

#endif
