/* Checks a program before it runs, against the ranges of spec/operations/pymalloc.json, and finds
   what must be prepared for it. What is checked here needs no second look while it runs. */
#ifndef PYMEMSPEC_CHECK_H
#define PYMEMSPEC_CHECK_H

#include "operations.gen.h"
#include "python.h"
#include "words.h"

#define MOST_OPERANDS (RECORD_WORDS - 1)

typedef enum {
    NOTHING, ID, SIZE, COUNT, API, FREE_ORDER, BASE_ORDER, MISALIGNMENT, REFUSALS, THROUGH, DISTANCE
} operand_kind;

static const int32_t operand_range[][2] = {
    [NOTHING] = {0, 0},
    [ID] = {0, 262143},
    [SIZE] = {SIZE_IS_2_POW_32, 1048576},
    [COUNT] = {1, 65536},
    [API] = {0, API_COUNT - 1},
    [FREE_ORDER] = {0, 1},
    [BASE_ORDER] = {0, 1},
    [MISALIGNMENT] = {0, 1023},
    [REFUSALS] = {0, 65536},
    [THROUGH] = {0, 1},
    [DISTANCE] = {1, 7},
};

static const unsigned char operands_of[][MOST_OPERANDS] = {
    [OP_MALLOC] = {ID, SIZE, API},
    [OP_CALLOC] = {ID, SIZE, SIZE, API},
    [OP_REALLOC] = {ID, SIZE, API},
    [OP_FREE] = {ID},
    [OP_FREE_NULL] = {API},
    [OP_MALLOC_MANY] = {ID, COUNT, SIZE, API},
    [OP_FREE_MANY] = {ID, COUNT, COUNT, COUNT, FREE_ORDER},
    [OP_ARENA_BASES] = {BASE_ORDER, MISALIGNMENT},
    [OP_REFUSE_ARENAS] = {REFUSALS},
    [OP_REFUSE_RAW] = {REFUSALS},
    [OP_STATISTICS] = {NOTHING},
    [OP_ALLOCATED_BLOCKS] = {NOTHING},
    [OP_WRITE_AFTER] = {ID, DISTANCE, THROUGH},
    [OP_WRITE_BEFORE] = {ID, DISTANCE, THROUGH},
    [OP_FREE_BY_OTHER_API] = {ID, API, THROUGH},
    [OP_FREE_TWICE] = {ID},
};
#define OPERATION_CODES ((int32_t)(sizeof operands_of / sizeof operands_of[0]))

/* What a program needs before it starts. */
typedef struct {
    size_t ids; /* one more than the largest id */
    bool statistics;
    bool allocated_blocks;
} needs;

/* False, and a failure, where a record is not as the table says. */
static bool check_program(const int32_t *records, size_t operations, needs *found) {
    *found = (needs){0, false, false};
    for (size_t i = 0; i < operations; i++) {
        const int32_t *record = records + i * RECORD_WORDS;
        const int32_t code = record[0];
        if (code < 1 || code >= OPERATION_CODES) {
            fail("operation % has a code that is not in the table of operations", (int64_t)i);
            return false;
        }
        for (int j = 0; j < MOST_OPERANDS; j++) {
            const int32_t *range = operand_range[operands_of[code][j]];
            if (record[1 + j] >= range[0] && record[1 + j] <= range[1]) continue;
            fail("operation % has an operand that is out of its range", (int64_t)i);
            return false;
        }
        if (operands_of[code][0] == ID) {
            const bool many = code == OP_MALLOC_MANY || code == OP_FREE_MANY;
            const size_t end = (size_t)record[1] + (many ? (size_t)record[2] : 1);
            if (end > found->ids) found->ids = end;
        }
        if (code == OP_STATISTICS) found->statistics = true;
        if (code == OP_ALLOCATED_BLOCKS) found->allocated_blocks = true;
    }
    return true;
}

#endif
