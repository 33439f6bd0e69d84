/**
 * The ids of requirements, and the index of each in their list.
 * Generated from spec/requirements/*.md by `npm run generate`: do not edit.
 */
export const REQUIREMENT_IDS = [
  "PYM-001",
  "PYM-002",
  "PYM-003",
  "PYM-004",
  "PYM-005",
  "PYM-006",
  "PYM-007",
  "PYM-008",
  "PYM-009",
  "PYM-010",
  "PYM-011",
  "PYM-012",
  "PYM-013",
  "PYM-014",
  "PYM-015",
  "PYM-016",
  "PYM-017",
  "PYM-018",
  "PYM-019",
  "PYM-020",
  "PYM-021",
  "PYM-022",
  "PYM-023",
  "PYM-024",
  "PYM-025",
  "PYM-026",
  "PYM-027",
  "PYM-028",
  "PYM-029",
  "PYM-030",
  "PYM-031",
  "PYM-032",
  "PYM-033",
  "PYM-034",
  "PYM-035",
  "PYM-036",
  "PYM-037",
  "PYM-038",
  "PYM-039",
  "PYM-040",
  "PYM-041",
  "PYM-042",
  "PYM-043",
  "PYM-044",
  "PYM-045",
  "PYM-046",
  "PYM-047",
  "PYM-048",
  "PYM-049",
  "PYM-050",
  "PYM-051",
  "PYM-052",
  "PYM-053",
  "PYM-054",
  "PYM-055",
  "PYM-056",
  "PYM-057",
  "PYM-058",
  "PYM-059",
  "PYM-060",
  "PYM-061",
] as const;

export type RequirementId = (typeof REQUIREMENT_IDS)[number];

/** A request of no bytes gives a block of its own, not null. */
export const PYM_001 = 0;
/** A request above PY_SSIZE_T_MAX is refused with null, and nothing below is asked. */
export const PYM_002 = 1;
/** calloc refuses a product above PY_SSIZE_T_MAX, and nothing below is asked. */
export const PYM_003 = 2;
/** calloc gives zeroed memory. */
export const PYM_004 = 3;
/** A block keeps what was written to it until it is freed. */
export const PYM_005 = 4;
/** realloc keeps the contents up to the smaller of both sizes. */
export const PYM_006 = 5;
/** realloc of null is malloc. */
export const PYM_007 = 6;
/** free of null does nothing. */
export const PYM_008 = 7;
/** A realloc that fails gives null and leaves the block as it was. */
export const PYM_009 = 8;
/** The mem and the object domain share pools. */
export const PYM_010 = 9;
/** A request to the raw domain does not touch pymalloc. */
export const PYM_011 = 10;
/** Requests of 1 to 512 bytes are small; larger ones are passed to the raw domain. */
export const PYM_012 = 11;
/** The size class of n bytes is (n - 1) / alignment, rounded down. */
export const PYM_013 = 12;
/** Blocks are aligned to 16 bytes where pointers have 64 bits, to 8 where they have 32. */
export const PYM_014 = 13;
/** What pymalloc does not serve goes to the raw domain with the same call and the same numbers. */
export const PYM_015 = 14;
/** A pool has 4 KiB; 16 KiB since 3.10 where pointers have 64 bits; it starts at a multiple of its size. */
export const PYM_016 = 15;
/** A pool's first block follows its header. */
export const PYM_017 = 16;
/** A new pool gives its first block and keeps the second as its whole free list. */
export const PYM_018 = 17;
/** maxnextoffset is the pool's size less a block's. */
export const PYM_019 = 18;
/** The block freed last is given first. */
export const PYM_020 = 19;
/** When a pool's free list runs out, its next virgin block is put on it. */
export const PYM_021 = 20;
/** A pool that has given its last block leaves the list of its class. */
export const PYM_022 = 21;
/** A pool's header counts its blocks in use. */
export const PYM_023 = 22;
/** A full pool that gets a block back becomes the first of its class. */
export const PYM_024 = 23;
/** The pools of an arena are carved from its start upwards. */
export const PYM_025 = 24;
/** A freed pool is used before a pool is carved, the one freed last first. */
export const PYM_026 = 25;
/** A freed pool taken by its old class keeps its free list. */
export const PYM_027 = 26;
/** A freed pool taken by another class is set up anew. */
export const PYM_028 = 27;
/** A pool whose last block is freed leaves its class at once and becomes free. */
export const PYM_029 = 28;
/** The state of all pools is as the operations left it. */
export const PYM_030 = 29;
/** An arena is asked for when no arena has a free pool, and only then. */
export const PYM_031 = 30;
/** An arena has 256 KiB; 1 MiB since 3.10 where pointers have 64 bits. */
export const PYM_032 = 31;
/** An arena that does not start on a pool's boundary has one pool less. */
export const PYM_033 = 32;
/** A pool is taken from the arena with the fewest free pools. */
export const PYM_034 = 33;
/** A full arena that gets a pool back becomes the first of the usable arenas. */
export const PYM_035 = 34;
/** Every pool names its arena, and an arena's number is used again, the one freed last first. */
export const PYM_036 = 35;
/** An arena that gains a free pool moves behind the last arena with as many as it had. */
export const PYM_037 = 36;
/** An arena whose pools are all free is unmapped at once. */
export const PYM_038 = 37;
/** An arena whose pools are all free is unmapped, unless it is the last of the usable arenas. */
export const PYM_039 = 38;
/** Where no arena can be had, the raw domain serves the request, and an arena is asked for again at the next need. */
export const PYM_040 = 39;
/** The table of arenas doubles, from 16 entries, when all are in use. */
export const PYM_041 = 40;
/** A block stays where it is while the new size fits it and is more than three quarters of it. */
export const PYM_042 = 41;
/** A block that shrinks by a quarter or more moves to a smaller class. */
export const PYM_043 = 42;
/** A block that moves gets its new place before the old one is freed. */
export const PYM_044 = 43;
/** realloc to no bytes gives a new block of no bytes, not null. */
export const PYM_045 = 44;
/** A block that the raw domain serves stays there, however small it becomes. */
export const PYM_046 = 45;
/** A small block that outgrows the small sizes moves to the raw domain. */
export const PYM_047 = 46;
/** _PyObject_DebugMallocStats counts pools, blocks in use and available blocks of each class. */
export const PYM_048 = 47;
/** _PyObject_DebugMallocStats counts arenas allocated, reclaimed and in use, and unused pools. */
export const PYM_049 = 48;
/** sys.getallocatedblocks() counts live blocks, those that pymalloc passed to the raw domain included. */
export const PYM_050 = 49;
/** The hooks ask for three words more than the request. */
export const PYM_051 = 50;
/** Before a block stand its size, the letter of its API and bytes 0xFD. */
export const PYM_052 = 51;
/** After a block stands a word of bytes 0xFD. */
export const PYM_053 = 52;
/** New memory is filled with 0xCD, unless it is zeroed. */
export const PYM_054 = 53;
/** What realloc adds is filled with 0xCD. */
export const PYM_055 = 54;
/** Freed memory is filled with 0xDD, the hooks' own bytes included. */
export const PYM_056 = 55;
/** A byte written after the end of a block ends the process when the block is handed back. */
export const PYM_057 = 56;
/** A byte written before a block ends the process when the block is handed back. */
export const PYM_058 = 57;
/** A block handed back through an API that did not give it ends the process. */
export const PYM_059 = 58;
/** A block of pymalloc freed twice ends the process. */
export const PYM_060 = 59;
/** The fatal error shows the block: address, letter and size. */
export const PYM_061 = 60;
