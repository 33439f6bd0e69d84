/** The numbers that CPython gives of itself: _PyObject_DebugMallocStats and getallocatedblocks. */

import { OBSERVE_RESULT } from "../../vocabulary/operations/pymalloc.gen.js";
import { PYM_048, PYM_049, PYM_050 } from "../../vocabulary/requirements.gen.js";
import { COUNT, HEADER_WORDS, SIZE_CLASS } from "./heap.js";
import type { ClassNumbers, Machine } from "./machine.js";
import { DONE, SLOTS } from "./space.js";

/** Pools and blocks in use, by class. */
export function countClasses(m: Machine): ClassNumbers {
  const { heap } = m;
  const pools = new Int32Array(heap.classes);
  const used = new Int32Array(heap.classes);
  for (let arena = 0; arena < SLOTS; arena++) {
    if (heap.mapped[arena] === 0) continue;
    const end = heap.endNode(arena);
    for (let node = heap.firstNode(arena); node < end; node += HEADER_WORDS) {
      if (heap.pools[node + COUNT] === 0) continue;
      const sizeClass = heap.pools[node + SIZE_CLASS]!;
      pools[sizeClass]!++;
      used[sizeClass]! += heap.pools[node + COUNT]!;
    }
  }
  return { pools, used };
}

/** Predicts a dump, less the numbers at the start of the program. */
export function statistics(m: Machine): void {
  const { heap, rules, start, world } = m;
  const now = countClasses(m);
  for (let c = 0; c < heap.classes; c++) {
    const pools = now.pools[c]! - start.pools[c]!;
    const used = now.used[c]! - start.used[c]!;
    const available = rules.availableBlocks(pools * heap.blocksPerPool(c), used);
    world.extra(pools, PYM_048, "statistics");
    world.extra(used, PYM_048, "statistics");
    world.extra(available, PYM_048, "statistics");
  }
  let unused = 0;
  for (let arena = 0; arena < SLOTS; arena++) {
    if (heap.mapped[arena] === 1) unused += heap.freePools[arena]!;
  }
  world.extra(heap.arenasNow - 1, PYM_049, "statistics");
  world.extra(heap.arenasTotal - 1, PYM_049, "statistics");
  world.extra(heap.arenasReclaimed, PYM_049, "statistics");
  world.extra(unused, PYM_049, "statistics");
  world.observe(OBSERVE_RESULT, DONE, PYM_048);
}

/** PYM-048: blocks that the pools of a class could still give. */
export function availableBlocks(capacity: number, used: number): number {
  return capacity - used;
}

/** Predicts sys.getallocatedblocks(), less its value at the start of the program. */
export function observeAllocatedBlocks(m: Machine): void {
  m.world.observe(OBSERVE_RESULT, m.rules.allocatedBlocks(m), PYM_050);
}

/** PYM-050: blocks in use in pools, and those that the raw domain serves for pymalloc. */
export function allocatedBlocks(m: Machine): number {
  const { start } = m;
  const now = countClasses(m);
  let blocks = m.rawServed;
  for (let c = 0; c < now.used.length; c++) blocks += now.used[c]! - start.used[c]!;
  return blocks;
}
