/* Growing lists of 32-bit words: what a program reports. They use the C library's heap, which
   nothing of pymalloc depends on, and are kept from one program to the next. Also the one place
   where a run notes that it failed. */
#ifndef PYMEMSPEC_WORDS_H
#define PYMEMSPEC_WORDS_H

#include "platform.h"

typedef struct {
    int32_t *words;
    size_t count;
    size_t room;
} word_list;

/* Why the run failed; null while it has not. The number goes where the text has a %. */
static const char *failure;
static int64_t failure_number;

static void fail(const char *text, int64_t number) {
    if (failure != NULL) return; /* the first failure explains those after it */
    failure = text;
    failure_number = number;
}

/* Makes room for more words: false, and a failure, where there is no memory. */
static bool words_reserve(word_list *list, size_t more) {
    if (list->room - list->count >= more) return true;
    size_t room = list->room < 1024 ? 1024 : list->room;
    while (room - list->count < more) {
        if (room > SIZE_MAX / 8) break;
        room *= 2;
    }
    int32_t *words = NULL;
    if (room - list->count >= more) words = realloc(list->words, room * sizeof(int32_t));
    if (words == NULL) {
        fail("there is no memory for the trace", 0);
        return false;
    }
    list->words = words;
    list->room = room;
    return true;
}

static inline void words_push(word_list *list, int32_t word) {
    if (list->count == list->room && !words_reserve(list, 1)) return;
    list->words[list->count++] = word;
}

/* A list with room for so many pointers, grown when needed; null and a failure where it cannot. */
static void **pointers_reserve(void **pointers, size_t *room, size_t needed) {
    if (needed <= *room) return pointers;
    size_t more = *room < 4096 ? 4096 : *room;
    while (more < needed) more *= 2;
    void **grown = realloc(pointers, more * sizeof(void *));
    if (grown == NULL) {
        fail("there is no memory for the blocks of the start state", 0);
        return NULL;
    }
    *room = more;
    return grown;
}

#endif
