/* The events of a trace: eight words each (spec/protocol.md, run). */
#ifndef PYMEMSPEC_EVENTS_H
#define PYMEMSPEC_EVENTS_H

#include "operations.gen.h"
#include "words.h"

#define EVENT_WORDS 8

static word_list events;
/* Only a program is reported: not the way to its start state, nor the way back from its end. */
static bool recording;
static int32_t current_operation;

static void record_event(int kind, int32_t pointer, uint64_t count, uint64_t size, int32_t result) {
    if (!recording || !words_reserve(&events, EVENT_WORDS)) return;
    int32_t *event = events.words + events.count;
    events.count += EVENT_WORDS;
    event[0] = current_operation;
    event[1] = kind;
    event[2] = pointer;
    event[3] = (int32_t)(uint32_t)count;
    event[4] = (int32_t)(uint32_t)(count >> 32);
    event[5] = (int32_t)(uint32_t)size;
    event[6] = (int32_t)(uint32_t)(size >> 32);
    event[7] = result;
}

#endif
