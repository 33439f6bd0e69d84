/** The snapshot: one word that depends on every header of every carved pool. */
import { PYM_030 } from "../../vocabulary/requirements.gen.js";
import { HEADER_WORDS, type Heap } from "./heap.js";
import type { Machine } from "./machine.js";
import { SLOT_SHIFT, SLOTS } from "./space.js";

const START = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

export function observeSnapshot(m: Machine): void {
  const { heap } = m;
  let h = START;
  for (let arena = 0; arena < SLOTS; arena++) {
    if (heap.mapped[arena] === 0) continue;
    if (heap.dirty[arena] === 1) {
      m.digests[arena] = digestArena(heap, arena);
      heap.dirty[arena] = 0;
    }
    h = Math.imul(h ^ arena, PRIME);
    h = Math.imul(h ^ (heap.base[arena]! & ((1 << SLOT_SHIFT) - 1)), PRIME);
    h = Math.imul(h ^ m.digests[arena]!, PRIME);
  }
  m.world.extra(h, PYM_030, "digest");
}

/** One digest for each of the eight words, because a single one would wait for itself. */
function digestArena(heap: Heap, arena: number): number {
  const { pools } = heap;
  const end = heap.endNode(arena);
  let [a, b, c, d] = [START, START, START, START];
  let [e, f, g, h] = [START, START, START, START];
  for (let node = heap.firstNode(arena); node < end; node += HEADER_WORDS) {
    a = Math.imul(a ^ pools[node]!, PRIME);
    b = Math.imul(b ^ pools[node + 1]!, PRIME);
    c = Math.imul(c ^ pools[node + 2]!, PRIME);
    d = Math.imul(d ^ pools[node + 3]!, PRIME);
    e = Math.imul(e ^ pools[node + 4]!, PRIME);
    f = Math.imul(f ^ pools[node + 5]!, PRIME);
    g = Math.imul(g ^ pools[node + 6]!, PRIME);
    h = Math.imul(h ^ pools[node + 7]!, PRIME);
  }
  let whole = START;
  for (const word of [a, b, c, d, e, f, g, h]) whole = Math.imul(whole ^ word, PRIME);
  return whole;
}

/** The words that a snapshot digests, as an oracle writes them out for `detail`. */
export function snapshotWords(heap: Heap): Int32Array {
  const words: number[] = [];
  for (let arena = 0; arena < SLOTS; arena++) {
    if (heap.mapped[arena] === 0) continue;
    const misalignment = heap.base[arena]! & ((1 << SLOT_SHIFT) - 1);
    words.push(arena, misalignment, heap.carvedPools[arena]!);
    words.push(...heap.pools.subarray(heap.firstNode(arena), heap.endNode(arena)));
  }
  return Int32Array.from(words);
}
