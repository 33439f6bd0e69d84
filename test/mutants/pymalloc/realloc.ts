/** Planted faults of pymalloc: realloc. */
import { COUNT } from "../../../src/model/pymalloc/heap.js";
import { API_RAW, EVENT_RAW_FREE } from "../../../src/vocabulary/operations/pymalloc.gen.js";
import type { Mutant } from "../mutant.js";

const NULL = -1;

export const REALLOC: readonly Mutant[] = [
  {
    requirement: "PYM-042",
    fault: "exactly three quarters stay in place",
    plant: () => ({ fitsInPlace: (_m, bytes, block) => bytes <= block && 4 * bytes >= 3 * block }),
  },
  {
    requirement: "PYM-043",
    fault: "a block stays until half of it is unused",
    plant: () => ({ fitsInPlace: (_m, bytes, block) => bytes <= block && 2 * bytes > block }),
  },
  {
    requirement: "PYM-044",
    fault: "the old block is freed before the new one is taken",
    plant: (rules) => ({
      moveBlock: (m, inner, bytes, api) => {
        const node = m.heap.node(m.heap.poolOf(inner));
        if (m.heap.pools[node + COUNT]! < 2) return rules.moveBlock(m, inner, bytes, api);
        m.rules.releaseBlock(m, inner);
        return rules.allocateBlock(m, rules.sizeClass(m, bytes));
      },
    }),
  },
  {
    requirement: "PYM-045",
    fault: "realloc to no bytes frees the block and gives null",
    plant: () => ({
      emptyRealloc: (m, inner) => {
        m.rules.releaseBlock(m, inner);
        return NULL;
      },
    }),
  },
  {
    requirement: "PYM-046",
    fault: "a raw block that becomes small is taken over",
    plant: (rules) => ({
      reallocRaw: (m, inner, bytes, api) => {
        if (bytes > 512 || bytes === 0 || api === API_RAW)
          return rules.reallocRaw(m, inner, bytes, api);
        const address = rules.allocateBlock(m, rules.sizeClass(m, bytes));
        m.world.event(EVENT_RAW_FREE, inner, 0, 0, 0, 0, 0, 0);
        m.rawServed--;
        return address;
      },
    }),
  },
  {
    requirement: "PYM-047",
    fault: "a block that outgrows the small sizes is not freed",
    plant: (rules) => ({
      outgrow: (m, inner, bytes, api) => {
        const address = rules.outgrow(
          { ...m, rules: { ...m.rules, releaseBlock: () => {} } },
          inner,
          bytes,
          api,
        );
        if (address >= 0) m.rawServed++;
        return address;
      },
    }),
  },
  {
    requirement: "PYM-048",
    fault: "available blocks do not count virgin ones of half empty pools",
    plant: () => ({
      availableBlocks: (capacity, used) => (2 * used > capacity ? capacity - used : used),
    }),
  },
  {
    requirement: "PYM-049",
    fault: "reclaimed arenas are not counted",
    plant: () => ({ countReclaimed: () => {} }),
  },
  {
    requirement: "PYM-050",
    fault: "blocks that the raw domain serves are not counted",
    plant: (rules) => ({ allocatedBlocks: (m) => rules.allocatedBlocks(m) - m.rawServed }),
  },
];
