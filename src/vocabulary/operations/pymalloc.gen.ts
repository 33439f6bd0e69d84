/**
 * Domain pymalloc: Requests to pymalloc, one C call a program.
 * Generated from spec/operations/pymalloc.json by `npm run generate`: do not edit.
 */
import type { OperationTable } from "../table.js";

/* Words of a record and of an observation; operations from one snapshot to the next. */
export const RECORD_WORDS = 6;
export const OBSERVATION_WORDS = 12;
export const SNAPSHOT_EVERY = 16;

/* Codes of operations: the first word of a record. */
export const OP_MALLOC = 1;
export const OP_CALLOC = 2;
export const OP_REALLOC = 3;
export const OP_FREE = 4;
export const OP_FREE_NULL = 5;
export const OP_MALLOC_MANY = 6;
export const OP_FREE_MANY = 7;
export const OP_ARENA_BASES = 8;
export const OP_REFUSE_ARENAS = 9;
export const OP_REFUSE_RAW = 10;
export const OP_STATISTICS = 11;
export const OP_ALLOCATED_BLOCKS = 12;
export const OP_WRITE_AFTER = 13;
export const OP_WRITE_BEFORE = 14;
export const OP_FREE_BY_OTHER_API = 15;
export const OP_FREE_TWICE = 16;

/* Words of an observation. */
export const OBSERVE_RESULT = 0;
export const OBSERVE_CONTENT = 1;
export const OBSERVE_FRESH = 2;
export const OBSERVE_PADS = 3;
export const OBSERVE_COUNT = 4;
export const OBSERVE_FREEBLOCK = 5;
export const OBSERVE_NEXTPOOL = 6;
export const OBSERVE_PREVPOOL = 7;
export const OBSERVE_ARENAINDEX = 8;
export const OBSERVE_SZIDX = 9;
export const OBSERVE_NEXTOFFSET = 10;
export const OBSERVE_MAXNEXTOFFSET = 11;

/* Kinds of events. */
export const EVENT_ARENA_MAP = 1;
export const EVENT_ARENA_UNMAP = 2;
export const EVENT_RAW_MALLOC = 3;
export const EVENT_RAW_CALLOC = 4;
export const EVENT_RAW_REALLOC = 5;
export const EVENT_RAW_FREE = 6;
export const EVENT_ARENA_TABLE = 7;
export const EVENT_RADIX_NODE = 8;

/* Symbols of size. */
export const SIZE_IS_SIZE_MAX = -1;
export const SIZE_IS_PY_SSIZE_T_MAX = -2;
export const SIZE_IS_PY_SSIZE_T_MAX_PLUS_1 = -3;
export const SIZE_IS_PY_SSIZE_T_MAX_MINUS_23 = -4;
export const SIZE_IS_PY_SSIZE_T_MAX_MINUS_24 = -5;
export const SIZE_IS_2_POW_62 = -6;
export const SIZE_IS_2_POW_61 = -7;
export const SIZE_IS_2_POW_32 = -8;

/* Choices of api. */
export const API_OBJECT = 0;
export const API_MEM = 1;
export const API_RAW = 2;

/* Choices of freeOrder. */
export const FREE_ORDER_ASCENDING = 0;
export const FREE_ORDER_DESCENDING = 1;

/* Choices of baseOrder. */
export const BASE_ORDER_LOWEST = 0;
export const BASE_ORDER_HIGHEST = 1;

/* Choices of through. */
export const THROUGH_FREE = 0;
export const THROUGH_REALLOC = 1;

export type SizeText = number | "SIZE_MAX" | "PY_SSIZE_T_MAX" | "PY_SSIZE_T_MAX + 1" | "PY_SSIZE_T_MAX - 23" | "PY_SSIZE_T_MAX - 24" | "2^62" | "2^61" | "2^32";
export type Api = "object" | "mem" | "raw";
export type FreeOrder = "ascending" | "descending";
export type BaseOrder = "lowest" | "highest";
export type Through = "free" | "realloc";

/** An operation as people read it. */
export type PymallocOperation =
  | { readonly op: "malloc"; readonly id: number; readonly size: SizeText; readonly api: Api }
  | { readonly op: "calloc"; readonly id: number; readonly elements: SizeText; readonly elementSize: SizeText; readonly api: Api }
  | { readonly op: "realloc"; readonly id: number; readonly size: SizeText; readonly api: Api }
  | { readonly op: "free"; readonly id: number }
  | { readonly op: "free-null"; readonly api: Api }
  | { readonly op: "malloc-many"; readonly id: number; readonly count: number; readonly size: SizeText; readonly api: Api }
  | { readonly op: "free-many"; readonly id: number; readonly count: number; readonly run: number; readonly period: number; readonly freeOrder: FreeOrder }
  | { readonly op: "arena-bases"; readonly baseOrder: BaseOrder; readonly misalignment: number }
  | { readonly op: "refuse-arenas"; readonly refusals: number }
  | { readonly op: "refuse-raw"; readonly refusals: number }
  | { readonly op: "statistics" }
  | { readonly op: "allocated-blocks" }
  | { readonly op: "write-after"; readonly id: number; readonly distance: number; readonly through: Through }
  | { readonly op: "write-before"; readonly id: number; readonly distance: number; readonly through: Through }
  | { readonly op: "free-by-other-api"; readonly id: number; readonly api: Api; readonly through: Through }
  | { readonly op: "free-twice"; readonly id: number };

export const PYMALLOC_TABLE: OperationTable = {
  "domain": "pymalloc",
  "title": "Requests to pymalloc, one C call a program",
  "text": "A program is run inside one C call that holds the GIL, so nothing but the program allocates. Blocks have ids that never change; an operation whose block is missing, or whose id is taken, answers absent and does nothing. Addresses are byte offsets from the origin of the program's own address space (see spec/protocol.md).",
  "recordWords": 6,
  "observationWords": 12,
  "snapshotEvery": 16,
  "operations": [
    {
      "name": "malloc",
      "code": 1,
      "text": "Ask for a block and, when there is one, write to all of it.",
      "misuse": false,
      "operands": [
        {
          "name": "id",
          "type": "id",
          "kind": "id",
          "minimum": 0,
          "maximum": 262143,
          "text": "the block's id"
        },
        {
          "name": "size",
          "type": "size",
          "kind": "size",
          "minimum": 0,
          "maximum": 1048576,
          "text": "bytes; a symbol stands for a size that no machine can give",
          "symbols": {
            "SIZE_MAX": -1,
            "PY_SSIZE_T_MAX": -2,
            "PY_SSIZE_T_MAX + 1": -3,
            "PY_SSIZE_T_MAX - 23": -4,
            "PY_SSIZE_T_MAX - 24": -5,
            "2^62": -6,
            "2^61": -7,
            "2^32": -8
          }
        },
        {
          "name": "api",
          "type": "api",
          "kind": "choice",
          "values": [
            "object",
            "mem",
            "raw"
          ],
          "text": "PyObject_*, PyMem_* or PyMem_Raw*"
        }
      ]
    },
    {
      "name": "calloc",
      "code": 2,
      "text": "Ask for zeroed elements, look at the zeros, and write to all of it.",
      "misuse": false,
      "operands": [
        {
          "name": "id",
          "type": "id",
          "kind": "id",
          "minimum": 0,
          "maximum": 262143,
          "text": "the block's id"
        },
        {
          "name": "elements",
          "type": "size",
          "kind": "size",
          "minimum": 0,
          "maximum": 1048576,
          "text": "bytes; a symbol stands for a size that no machine can give",
          "symbols": {
            "SIZE_MAX": -1,
            "PY_SSIZE_T_MAX": -2,
            "PY_SSIZE_T_MAX + 1": -3,
            "PY_SSIZE_T_MAX - 23": -4,
            "PY_SSIZE_T_MAX - 24": -5,
            "2^62": -6,
            "2^61": -7,
            "2^32": -8
          }
        },
        {
          "name": "elementSize",
          "type": "size",
          "kind": "size",
          "minimum": 0,
          "maximum": 1048576,
          "text": "bytes; a symbol stands for a size that no machine can give",
          "symbols": {
            "SIZE_MAX": -1,
            "PY_SSIZE_T_MAX": -2,
            "PY_SSIZE_T_MAX + 1": -3,
            "PY_SSIZE_T_MAX - 23": -4,
            "PY_SSIZE_T_MAX - 24": -5,
            "2^62": -6,
            "2^61": -7,
            "2^32": -8
          }
        },
        {
          "name": "api",
          "type": "api",
          "kind": "choice",
          "values": [
            "object",
            "mem",
            "raw"
          ],
          "text": "PyObject_*, PyMem_* or PyMem_Raw*"
        }
      ]
    },
    {
      "name": "realloc",
      "code": 3,
      "text": "Resize a block with the API that gave it; with no block it is realloc(NULL, size) of the API named. What was kept is read, then all is written again.",
      "misuse": false,
      "operands": [
        {
          "name": "id",
          "type": "id",
          "kind": "id",
          "minimum": 0,
          "maximum": 262143,
          "text": "the block's id"
        },
        {
          "name": "size",
          "type": "size",
          "kind": "size",
          "minimum": 0,
          "maximum": 1048576,
          "text": "bytes; a symbol stands for a size that no machine can give",
          "symbols": {
            "SIZE_MAX": -1,
            "PY_SSIZE_T_MAX": -2,
            "PY_SSIZE_T_MAX + 1": -3,
            "PY_SSIZE_T_MAX - 23": -4,
            "PY_SSIZE_T_MAX - 24": -5,
            "2^62": -6,
            "2^61": -7,
            "2^32": -8
          }
        },
        {
          "name": "api",
          "type": "api",
          "kind": "choice",
          "values": [
            "object",
            "mem",
            "raw"
          ],
          "text": "PyObject_*, PyMem_* or PyMem_Raw*"
        }
      ]
    },
    {
      "name": "free",
      "code": 4,
      "text": "Read a block back and free it.",
      "misuse": false,
      "operands": [
        {
          "name": "id",
          "type": "id",
          "kind": "id",
          "minimum": 0,
          "maximum": 262143,
          "text": "the block's id"
        }
      ]
    },
    {
      "name": "free-null",
      "code": 5,
      "text": "Free the null pointer.",
      "misuse": false,
      "operands": [
        {
          "name": "api",
          "type": "api",
          "kind": "choice",
          "values": [
            "object",
            "mem",
            "raw"
          ],
          "text": "PyObject_*, PyMem_* or PyMem_Raw*"
        }
      ]
    },
    {
      "name": "malloc-many",
      "code": 6,
      "text": "Ask for many blocks of one size; the address of each is observed.",
      "misuse": false,
      "operands": [
        {
          "name": "id",
          "type": "id",
          "kind": "id",
          "minimum": 0,
          "maximum": 262143,
          "text": "the block's id"
        },
        {
          "name": "count",
          "type": "count",
          "kind": "integer",
          "minimum": 1,
          "maximum": 65536,
          "text": "how many blocks, with ids that follow the first"
        },
        {
          "name": "size",
          "type": "size",
          "kind": "size",
          "minimum": 0,
          "maximum": 1048576,
          "text": "bytes; a symbol stands for a size that no machine can give",
          "symbols": {
            "SIZE_MAX": -1,
            "PY_SSIZE_T_MAX": -2,
            "PY_SSIZE_T_MAX + 1": -3,
            "PY_SSIZE_T_MAX - 23": -4,
            "PY_SSIZE_T_MAX - 24": -5,
            "2^62": -6,
            "2^61": -7,
            "2^32": -8
          }
        },
        {
          "name": "api",
          "type": "api",
          "kind": "choice",
          "values": [
            "object",
            "mem",
            "raw"
          ],
          "text": "PyObject_*, PyMem_* or PyMem_Raw*"
        }
      ]
    },
    {
      "name": "free-many",
      "code": 7,
      "text": "Of the blocks id .. id + count - 1, free those whose distance from id, modulo period, is below run.",
      "misuse": false,
      "operands": [
        {
          "name": "id",
          "type": "id",
          "kind": "id",
          "minimum": 0,
          "maximum": 262143,
          "text": "the block's id"
        },
        {
          "name": "count",
          "type": "count",
          "kind": "integer",
          "minimum": 1,
          "maximum": 65536,
          "text": "how many blocks, with ids that follow the first"
        },
        {
          "name": "run",
          "type": "run",
          "kind": "integer",
          "minimum": 1,
          "maximum": 65536,
          "text": "of each period, the first so many blocks are freed"
        },
        {
          "name": "period",
          "type": "period",
          "kind": "integer",
          "minimum": 1,
          "maximum": 65536,
          "text": "length of the repeated pattern, in blocks"
        },
        {
          "name": "freeOrder",
          "type": "freeOrder",
          "kind": "choice",
          "values": [
            "ascending",
            "descending"
          ],
          "text": "in which order of ids"
        }
      ]
    },
    {
      "name": "arena-bases",
      "code": 8,
      "text": "Where later arenas are put.",
      "misuse": false,
      "operands": [
        {
          "name": "baseOrder",
          "type": "baseOrder",
          "kind": "choice",
          "values": [
            "lowest",
            "highest"
          ],
          "text": "which of the free arena slots serves the next arena"
        },
        {
          "name": "misalignment",
          "type": "misalignment",
          "kind": "integer",
          "minimum": 0,
          "maximum": 1023,
          "text": "added to the base of later arenas, in units of 16 bytes"
        }
      ]
    },
    {
      "name": "refuse-arenas",
      "code": 9,
      "text": "Refuse the next requests for an arena.",
      "misuse": false,
      "operands": [
        {
          "name": "refusals",
          "type": "refusals",
          "kind": "integer",
          "minimum": 0,
          "maximum": 65536,
          "text": "how many of the next requests are refused"
        }
      ]
    },
    {
      "name": "refuse-raw",
      "code": 10,
      "text": "Refuse the next requests for raw memory.",
      "misuse": false,
      "operands": [
        {
          "name": "refusals",
          "type": "refusals",
          "kind": "integer",
          "minimum": 0,
          "maximum": 65536,
          "text": "how many of the next requests are refused"
        }
      ]
    },
    {
      "name": "statistics",
      "code": 11,
      "text": "Read _PyObject_DebugMallocStats.",
      "misuse": false,
      "operands": []
    },
    {
      "name": "allocated-blocks",
      "code": 12,
      "text": "Read sys.getallocatedblocks().",
      "misuse": false,
      "operands": []
    },
    {
      "name": "write-after",
      "code": 13,
      "text": "Write a byte after the end of a block, then hand it back. Needs debug hooks.",
      "misuse": true,
      "operands": [
        {
          "name": "id",
          "type": "id",
          "kind": "id",
          "minimum": 0,
          "maximum": 262143,
          "text": "the block's id"
        },
        {
          "name": "distance",
          "type": "distance",
          "kind": "integer",
          "minimum": 1,
          "maximum": 7,
          "text": "how far outside the block the stray byte lies"
        },
        {
          "name": "through",
          "type": "through",
          "kind": "choice",
          "values": [
            "free",
            "realloc"
          ],
          "text": "the call through which the hooks meet the damage"
        }
      ]
    },
    {
      "name": "write-before",
      "code": 14,
      "text": "Write a byte before a block, then hand it back. Needs debug hooks.",
      "misuse": true,
      "operands": [
        {
          "name": "id",
          "type": "id",
          "kind": "id",
          "minimum": 0,
          "maximum": 262143,
          "text": "the block's id"
        },
        {
          "name": "distance",
          "type": "distance",
          "kind": "integer",
          "minimum": 1,
          "maximum": 7,
          "text": "how far outside the block the stray byte lies"
        },
        {
          "name": "through",
          "type": "through",
          "kind": "choice",
          "values": [
            "free",
            "realloc"
          ],
          "text": "the call through which the hooks meet the damage"
        }
      ]
    },
    {
      "name": "free-by-other-api",
      "code": 15,
      "text": "Hand a block back through an API that did not give it. Needs debug hooks.",
      "misuse": true,
      "operands": [
        {
          "name": "id",
          "type": "id",
          "kind": "id",
          "minimum": 0,
          "maximum": 262143,
          "text": "the block's id"
        },
        {
          "name": "api",
          "type": "api",
          "kind": "choice",
          "values": [
            "object",
            "mem",
            "raw"
          ],
          "text": "PyObject_*, PyMem_* or PyMem_Raw*"
        },
        {
          "name": "through",
          "type": "through",
          "kind": "choice",
          "values": [
            "free",
            "realloc"
          ],
          "text": "the call through which the hooks meet the damage"
        }
      ]
    },
    {
      "name": "free-twice",
      "code": 16,
      "text": "Free a block that pymalloc serves, and free it again. Needs debug hooks.",
      "misuse": true,
      "operands": [
        {
          "name": "id",
          "type": "id",
          "kind": "id",
          "minimum": 0,
          "maximum": 262143,
          "text": "the block's id"
        }
      ]
    }
  ],
  "observations": [
    {
      "name": "result",
      "text": "an address, or a number for statistics; null is -1, absent -2, an address outside the program's space -3, done -4"
    },
    {
      "name": "content",
      "text": "bytes that read back as they were written (before free, after realloc), zero bytes after calloc; summed over a bulk operation"
    },
    {
      "name": "fresh",
      "text": "with debug hooks: bytes 0xCD of new memory, or bytes 0xDD of freed memory; otherwise 0"
    },
    {
      "name": "pads",
      "text": "with debug hooks, of a new block: its letter, + 256 x leading pad bytes, + 4096 x trailing pad bytes, + 65536 x the low 16 bits of its recorded size; otherwise 0"
    },
    {
      "name": "count",
      "text": "pool header: blocks in use"
    },
    {
      "name": "freeblock",
      "text": "pool header: offset in the pool of the first free block, 0 where there is none"
    },
    {
      "name": "nextpool",
      "text": "pool header: a pool's address, null -1, the list head of class c is -16 - c, anything else -3"
    },
    {
      "name": "prevpool",
      "text": "pool header: as nextpool"
    },
    {
      "name": "arenaindex",
      "text": "pool header: numbered by first mapping in the program"
    },
    {
      "name": "szidx",
      "text": "pool header: size class"
    },
    {
      "name": "nextoffset",
      "text": "pool header: offset of the first block never handed out"
    },
    {
      "name": "maxnextoffset",
      "text": "pool header: the largest offset at which a block still fits"
    }
  ],
  "events": [
    {
      "name": "arena-map",
      "code": 1,
      "text": "pymalloc asks for an arena: size, and its base or -1 as result"
    },
    {
      "name": "arena-unmap",
      "code": 2,
      "text": "pymalloc gives an arena back: base as pointer, size"
    },
    {
      "name": "raw-malloc",
      "code": 3,
      "text": "a request that reaches the raw domain: size, result"
    },
    {
      "name": "raw-calloc",
      "code": 4,
      "text": "likewise: count, size, result"
    },
    {
      "name": "raw-realloc",
      "code": 5,
      "text": "likewise: pointer, size, result"
    },
    {
      "name": "raw-free",
      "code": 6,
      "text": "likewise: pointer"
    },
    {
      "name": "arena-table",
      "code": 7,
      "text": "pymalloc grows its table of arenas: size in bytes"
    },
    {
      "name": "radix-node",
      "code": 8,
      "text": "pymalloc adds a node to its map of arenas: size in bytes"
    }
  ]
};
