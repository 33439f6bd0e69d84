/* Runs a program, operation by operation, from its start state to its end. */
#ifndef PYMEMSPEC_PROGRAM_H
#define PYMEMSPEC_PROGRAM_H

#include "blockcount.h"
#include "bulk.h"
#include "check.h"
#include "misuse.h"
#include "numbers.h"
#include "reserve.h"

static word_list observations;
static word_list extra;
static word_list detail;

static void run_operation(const int32_t *record, int32_t *observation) {
    const int32_t *operand = record + 1;
    switch (record[0]) {
        case OP_MALLOC: return run_malloc(operand, observation);
        case OP_CALLOC: return run_calloc(operand, observation);
        case OP_REALLOC: return run_realloc(operand, observation);
        case OP_FREE: return run_free(operand, observation);
        case OP_MALLOC_MANY: return run_malloc_many(operand, observation, &extra);
        case OP_FREE_MANY: return run_free_many(operand, observation);
        case OP_WRITE_AFTER: return run_write_outside(operand, observation, true);
        case OP_WRITE_BEFORE: return run_write_outside(operand, observation, false);
        case OP_FREE_BY_OTHER_API: return run_free_by_other_api(operand, observation);
        case OP_FREE_TWICE: return run_free_twice(operand, observation);
        case OP_ALLOCATED_BLOCKS:
            observation[OBSERVE_RESULT] = (int32_t)(count_blocks() - allocated_at_start);
            return;
        case OP_FREE_NULL: request_free(operand[0], NULL); break;
        case OP_ARENA_BASES:
            highest_first = operand[0] == BASE_ORDER_HIGHEST;
            misalignment = (size_t)operand[1] * MISALIGNMENT_BYTES;
            break;
        case OP_REFUSE_ARENAS: arena_refusals = operand[0]; break;
        case OP_REFUSE_RAW: raw_refusals = operand[0]; break;
        case OP_STATISTICS: report_statistics(&extra); break;
    }
    observation[OBSERVE_RESULT] = RESULT_DONE;
}

static void run_operations(const int32_t *records, size_t operations, int64_t detailed) {
    for (size_t i = 0; i < operations && failure == NULL; i++) {
        current_operation = (int32_t)i;
        run_operation(records + i * RECORD_WORDS, observations.words + i * OBSERVATION_WORDS);
        if ((i + 1) % SNAPSHOT_EVERY == 0 || i + 1 == operations) snapshot_digest(&extra);
        if ((int64_t)i == detailed) snapshot_words(&detail);
    }
}

/* Frees what the program left, without a report. */
static void free_blocks(const int32_t *records, size_t operations) {
    for (size_t i = 0; i < operations; i++) {
        const int32_t *record = records + i * RECORD_WORDS;
        if (operands_of[record[0]][0] != ID) continue;
        const int32_t count = record[0] == OP_MALLOC_MANY ? record[2] : 1;
        for (int32_t id = record[1]; id < record[1] + count; id++) {
            if (blocks[id].start != NULL) release_block(&blocks[id]);
        }
    }
}

static void clear_lists(void) {
    observations.count = extra.count = events.count = detail.count = 0;
}

/* Runs a checked program; what it reports is in the lists above, and in `events`. */
static void run_program(const int32_t *records, size_t operations, const needs *found,
                        int64_t detailed) {
    const size_t words = operations * OBSERVATION_WORDS;
    clear_lists();
    if (!blocks_reserve(found->ids) || !words_reserve(&observations, words)) return;
    if (words > 0) memset(observations.words, 0, words * sizeof(int32_t));
    observations.count = words;
    if (found->allocated_blocks) count_blocks_prepare();
    arenas_install();
    reach_start();
    if (failure == NULL) {
        if (found->statistics) take_statistics(&statistics_at_start);
        if (found->allocated_blocks) allocated_at_start = count_blocks();
        raw_reset();
        raw_install();
        recording = true;
        run_operations(records, operations, detailed);
        recording = false;
        free_blocks(records, operations);
        raw_restore();
        give_start_back();
    }
    arenas_restore();
    if (failure == NULL) free_fill();
}

#endif
