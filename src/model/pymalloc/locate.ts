/** Finds what differs in two snapshots that were written out word by word. */
import { OBSERVE_COUNT, PYMALLOC_TABLE } from "../../vocabulary/operations/pymalloc.gen.js";
import type { Words } from "./describe.js";
import { linkText } from "./describe.js";
import type { Heap } from "./heap.js";

const ARENA_WORDS = 3;
const POOL_WORDS = 8;
const ARENA_FIELDS = ["arena slot", "base's misalignment", "carved pools"] as const;

export function firstDifference(
  heap: Heap,
  expected: Int32Array,
  observed: Int32Array,
): Words | undefined {
  let at = 0;
  while (at < expected.length || at < observed.length) {
    for (let k = 0; k < ARENA_WORDS; k++) {
      const words = compare(`${ARENA_FIELDS[k]} in the snapshot`, at + k, expected, observed);
      if (words !== undefined) return words;
    }
    const slot = expected[at]!;
    const carved = expected[at + 2]!;
    at += ARENA_WORDS;
    for (let pool = 0; pool < carved; pool++) {
      for (let k = 0; k < POOL_WORDS; k++) {
        const field = PYMALLOC_TABLE.observations[OBSERVE_COUNT + k]!.name;
        const address = heap.firstPool[slot]! + pool * heap.geometry.poolBytes;
        const place = `${field} of the pool at ${linkText(address)}`;
        const words = compare(place, at + k, expected, observed);
        if (words !== undefined) return words;
      }
      at += POOL_WORDS;
    }
  }
  return undefined;
}

function compare(
  observation: string,
  at: number,
  expected: Int32Array,
  observed: Int32Array,
): Words | undefined {
  if (expected[at] === observed[at]) return undefined;
  const say = (word: number | undefined) => (word === undefined ? "nothing" : linkText(word));
  return { observation, expected: say(expected[at]), observed: say(observed[at]) };
}
