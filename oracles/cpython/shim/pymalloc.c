/* The shim: runs a whole program of domain pymalloc in one C call that holds the GIL, so that
   nothing but the program allocates (spec/protocol.md, Domain pymalloc). One translation unit:

       cc -O3 -fPIC -shared -o pymalloc.so pymalloc.c

   Python loads it with ctypes and hands in the addresses of the C API, so neither Python's headers
   nor its version matter. */
#include "program.h"

#define EXPORT __attribute__((visibility("default")))
#define MESSAGE_BYTES 256

/* What a run reports: addresses and sizes in bytes, in this order (pymalloc.py reads them). */
enum {
    REPORT_OBSERVATIONS = 0,
    REPORT_EXTRA = 2,
    REPORT_EVENTS = 4,
    REPORT_DETAIL = 6,
    REPORT_FILLED = 8 /* blocks that it took to fill the interpreter's arenas */
};

static char message[MESSAGE_BYTES];
/* After a failure in the middle of a run the interpreter's heap is not as it was. */
static bool spoilt;

/* The failure's text, with its number in the place of the %. */
static const char *failure_message(void) {
    char digits[16];
    char *end = digits + sizeof digits;
    size_t length = 0;
    for (const char *at = failure; *at != '\0' && length < MESSAGE_BYTES - 20; at++) {
        if (*at != '%') {
            message[length++] = *at;
            continue;
        }
        const char *first = write_decimal(end, (uint64_t)failure_number);
        memcpy(message + length, first, (size_t)(end - first));
        length += (size_t)(end - first);
    }
    message[length] = '\0';
    return message;
}

/* Prepares the shim, once a process. `functions` are python_functions. Gives the origin of the
   space, or 0 where there is no room for it. */
EXPORT uint64_t pymemspec_open(const python_functions *functions, int with_hooks) {
    python_open(functions);
    hooks = with_hooks != 0;
    contents_open();
    numbers_open();
    return space_open() ? (uint64_t)(uintptr_t)origin : 0;
}

static void report_list(int64_t *report, int place, const word_list *list) {
    report[place] = (int64_t)(uintptr_t)list->words;
    report[place + 1] = (int64_t)(list->count * sizeof(int32_t));
}

/* Runs the program in `records`; after operation `detailed`, unless it is -1, the state is written
   out. Gives null and a report, whose lists hold until the next run, or else what went wrong. */
EXPORT const char *pymemspec_run(const int32_t *records, int64_t words, int64_t detailed,
                                 int64_t *report) {
    const size_t operations = (size_t)words / RECORD_WORDS;
    needs found;
    failure = NULL;
    if (spoilt) {
        fail("an earlier program failed and left its traces: start this oracle anew", 0);
    } else if (detailed >= (int64_t)operations) {
        fail("there is no operation % to give details of", detailed);
    } else if (check_program(records, operations, &found)) {
        run_program(records, operations, &found, detailed);
        spoilt = failure != NULL;
    }
    if (failure != NULL) return failure_message();
    report_list(report, REPORT_OBSERVATIONS, &observations);
    report_list(report, REPORT_EXTRA, &extra);
    report_list(report, REPORT_EVENTS, &events);
    report_list(report, REPORT_DETAIL, &detail);
    report[REPORT_FILLED] = (int64_t)filled;
    return NULL;
}
