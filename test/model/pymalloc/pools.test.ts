// Pools, worked out by hand on 3.9 (pools of 4096 bytes, seven blocks of 512): the order in which
// blocks and pools are given, and every word of the header.
import { expect, test } from "vitest";
import {
  OBSERVATION_WORDS,
  type PymallocOperation,
} from "../../../src/vocabulary/operations/pymalloc.gen.js";
import { buildOf, modelFor } from "./builds.js";
import { programOf } from "./program.js";

const malloc = (id: number, size = 512): PymallocOperation => ({
  op: "malloc",
  id,
  size,
  api: "object",
});
const free = (id: number): PymallocOperation => ({ op: "free", id });
/** The list heads of the classes of 512 and of 496 bytes. */
const [HEAD, HEAD_496] = [-16 - 31, -16 - 30];
/** The first pool that the start state left, and the next. */
const [NEW, NEXT] = [32 * 4096, 33 * 4096];

/** Result, then count, freeblock, nextpool, prevpool, arenaindex, szidx, nextoffset, maxnextoffset. */
function seen(...operations: PymallocOperation[]): number[][] {
  const { observations } = modelFor(buildOf("3.9.18")).record(programOf(...operations));
  return operations.map((_, at) => {
    const words = [...observations.subarray(at * OBSERVATION_WORDS, (at + 1) * OBSERVATION_WORDS)];
    return [words[0]!, ...words.slice(4)];
  });
}

const six = [0, 1, 2, 3, 4, 5].map((id) => malloc(id));

test("a pool gives its blocks from the start upwards, the next one waiting on its free list", () => {
  expect(seen(...six)).toEqual([
    [560, 2, 1072, HEAD, HEAD, 0, 31, 1584, 3584],
    [1072, 3, 1584, HEAD, HEAD, 0, 31, 2096, 3584],
    [1584, 4, 2096, HEAD, HEAD, 0, 31, 2608, 3584],
    [2096, 5, 2608, HEAD, HEAD, 0, 31, 3120, 3584],
    [2608, 6, 3120, HEAD, HEAD, 0, 31, 3632, 3584],
    // Full: no free block; its links stay as they were.
    [3120, 7, 0, HEAD, HEAD, 0, 31, 3632, 3584],
  ]);
});

test("the block freed last is given first", () => {
  const [, , first, second, third, fourth] = seen(
    malloc(0),
    malloc(1),
    free(0),
    free(1),
    malloc(2),
    malloc(3),
  );
  expect(first!.slice(0, 3)).toEqual([-4, 2, 560]);
  expect(second!.slice(0, 3)).toEqual([-4, 1, 1072]);
  expect(third!.slice(0, 3)).toEqual([1072, 2, 560]);
  expect(fourth!.slice(0, 3)).toEqual([560, 3, 1584]);
});

test("a full pool that gets a block back becomes the first of its class", () => {
  const rows = seen(...six, malloc(6), free(0), malloc(7), malloc(8));
  expect(rows.slice(6)).toEqual([
    // The seventh block opens a new pool: its second block is its free list.
    [NEW + 48, 1, 560, HEAD, HEAD, 0, 31, 1072, 3584],
    // The old pool goes before it, with the block just freed.
    [-4, 6, 560, NEW, HEAD, 0, 31, 3632, 3584],
    [560, 7, 0, NEW, HEAD, 0, 31, 3632, 3584],
    // Full again, it has left the list; the new pool serves.
    [NEW + 560, 2, 1072, HEAD, HEAD, 0, 31, 1584, 3584],
  ]);
});

test("a pool that loses its last block becomes free, and is used again before one is carved", () => {
  const rows = seen(...six, malloc(6), free(6), malloc(7, 496), malloc(8), free(8), malloc(9));
  expect(rows.slice(7)).toEqual([
    // Free: nextpool is the arena's free pool before it, and there was none.
    [-4, 0, 48, -1, HEAD, 0, 31, 1072, 3584],
    // The class of 496 bytes has a block in its own pool still.
    [31 * 4096 + 544, 2, 1040, HEAD_496, HEAD_496, 0, 30, 1536, 3600],
    // 512 again: the same pool, with the free list that it had.
    [NEW + 48, 1, 560, HEAD, HEAD, 0, 31, 1072, 3584],
    [-4, 0, 48, -1, HEAD, 0, 31, 1072, 3584],
    [NEW + 48, 1, 560, HEAD, HEAD, 0, 31, 1072, 3584],
  ]);
});

test("a freed pool that another class takes is set up anew", () => {
  // Eight blocks of 496 bytes fit a pool: the start state's and seven more.
  const others = [10, 11, 12, 13, 14, 15, 16].map((id) => malloc(id, 496));
  const rows = seen(...six, malloc(6), malloc(7), free(6), free(7), ...others, malloc(17, 496));
  expect(rows.at(-1)).toEqual([NEW + 48, 1, 544, HEAD_496, HEAD_496, 0, 30, 1040, 3600]);
});

test("of two freed pools the one freed last is used first", () => {
  const blocks = Array.from({ length: 14 }, (_, at) => malloc(6 + at));
  const firstOut = [6, 7, 8, 9, 10, 11, 12].map(free);
  const secondOut = [13, 14, 15, 16, 17, 18, 19].map(free);
  const rows = seen(...six, ...blocks, ...firstOut, ...secondOut, malloc(90));
  expect(rows.at(-2)!.slice(0, 4)).toEqual([-4, 0, expect.any(Number), NEW]);
  expect(Math.floor(rows.at(-1)![0]! / 4096) * 4096).toBe(NEXT);
});
