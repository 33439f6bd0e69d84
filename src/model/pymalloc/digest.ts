/** The snapshot: one word that depends on every header of every carved pool. */
import { PYM_030 } from "../../vocabulary/requirements.gen.js";
import type { Heap } from "./heap.js";
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

function digestArena(heap: Heap, arena: number): number {
  const first = arena * heap.poolsPerArena;
  const end = first + heap.carvedPools[arena]!;
  let h = START;
  for (let node = first; node < end; node++) {
    h = Math.imul(h ^ heap.count[node]!, PRIME);
    h = Math.imul(h ^ heap.freeblock[node]!, PRIME);
    h = Math.imul(h ^ heap.next[node]!, PRIME);
    h = Math.imul(h ^ heap.previous[node]!, PRIME);
    h = Math.imul(h ^ heap.poolArenaNumber[node]!, PRIME);
    h = Math.imul(h ^ heap.sizeClass[node]!, PRIME);
    h = Math.imul(h ^ heap.nextOffset[node]!, PRIME);
    h = Math.imul(h ^ heap.maxNextOffset[node]!, PRIME);
  }
  return h;
}

/** The words that a snapshot digests, as an oracle writes them out for `detail`. */
export function snapshotWords(heap: Heap): Int32Array {
  const words: number[] = [];
  for (let arena = 0; arena < SLOTS; arena++) {
    if (heap.mapped[arena] === 0) continue;
    const carved = heap.carvedPools[arena]!;
    words.push(arena, heap.base[arena]! & ((1 << SLOT_SHIFT) - 1), carved);
    const first = arena * heap.poolsPerArena;
    for (let node = first; node < first + carved; node++) {
      words.push(heap.count[node]!, heap.freeblock[node]!, heap.next[node]!, heap.previous[node]!);
      words.push(heap.poolArenaNumber[node]!, heap.sizeClass[node]!);
      words.push(heap.nextOffset[node]!, heap.maxNextOffset[node]!);
    }
  }
  return Int32Array.from(words);
}
