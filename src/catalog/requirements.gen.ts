/**
 * The requirements in full, in the order of REQUIREMENT_IDS.
 * Generated from spec/requirements/*.md by `npm run generate`: do not edit.
 */
import type { RequirementInfo } from "./requirement.js";

export const REQUIREMENTS: readonly RequirementInfo[] = [
  {
    "id": "PYM-001",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A request of no bytes gives a block of its own, not null",
    "strength": "documented",
    "when": [],
    "observe": [
      "result"
    ],
    "source": "C API, PyMem_Malloc",
    "untested": null,
    "text": "Without debug hooks the raw domain serves it (a small block of no bytes does not exist); with hooks it is a small block, because of the hooks' own bytes."
  },
  {
    "id": "PYM-002",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A request above PY_SSIZE_T_MAX is refused with null, and nothing below is asked",
    "strength": "documented",
    "when": [],
    "observe": [
      "result",
      "raw-malloc"
    ],
    "source": "Objects/obmalloc.c, PyObject_Malloc",
    "untested": null,
    "text": "The greatest Python object cannot be larger. With hooks the limit lies lower by their overhead."
  },
  {
    "id": "PYM-003",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "calloc refuses a product above PY_SSIZE_T_MAX, and nothing below is asked",
    "strength": "documented",
    "when": [],
    "observe": [
      "result",
      "raw-calloc"
    ],
    "source": "Objects/obmalloc.c, PyObject_Calloc",
    "untested": null,
    "text": "The test divides, so a product that wraps round to a small number is refused as well."
  },
  {
    "id": "PYM-004",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "calloc gives zeroed memory",
    "strength": "documented",
    "when": [],
    "observe": [
      "content"
    ],
    "source": "C API, PyMem_Calloc",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-005",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A block keeps what was written to it until it is freed",
    "strength": "contract",
    "when": [],
    "observe": [
      "content"
    ],
    "source": "C API, Memory Interface",
    "untested": null,
    "text": "Each block holds bytes that depend on its id; an overlap of two live blocks destroys one of them."
  },
  {
    "id": "PYM-006",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "realloc keeps the contents up to the smaller of both sizes",
    "strength": "documented",
    "when": [],
    "observe": [
      "content"
    ],
    "source": "C API, PyMem_Realloc",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-007",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "realloc of null is malloc",
    "strength": "documented",
    "when": [],
    "observe": [
      "result"
    ],
    "source": "C API, PyMem_Realloc",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-008",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "free of null does nothing",
    "strength": "documented",
    "when": [],
    "observe": [
      "raw-free"
    ],
    "source": "C API, PyMem_Free",
    "untested": null,
    "text": "pymalloc does not tell the raw domain. PyMem_RawFree does tell the raw allocator, which must take it."
  },
  {
    "id": "PYM-009",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A realloc that fails gives null and leaves the block as it was",
    "strength": "documented",
    "when": [],
    "observe": [
      "result",
      "content"
    ],
    "source": "C API, PyMem_Realloc",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-010",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "The mem and the object domain share pools",
    "strength": "documented",
    "when": [],
    "observe": [
      "result"
    ],
    "source": "C API, Default Memory Allocators",
    "untested": null,
    "text": "Both are pymalloc since 3.6: a block freed through one is the next block of its class for the other."
  },
  {
    "id": "PYM-011",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A request to the raw domain does not touch pymalloc",
    "strength": "documented",
    "when": [],
    "observe": [
      "raw-malloc",
      "raw-calloc",
      "raw-realloc",
      "raw-free"
    ],
    "source": "C API, Raw Memory Interface",
    "untested": null,
    "text": "Every call reaches the raw allocator as it was made, a realloc or free of null included."
  },
  {
    "id": "PYM-012",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "Requests of 1 to 512 bytes are small; larger ones are passed to the raw domain",
    "strength": "documented",
    "when": [],
    "observe": [
      "result",
      "raw-malloc"
    ],
    "source": "C API, The pymalloc allocator",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-013",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "The size class of n bytes is (n - 1) / alignment, rounded down",
    "strength": "detail",
    "when": [],
    "observe": [
      "szidx"
    ],
    "source": "Objects/obmalloc.c, pymalloc_alloc",
    "untested": null,
    "text": "Blocks of class c have (c + 1) x alignment bytes."
  },
  {
    "id": "PYM-014",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "Blocks are aligned to 16 bytes where pointers have 64 bits, to 8 where they have 32",
    "strength": "detail",
    "when": [],
    "observe": [
      "result"
    ],
    "source": "Include/internal/pycore_obmalloc.h, ALIGNMENT",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-015",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "What pymalloc does not serve goes to the raw domain with the same call and the same numbers",
    "strength": "detail",
    "when": [],
    "observe": [
      "raw-malloc",
      "raw-calloc"
    ],
    "source": "Objects/obmalloc.c, _PyObject_Malloc, _PyObject_Calloc",
    "untested": null,
    "text": "A calloc stays a calloc with both its factors. With hooks it is one element of the padded size."
  },
  {
    "id": "PYM-016",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A pool has 4 KiB; 16 KiB since 3.10 where pointers have 64 bits; it starts at a multiple of its size",
    "strength": "detail",
    "when": [],
    "observe": [
      "result",
      "maxnextoffset"
    ],
    "source": "Include/internal/pycore_obmalloc.h, POOL_SIZE",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-017",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A pool's first block follows its header",
    "strength": "detail",
    "when": [],
    "observe": [
      "result"
    ],
    "source": "Objects/obmalloc.c, POOL_OVERHEAD",
    "untested": null,
    "text": "The header is rounded up to the alignment: 48 bytes, or 32 where pointers have 32 bits."
  },
  {
    "id": "PYM-018",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A new pool gives its first block and keeps the second as its whole free list",
    "strength": "detail",
    "when": [],
    "observe": [
      "freeblock",
      "nextoffset"
    ],
    "source": "Objects/obmalloc.c, allocate_from_new_pool",
    "untested": null,
    "text": "nextoffset is then the offset of the third block."
  },
  {
    "id": "PYM-019",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "maxnextoffset is the pool's size less a block's",
    "strength": "detail",
    "when": [],
    "observe": [
      "maxnextoffset"
    ],
    "source": "Objects/obmalloc.c, allocate_from_new_pool",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-020",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "The block freed last is given first",
    "strength": "detail",
    "when": [],
    "observe": [
      "result",
      "freeblock"
    ],
    "source": "Objects/obmalloc.c, pymalloc_alloc, pymalloc_free",
    "untested": null,
    "text": "A pool's free list is a stack, linked through the first word of each free block."
  },
  {
    "id": "PYM-021",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "When a pool's free list runs out, its next virgin block is put on it",
    "strength": "detail",
    "when": [],
    "observe": [
      "freeblock",
      "nextoffset"
    ],
    "source": "Objects/obmalloc.c, pymalloc_pool_extend",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-022",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A pool that has given its last block leaves the list of its class",
    "strength": "detail",
    "when": [],
    "observe": [
      "result",
      "digest"
    ],
    "source": "Objects/obmalloc.c, pymalloc_pool_extend",
    "untested": null,
    "text": "The next request of the class is served by the next pool of the list. The header's own links stay as they were."
  },
  {
    "id": "PYM-023",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A pool's header counts its blocks in use",
    "strength": "detail",
    "when": [],
    "observe": [
      "count"
    ],
    "source": "Objects/obmalloc.c, pymalloc_alloc, pymalloc_free",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-024",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A full pool that gets a block back becomes the first of its class",
    "strength": "detail",
    "when": [],
    "observe": [
      "nextpool",
      "prevpool",
      "result"
    ],
    "source": "Objects/obmalloc.c, insert_to_usedpool",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-025",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "The pools of an arena are carved from its start upwards",
    "strength": "detail",
    "when": [],
    "observe": [
      "result"
    ],
    "source": "Objects/obmalloc.c, allocate_from_new_pool",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-026",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A freed pool is used before a pool is carved, the one freed last first",
    "strength": "detail",
    "when": [],
    "observe": [
      "result"
    ],
    "source": "Objects/obmalloc.c, insert_to_freepool, allocate_from_new_pool",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-027",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A freed pool taken by its old class keeps its free list",
    "strength": "detail",
    "when": [],
    "observe": [
      "result",
      "freeblock",
      "nextoffset"
    ],
    "source": "Objects/obmalloc.c, allocate_from_new_pool",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-028",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A freed pool taken by another class is set up anew",
    "strength": "detail",
    "when": [],
    "observe": [
      "result",
      "freeblock",
      "nextoffset",
      "szidx"
    ],
    "source": "Objects/obmalloc.c, allocate_from_new_pool",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-029",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A pool whose last block is freed leaves its class at once and becomes free",
    "strength": "detail",
    "when": [],
    "observe": [
      "nextpool",
      "digest"
    ],
    "source": "Objects/obmalloc.c, insert_to_freepool",
    "untested": null,
    "text": "Its nextpool is then the arena's free pool before it, or null; its prevpool stays as it was."
  },
  {
    "id": "PYM-030",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "The state of all pools is as the operations left it",
    "strength": "detail",
    "when": [],
    "observe": [
      "digest"
    ],
    "source": "Objects/obmalloc.c",
    "untested": null,
    "text": "The snapshot: every header of every carved pool of every arena, so that an operation that disturbs a pool that it does not concern is seen."
  },
  {
    "id": "PYM-031",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "An arena is asked for when no arena has a free pool, and only then",
    "strength": "detail",
    "when": [],
    "observe": [
      "arena-map"
    ],
    "source": "Objects/obmalloc.c, allocate_from_new_pool",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-032",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "An arena has 256 KiB; 1 MiB since 3.10 where pointers have 64 bits",
    "strength": "detail",
    "when": [],
    "observe": [
      "arena-map"
    ],
    "source": "Include/internal/pycore_obmalloc.h, ARENA_SIZE",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-033",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "An arena that does not start on a pool's boundary has one pool less",
    "strength": "detail",
    "when": [],
    "observe": [
      "result",
      "arena-map"
    ],
    "source": "Objects/obmalloc.c, new_arena",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-034",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A pool is taken from the arena with the fewest free pools",
    "strength": "detail",
    "when": [],
    "observe": [
      "result"
    ],
    "source": "Objects/obmalloc.c, usable_arenas",
    "untested": null,
    "text": "So that nearly empty arenas get a chance to become empty."
  },
  {
    "id": "PYM-035",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A full arena that gets a pool back becomes the first of the usable arenas",
    "strength": "detail",
    "when": [],
    "observe": [
      "result"
    ],
    "source": "Objects/obmalloc.c, insert_to_freepool",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-036",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "Every pool names its arena, and an arena's number is used again, the one freed last first",
    "strength": "detail",
    "when": [],
    "observe": [
      "arenaindex"
    ],
    "source": "Objects/obmalloc.c, new_arena, unused_arena_objects",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-037",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "An arena that gains a free pool moves behind the last arena with as many as it had",
    "strength": "detail",
    "when": [],
    "observe": [
      "result"
    ],
    "source": "Objects/obmalloc.c, insert_to_freepool, nfp2lasta",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-038",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "An arena whose pools are all free is unmapped at once",
    "strength": "detail",
    "when": [
      "!pymalloc.keep-last-arena"
    ],
    "observe": [
      "arena-unmap"
    ],
    "source": "Objects/obmalloc.c, pymalloc_free",
    "untested": null,
    "text": "The rule up to 3.8."
  },
  {
    "id": "PYM-039",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "An arena whose pools are all free is unmapped, unless it is the last of the usable arenas",
    "strength": "detail",
    "when": [
      "pymalloc.keep-last-arena"
    ],
    "observe": [
      "arena-unmap"
    ],
    "source": "bpo-37257",
    "untested": null,
    "text": "The rule since 3.9: one empty arena is kept, so that a loop at the border does not map and unmap for ever."
  },
  {
    "id": "PYM-040",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "Where no arena can be had, the raw domain serves the request, and an arena is asked for again at the next need",
    "strength": "detail",
    "when": [],
    "observe": [
      "arena-map",
      "raw-malloc"
    ],
    "source": "Objects/obmalloc.c, _PyObject_Malloc",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-041",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "The table of arenas doubles, from 16 entries, when all are in use",
    "strength": "detail",
    "when": [],
    "observe": [
      "arena-table"
    ],
    "source": "Objects/obmalloc.c, new_arena, INITIAL_ARENA_OBJECTS",
    "untested": null,
    "text": "The moment depends on what the process did before: the trace says it, and the size is checked."
  },
  {
    "id": "PYM-042",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A block stays where it is while the new size fits it and is more than three quarters of it",
    "strength": "detail",
    "when": [],
    "observe": [
      "result"
    ],
    "source": "Objects/obmalloc.c, pymalloc_realloc",
    "untested": null,
    "text": "The block's own size counts, not the size once asked for."
  },
  {
    "id": "PYM-043",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A block that shrinks by a quarter or more moves to a smaller class",
    "strength": "detail",
    "when": [],
    "observe": [
      "result"
    ],
    "source": "Objects/obmalloc.c, pymalloc_realloc",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-044",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A block that moves gets its new place before the old one is freed",
    "strength": "detail",
    "when": [],
    "observe": [
      "result",
      "freeblock"
    ],
    "source": "Objects/obmalloc.c, pymalloc_realloc",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-045",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "realloc to no bytes gives a new block of no bytes, not null",
    "strength": "documented",
    "when": [],
    "observe": [
      "result"
    ],
    "source": "C API, PyMem_Realloc",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-046",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A block that the raw domain serves stays there, however small it becomes",
    "strength": "detail",
    "when": [],
    "observe": [
      "result",
      "raw-realloc"
    ],
    "source": "Objects/obmalloc.c, pymalloc_realloc",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-047",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A small block that outgrows the small sizes moves to the raw domain",
    "strength": "detail",
    "when": [],
    "observe": [
      "result",
      "raw-malloc"
    ],
    "source": "Objects/obmalloc.c, pymalloc_realloc",
    "untested": null,
    "text": "By a malloc, a copy and a free of the small block."
  },
  {
    "id": "PYM-048",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "_PyObject_DebugMallocStats counts pools, blocks in use and available blocks of each class",
    "strength": "detail",
    "when": [],
    "observe": [
      "statistics"
    ],
    "source": "Objects/obmalloc.c, _PyObject_DebugMallocStats",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-049",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "_PyObject_DebugMallocStats counts arenas allocated, reclaimed and in use, and unused pools",
    "strength": "detail",
    "when": [],
    "observe": [
      "statistics"
    ],
    "source": "Objects/obmalloc.c, _PyObject_DebugMallocStats",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-050",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "sys.getallocatedblocks() counts live blocks, those that pymalloc passed to the raw domain included",
    "strength": "documented",
    "when": [],
    "observe": [
      "result"
    ],
    "source": "sys module, getallocatedblocks",
    "untested": null,
    "text": "Requests made to the raw domain directly are not counted."
  },
  {
    "id": "PYM-051",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "The hooks ask for three words more than the request",
    "strength": "documented",
    "when": [
      "pymalloc.hooks"
    ],
    "observe": [
      "szidx",
      "raw-malloc"
    ],
    "source": "C API, PyMem_SetupDebugHooks",
    "untested": null,
    "text": "So small blocks end at 488 bytes (500 where pointers have 32 bits)."
  },
  {
    "id": "PYM-052",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "Before a block stand its size, the letter of its API and bytes 0xFD",
    "strength": "documented",
    "when": [
      "pymalloc.hooks"
    ],
    "observe": [
      "pads"
    ],
    "source": "C API, PyMem_SetupDebugHooks",
    "untested": null,
    "text": "The letter is `o` or `m`; the size is one word, most significant byte first."
  },
  {
    "id": "PYM-053",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "After a block stands a word of bytes 0xFD",
    "strength": "documented",
    "when": [
      "pymalloc.hooks"
    ],
    "observe": [
      "pads"
    ],
    "source": "C API, PyMem_SetupDebugHooks",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-054",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "New memory is filled with 0xCD, unless it is zeroed",
    "strength": "documented",
    "when": [
      "pymalloc.hooks"
    ],
    "observe": [
      "fresh"
    ],
    "source": "C API, PyMem_SetupDebugHooks",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-055",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "What realloc adds is filled with 0xCD",
    "strength": "documented",
    "when": [
      "pymalloc.hooks"
    ],
    "observe": [
      "fresh"
    ],
    "source": "Objects/obmalloc.c, _PyMem_DebugRawRealloc",
    "untested": null,
    "text": ""
  },
  {
    "id": "PYM-056",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "Freed memory is filled with 0xDD, the hooks' own bytes included",
    "strength": "documented",
    "when": [
      "pymalloc.hooks"
    ],
    "observe": [
      "fresh"
    ],
    "source": "C API, PyMem_SetupDebugHooks",
    "untested": null,
    "text": "pymalloc then writes its link over the first word."
  },
  {
    "id": "PYM-057",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A byte written after the end of a block ends the process when the block is handed back",
    "strength": "documented",
    "when": [
      "pymalloc.hooks"
    ],
    "observe": [
      "end"
    ],
    "source": "C API, PyMem_SetupDebugHooks",
    "untested": null,
    "text": "With the line `bad trailing pad byte`."
  },
  {
    "id": "PYM-058",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A byte written before a block ends the process when the block is handed back",
    "strength": "documented",
    "when": [
      "pymalloc.hooks"
    ],
    "observe": [
      "end"
    ],
    "source": "C API, PyMem_SetupDebugHooks",
    "untested": null,
    "text": "With the line `bad leading pad byte`."
  },
  {
    "id": "PYM-059",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A block handed back through an API that did not give it ends the process",
    "strength": "documented",
    "when": [
      "pymalloc.hooks"
    ],
    "observe": [
      "end"
    ],
    "source": "C API, PyMem_SetupDebugHooks",
    "untested": null,
    "text": "With the line `bad ID: Allocated using API 'o', verified using API 'm'`."
  },
  {
    "id": "PYM-060",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "A block of pymalloc freed twice ends the process",
    "strength": "documented",
    "when": [
      "pymalloc.hooks"
    ],
    "observe": [
      "end"
    ],
    "source": "C API, PyMem_SetupDebugHooks",
    "untested": null,
    "text": "The letter before it is then 0xDD. Of a block that the raw domain served nothing is promised."
  },
  {
    "id": "PYM-061",
    "domain": "pymalloc",
    "book": "pymalloc",
    "sentence": "The fatal error shows the block: address, letter and size",
    "strength": "detail",
    "when": [
      "pymalloc.hooks"
    ],
    "observe": [
      "end"
    ],
    "source": "Objects/obmalloc.c, _PyObject_DebugDumpAddress",
    "untested": null,
    "text": ""
  }
];
