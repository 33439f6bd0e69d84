/* The part of CPython's C API that the shim calls, as function pointers that Python hands in. The
   structs are public API (PEP 445) and have not changed since 3.5. */
#ifndef PYMEMSPEC_PYTHON_H
#define PYMEMSPEC_PYTHON_H

#include "operations.gen.h"
#include "platform.h"

/* PyMemAllocatorEx */
typedef struct {
    void *context;
    void *(*malloc)(void *context, size_t size);
    void *(*calloc)(void *context, size_t count, size_t size);
    void *(*realloc)(void *context, void *block, size_t size);
    void (*free)(void *context, void *block);
} domain_allocator;

/* PyObjectArenaAllocator */
typedef struct {
    void *context;
    void *(*alloc)(void *context, size_t size);
    void (*free)(void *context, void *base, size_t size);
} arena_allocator;

/* PyMemAllocatorDomain */
#define DOMAIN_RAW 0
#define DOMAIN_OBJECT 2

/* One of the three families of functions. */
typedef struct {
    void *(*malloc)(size_t size);
    void *(*calloc)(size_t count, size_t size);
    void *(*realloc)(void *block, size_t size);
    void (*free)(void *block);
} memory_api;

/* In this order the pointers are handed in (pymalloc.py, FUNCTIONS). */
typedef struct {
    memory_api raw;
    memory_api mem;
    memory_api object;
    void (*get_allocator)(int domain, domain_allocator *allocator);
    void (*set_allocator)(int domain, domain_allocator *allocator);
    void (*get_arena_allocator)(arena_allocator *allocator);
    void (*set_arena_allocator)(arena_allocator *allocator);
    int (*debug_malloc_stats)(void *file);
    void *(*call_object)(void *callable, void *arguments);
    intptr_t (*as_ssize)(void *integer);
    void (*decref)(void *object);
    void *getallocatedblocks; /* the function object sys.getallocatedblocks */
} python_functions;

static python_functions python;

/* The families by the operand that chooses one. */
#define API_COUNT 3
static memory_api api_functions[API_COUNT];

static void python_open(const python_functions *functions) {
    python = *functions;
    api_functions[API_RAW] = python.raw;
    api_functions[API_MEM] = python.mem;
    api_functions[API_OBJECT] = python.object;
}

/* Whether the debug hooks are in force, and then what they put around a block (3.8 and newer). */
static bool hooks;
#define WORD sizeof(size_t)
#define HOOKS_BEFORE (2 * WORD)
#define HOOKS_OVERHEAD (3 * WORD)

#endif
