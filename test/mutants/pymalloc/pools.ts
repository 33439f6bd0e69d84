/** Planted faults of pymalloc: pools. */
import {
  ARENA_NUMBER,
  COUNT,
  FREEBLOCK,
  MAX_NEXT_OFFSET,
  NEXT,
  NEXT_OFFSET,
  PREVIOUS,
  SIZE_CLASS,
} from "../../../src/model/pymalloc/heap.js";
import type { Mutant } from "../mutant.js";

const NULL = -1;

export const POOLS: readonly Mutant[] = [
  {
    requirement: "PYM-016",
    fault: "pools have 8 KiB",
    plant: (rules) => ({ geometry: { ...rules.geometry, poolBytes: 8192 } }),
  },
  {
    requirement: "PYM-017",
    fault: "the header takes 64 bytes",
    plant: (rules) => ({ geometry: { ...rules.geometry, poolHeaderBytes: 64 } }),
  },
  {
    requirement: "PYM-018",
    fault: "a new pool skips its third block",
    plant: () => ({ secondVirgin: (first, bytes) => first + 3 * bytes }),
  },
  {
    requirement: "PYM-019",
    fault: "the last block of a pool is never used",
    plant: () => ({ lastOffset: (poolBytes, bytes) => poolBytes - 2 * bytes }),
  },
  {
    requirement: "PYM-020",
    fault: "the free list is a queue",
    plant: (rules) => ({
      pushFree: (m, node, offset) => {
        let last = m.heap.pools[node + FREEBLOCK]!;
        if (last === 0) return rules.pushFree(m, node, offset);
        while (m.heap.linkAfter(node, last) !== 0) last = m.heap.linkAfter(node, last);
        m.heap.linkBlocks(node, last, offset);
        m.heap.linkBlocks(node, offset, 0);
      },
    }),
  },
  {
    requirement: "PYM-021",
    fault: "virgin blocks are put on the free list two at a time",
    plant: (rules) => ({
      extendPool: (m, pool, node) => {
        const { heap } = m;
        const first = heap.pools[node + NEXT_OFFSET]!;
        rules.extendPool(m, pool, node);
        const second = heap.pools[node + NEXT_OFFSET]!;
        if (heap.pools[node + FREEBLOCK] !== first || second > heap.pools[node + MAX_NEXT_OFFSET]!)
          return;
        heap.linkBlocks(node, first, second);
        heap.linkBlocks(node, second, 0);
        heap.pools[node + NEXT_OFFSET] = second + heap.blockBytes(heap.pools[node + SIZE_CLASS]!);
      },
    }),
  },
  {
    requirement: "PYM-022",
    fault: "a full pool's own links are cleared",
    plant: (rules) => ({
      retireFullPool: (m, pool, node) => {
        rules.retireFullPool(m, pool, node);
        m.heap.pools[node + NEXT] = NULL;
        m.heap.pools[node + PREVIOUS] = NULL;
      },
    }),
  },
  {
    requirement: "PYM-023",
    fault: "the count stays when the pool was full",
    plant: (rules) => ({
      countDown: (m, node, wasFull) => (wasFull ? undefined : rules.countDown(m, node, wasFull)),
    }),
  },
  {
    requirement: "PYM-024",
    fault: "a full pool that gets a block back becomes the last of its class",
    plant: () => ({
      relinkFullPool: (m, pool, node) => {
        const { heap } = m;
        const head = heap.headOf(heap.pools[node + SIZE_CLASS]!);
        const last = heap.pools[head + PREVIOUS]!;
        const headLink = heap.pools[heap.node(last) + NEXT]!;
        heap.pools[node + NEXT] = headLink;
        heap.pools[node + PREVIOUS] = last;
        heap.setNext(last, pool);
        heap.pools[head + PREVIOUS] = pool;
      },
    }),
  },
  {
    requirement: "PYM-025",
    fault: "half of an arena's pools are carved from its end",
    plant: (rules) => ({
      carvePool: (m, arena) => {
        const pool = rules.carvePool(m, arena);
        const { heap } = m;
        const position = heap.carvedPools[arena]! - 1;
        if (position < 32) return pool;
        const swapped = heap.totalPools[arena]! - 1 - (position - 32);
        const other = heap.firstPool[arena]! + swapped * heap.geometry.poolBytes;
        const node = heap.node(other);
        heap.pools[node + ARENA_NUMBER] = heap.arenaNumber[arena]!;
        heap.pools[node + SIZE_CLASS] = 0xffff;
        return other;
      },
    }),
  },
  {
    requirement: "PYM-026",
    fault: "the free pools of an arena are a queue",
    plant: (rules) => ({
      shelvePool: (m, arena, pool, node) => {
        const { heap } = m;
        let last = heap.freePoolList[arena]!;
        if (last < 0) return rules.shelvePool(m, arena, pool, node);
        while (heap.pools[heap.node(last) + NEXT]! >= 0) last = heap.pools[heap.node(last) + NEXT]!;
        heap.setNext(last, pool);
        heap.pools[node + NEXT] = NULL;
      },
    }),
  },
  {
    requirement: "PYM-027",
    fault: "a freed pool is always set up anew",
    plant: (rules) => ({
      reusePool: (m, _pool, node) => rules.startPool(m, node, m.heap.pools[node + SIZE_CLASS]!),
    }),
  },
  {
    requirement: "PYM-028",
    fault: "a freed pool of another class keeps its maxnextoffset when that is smaller",
    plant: (rules) => ({
      startPool: (m, node, sizeClass) => {
        const anew = m.heap.pools[node + SIZE_CLASS] !== 0xffff;
        const before = m.heap.pools[node + MAX_NEXT_OFFSET]!;
        const first = rules.startPool(m, node, sizeClass);
        if (anew)
          m.heap.pools[node + MAX_NEXT_OFFSET] = Math.min(
            before,
            m.heap.pools[node + MAX_NEXT_OFFSET]!,
          );
        return first;
      },
    }),
  },
  {
    requirement: "PYM-029",
    fault: "an empty pool stays in its class while it is the only one",
    plant: (rules) => ({
      emptyPool: (m, pool, node) => {
        const { heap } = m;
        if (heap.pools[node + NEXT] === heap.pools[node + PREVIOUS]) return;
        rules.emptyPool(m, pool, node);
      },
    }),
  },
  {
    requirement: "PYM-030",
    fault: "a full pool that gets a block back disturbs the old front of its class",
    plant: (rules) => ({
      relinkFullPool: (m, pool, node) => {
        rules.relinkFullPool(m, pool, node);
        const behind = m.heap.pools[node + NEXT]!;
        if (behind >= 0) m.heap.pools[m.heap.node(behind) + COUNT]! ^= 64;
      },
    }),
  },
];
