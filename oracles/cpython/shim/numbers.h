/* The numbers that CPython gives of itself: _PyObject_DebugMallocStats and sys.getallocatedblocks,
   less what they were at the start (spec/protocol.md, statistics). */
#ifndef PYMEMSPEC_NUMBERS_H
#define PYMEMSPEC_NUMBERS_H

#include "headers.h"
#include "python.h"

#define DUMP_BYTES 32768
#define CLASS_NUMBERS 3

typedef struct {
    int64_t classes[MAX_CLASSES][CLASS_NUMBERS]; /* pools, blocks in use, available blocks */
    int64_t arenas_now;
    int64_t arenas_total;
    int64_t arenas_reclaimed;
    int64_t unused_pools;
} statistics;

static statistics statistics_at_start;
static int64_t allocated_at_start;
static char dump[DUMP_BYTES];

/* Reads digits, with commas between thousands; moves past them. -1 where there are none. */
static int64_t read_number(const char **text) {
    const char *at = *text;
    while (*at == ' ') at++;
    int64_t number = *at >= '0' && *at <= '9' ? 0 : -1;
    for (; (*at >= '0' && *at <= '9') || (*at == ',' && number >= 0); at++) {
        if (*at != ',') number = number * 10 + (*at - '0');
    }
    *text = at;
    return number;
}

/* Where the text goes on after a beginning, or null where it begins otherwise. */
static const char *after(const char *text, const char *beginning) {
    while (*beginning != '\0') {
        if (*text++ != *beginning++) return NULL;
    }
    return text;
}

static bool read_value(const char *line, const char *name, int64_t *value) {
    const char *rest = after(line, name);
    if (rest == NULL) return false;
    while (*rest == ' ' || *rest == '=') rest++;
    *value = read_number(&rest);
    return true;
}

/* A line of the table of classes: class, size, pools, blocks in use, available blocks. */
static bool read_class(const char *line, statistics *into) {
    const int64_t size_class = read_number(&line);
    if (size_class < 0 || size_class >= CLASSES) return false;
    int64_t rest[1 + CLASS_NUMBERS];
    for (int i = 0; i < 1 + CLASS_NUMBERS; i++) rest[i] = read_number(&line);
    if (*line != '\n' || rest[CLASS_NUMBERS] < 0) return false;
    for (int i = 0; i < CLASS_NUMBERS; i++) into->classes[size_class][i] = rest[1 + i];
    return true;
}

static void read_line(const char *line, statistics *into) {
    if (read_class(line, into)) return;
    if (read_value(line, "# arenas allocated current", &into->arenas_now)) return;
    if (read_value(line, "# arenas allocated total", &into->arenas_total)) return;
    if (read_value(line, "# arenas reclaimed", &into->arenas_reclaimed)) return;
    const int64_t number = read_number(&line);
    if (number >= 0 && after(line, " unused pools * ") != NULL) into->unused_pools = number;
}

static void take_statistics(statistics *into) {
    memset(into, 0, sizeof *into);
    into->arenas_now = into->arenas_total = into->arenas_reclaimed = into->unused_pools = -1;
    dump[0] = '\0';
    void *file = fmemopen(dump, DUMP_BYTES - 1, "w");
    if (file == NULL) {
        fail("there is no memory for statistics", 0);
        return;
    }
    python.debug_malloc_stats(file);
    fclose(file);
    dump[DUMP_BYTES - 1] = '\0';
    for (const char *line = dump; *line != '\0';) {
        read_line(line, into);
        while (*line != '\0' && *line++ != '\n') continue;
    }
    if (into->arenas_now < 0 || into->arenas_total < 0 || into->arenas_reclaimed < 0 ||
        into->unused_pools < 0) {
        fail("_PyObject_DebugMallocStats does not print what this oracle knows how to read", 0);
    }
}

static void report_statistics(word_list *list) {
    statistics now;
    const statistics *start = &statistics_at_start;
    take_statistics(&now);
    for (int i = 0; i < CLASSES; i++) {
        for (int j = 0; j < CLASS_NUMBERS; j++) {
            words_push(list, (int32_t)(now.classes[i][j] - start->classes[i][j]));
        }
    }
    words_push(list, (int32_t)(now.arenas_now - start->arenas_now));
    words_push(list, (int32_t)(now.arenas_total - start->arenas_total));
    words_push(list, (int32_t)(now.arenas_reclaimed - start->arenas_reclaimed));
    words_push(list, (int32_t)now.unused_pools);
}

#endif
