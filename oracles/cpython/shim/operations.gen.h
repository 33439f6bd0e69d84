/* Domain pymalloc: numbers that both sides of the protocol use.
   Generated from spec/operations/pymalloc.json by `npm run generate`: do not edit. */
#ifndef PYMEMSPEC_OPERATIONS_H
#define PYMEMSPEC_OPERATIONS_H

/* Words of a record and of an observation; operations from one snapshot to the next. */
#define RECORD_WORDS 6
#define OBSERVATION_WORDS 12
#define SNAPSHOT_EVERY 16

/* Codes of operations: the first word of a record. */
#define OP_MALLOC 1
#define OP_CALLOC 2
#define OP_REALLOC 3
#define OP_FREE 4
#define OP_FREE_NULL 5
#define OP_MALLOC_MANY 6
#define OP_FREE_MANY 7
#define OP_ARENA_BASES 8
#define OP_REFUSE_ARENAS 9
#define OP_REFUSE_RAW 10
#define OP_STATISTICS 11
#define OP_ALLOCATED_BLOCKS 12
#define OP_WRITE_AFTER 13
#define OP_WRITE_BEFORE 14
#define OP_FREE_BY_OTHER_API 15
#define OP_FREE_TWICE 16

/* Words of an observation. */
#define OBSERVE_RESULT 0
#define OBSERVE_CONTENT 1
#define OBSERVE_FRESH 2
#define OBSERVE_PADS 3
#define OBSERVE_COUNT 4
#define OBSERVE_FREEBLOCK 5
#define OBSERVE_NEXTPOOL 6
#define OBSERVE_PREVPOOL 7
#define OBSERVE_ARENAINDEX 8
#define OBSERVE_SZIDX 9
#define OBSERVE_NEXTOFFSET 10
#define OBSERVE_MAXNEXTOFFSET 11

/* Kinds of events. */
#define EVENT_ARENA_MAP 1
#define EVENT_ARENA_UNMAP 2
#define EVENT_RAW_MALLOC 3
#define EVENT_RAW_CALLOC 4
#define EVENT_RAW_REALLOC 5
#define EVENT_RAW_FREE 6
#define EVENT_ARENA_TABLE 7
#define EVENT_RADIX_NODE 8

/* Symbols of size. */
#define SIZE_IS_SIZE_MAX (-1)
#define SIZE_IS_PY_SSIZE_T_MAX (-2)
#define SIZE_IS_PY_SSIZE_T_MAX_PLUS_1 (-3)
#define SIZE_IS_PY_SSIZE_T_MAX_MINUS_23 (-4)
#define SIZE_IS_PY_SSIZE_T_MAX_MINUS_24 (-5)
#define SIZE_IS_2_POW_62 (-6)
#define SIZE_IS_2_POW_61 (-7)
#define SIZE_IS_2_POW_32 (-8)

/* Choices of api. */
#define API_OBJECT 0
#define API_MEM 1
#define API_RAW 2

/* Choices of freeOrder. */
#define FREE_ORDER_ASCENDING 0
#define FREE_ORDER_DESCENDING 1

/* Choices of baseOrder. */
#define BASE_ORDER_LOWEST 0
#define BASE_ORDER_HIGHEST 1

/* Choices of through. */
#define THROUGH_FREE 0
#define THROUGH_REALLOC 1

#endif
