/**
 * How short can a program be that shows a fault? Every program of one and of two operations from a
 * small alphabet is tried, so that what shrinking leaves is measured against a known minimum.
 */
import { expectOk } from "../../src/base/assert.js";
import { evaluate, type Subject } from "../../src/campaign/index.js";
import { toRecords } from "../../src/vocabulary/codec.js";
import {
  PYMALLOC_TABLE,
  type PymallocOperation,
  RECORD_WORDS,
} from "../../src/vocabulary/operations/pymalloc.gen.js";
import type { RequirementId } from "../../src/vocabulary/requirements.gen.js";

/**
 * One of each thing that can be done, on block 0 where there is a choice, with the sizes and counts
 * at which something happens in a build of 16 KiB pools: 31 blocks of 512 bytes to a pool, 30 left
 * in the first, 32 pools left in the first arena, 64 in each other.
 */
const ALPHABET: readonly PymallocOperation[] = [
  ...([0, 1, 16, 300, 512, 513, "PY_SSIZE_T_MAX + 1"] as const).map(
    (size) => ({ op: "malloc", id: 0, size, api: "object" }) as const,
  ),
  { op: "malloc", id: 0, size: 1, api: "mem" },
  { op: "malloc", id: 0, size: 1, api: "raw" },
  { op: "calloc", id: 0, elements: 300, elementSize: 1, api: "object" },
  { op: "calloc", id: 0, elements: 513, elementSize: 1, api: "object" },
  { op: "calloc", id: 0, elements: "2^32", elementSize: "2^32", api: "object" },
  ...([0, 12, 300, 513, "SIZE_MAX"] as const).map(
    (size) => ({ op: "realloc", id: 0, size, api: "object" }) as const,
  ),
  { op: "free", id: 0 },
  { op: "free-null", api: "object" },
  { op: "free-null", api: "raw" },
  // A full pool and a block of the next; a full arena and a block of the next; a third arena.
  ...[31, 1_023, 3_007].map(
    (count) => ({ op: "malloc-many", id: 0, count, size: 512, api: "object" }) as const,
  ),
  { op: "malloc-many", id: 0, count: 31, size: 488, api: "object" },
  { op: "free-many", id: 0, count: 31, run: 1, period: 1, freeOrder: "ascending" },
  { op: "free-many", id: 0, count: 3_007, run: 1, period: 1, freeOrder: "ascending" },
  { op: "arena-bases", baseOrder: "highest", misalignment: 1 },
  { op: "refuse-arenas", refusals: 1 },
  { op: "refuse-raw", refusals: 1 },
  { op: "statistics" },
  { op: "allocated-blocks" },
  { op: "write-after", id: 0, distance: 1, through: "free" },
  { op: "write-before", id: 0, distance: 1, through: "free" },
  { op: "free-by-other-api", id: 0, api: "mem", through: "free" },
  { op: "free-twice", id: 0 },
];

/** Longest programs that are tried. */
export const MOST_OPERATIONS = 2;

/**
 * The fewest operations that show a deviation from a requirement, if they are fewer than `below`
 * and at most MOST_OPERATIONS; otherwise undefined.
 */
export async function smallestBelow(
  below: number,
  subject: Subject,
  requirement: RequirementId,
): Promise<number | undefined> {
  const records = expectOk(toRecords(PYMALLOC_TABLE, ALPHABET), "the alphabet");
  const letters = ALPHABET.map((_, at) =>
    records.slice(at * RECORD_WORDS, (at + 1) * RECORD_WORDS),
  );
  let words: Int32Array[] = [new Int32Array(0)];
  for (let operations = 1; operations < below && operations <= MOST_OPERATIONS; operations++) {
    words = words.flatMap((word) => letters.map((letter) => Int32Array.of(...word, ...letter)));
    for (const block of words) {
      const program = { domain: "pymalloc", blocks: [block], literals: [] } as const;
      const { finding } = await evaluate(program, subject);
      if (finding?.requirement === requirement) return operations;
    }
  }
  return undefined;
}
