/* Calls sys.getallocatedblocks() in the middle of a program. Its result is an int object, which
   must not come from pymalloc: during the call the object domain is served from a buffer here. */
#ifndef PYMEMSPEC_BLOCKCOUNT_H
#define PYMEMSPEC_BLOCKCOUNT_H

#include "python.h"
#include "words.h"

#define DESK_BYTES 8192
#define DESK_GRAIN 16

static domain_allocator own_objects; /* the interpreter's */
static _Alignas(16) unsigned char desk[DESK_BYTES];
static size_t desk_end;
static int desk_blocks;

static bool on_desk(const void *p) { return (uintptr_t)p - (uintptr_t)desk < DESK_BYTES; }

static void *desk_malloc(void *context, size_t size) {
    (void)context;
    if (size > DESK_BYTES || desk_end + DESK_GRAIN + size > DESK_BYTES) return NULL;
    unsigned char *block = desk + desk_end;
    desk_end += (size / DESK_GRAIN + 1) * DESK_GRAIN;
    desk_blocks++;
    return block;
}

static void *desk_calloc(void *context, size_t count, size_t size) {
    if (count != 0 && size > DESK_BYTES / count) return NULL;
    void *block = desk_malloc(context, count * size);
    if (block != NULL) memset(block, 0, count * size);
    return block;
}

/* Nothing in that call resizes an object; were it so, it would see a lack of memory. */
static void *desk_realloc(void *context, void *block, size_t size) {
    return block == NULL ? desk_malloc(context, size) : NULL;
}

static void desk_free(void *context, void *block) {
    (void)context;
    if (on_desk(block)) desk_blocks--;
    else own_objects.free(own_objects.context, block);
}

/* sys.getallocatedblocks(), with no trace in pymalloc; 0 and a failure where it cannot be had. */
static int64_t count_blocks(void) {
    domain_allocator ours = {NULL, desk_malloc, desk_calloc, desk_realloc, desk_free};
    python.get_allocator(DOMAIN_OBJECT, &own_objects);
    python.set_allocator(DOMAIN_OBJECT, &ours);
    desk_end = 0;
    desk_blocks = 0;
    void *result = python.call_object(python.getallocatedblocks, NULL);
    int64_t count = 0;
    if (result == NULL) {
        fail("sys.getallocatedblocks() raised an exception", 0);
    } else {
        count = python.as_ssize(result);
        python.decref(result);
    }
    python.set_allocator(DOMAIN_OBJECT, &own_objects);
    if (desk_blocks != 0) fail("the interpreter kept % blocks of a call for itself", desk_blocks);
    return count;
}

/* Since 3.14 the interpreter keeps freed ints for later ones. This gives it one of its own. */
static void count_blocks_prepare(void) {
    void *result = python.call_object(python.getallocatedblocks, NULL);
    if (result == NULL) fail("sys.getallocatedblocks() raised an exception", 0);
    else python.decref(result);
}

#endif
