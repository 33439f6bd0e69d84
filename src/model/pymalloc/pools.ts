/**
 * Pools: how blocks are given and taken back. Each exported function is one rule of the table in
 * rules.ts; together they are pymalloc_alloc and pymalloc_free of Objects/obmalloc.c.
 */
import {
  PYM_016,
  PYM_017,
  PYM_018,
  PYM_020,
  PYM_021,
  PYM_022,
  PYM_024,
  PYM_025,
  PYM_026,
  PYM_027,
  PYM_028,
  PYM_029,
  PYM_033,
  PYM_034,
} from "../../vocabulary/requirements.gen.js";
import {
  ARENA_NUMBER,
  COUNT,
  FREEBLOCK,
  MAX_NEXT_OFFSET,
  NEXT,
  NEXT_OFFSET,
  PREVIOUS,
  SIZE_CLASS,
} from "./heap.js";
import type { Machine } from "./machine.js";
import { NULL, SLOT_SHIFT } from "./space.js";

const NO_CLASS = 0xffff;

/** Gives a block of a class: its address, or NULL when no arena can be had. */
export function allocateBlock(m: Machine, sizeClass: number): number {
  const { heap } = m;
  const pool = heap.pools[heap.headOf(sizeClass) + NEXT]!;
  if (pool < 0) return allocateFromNewPool(m, sizeClass);
  // PYM-020, PYM-023
  const node = heap.node(pool);
  const block = heap.pools[node + FREEBLOCK]!;
  heap.pools[node + COUNT]!++;
  const link = heap.linkAfter(node, block);
  heap.pools[node + FREEBLOCK] = link;
  heap.dirty[pool >>> SLOT_SHIFT] = 1;
  // A freed block lies above the virgin one: only that one, or the last of a full pool, is alone.
  m.why = link === 0 ? PYM_021 : PYM_020;
  m.whyFreeblock = m.why;
  if (link === 0) m.rules.extendPool(m, pool, node);
  return pool + block;
}

/** PYM-021: puts the next virgin block on an exhausted free list, or retires the full pool. */
export function extendPool(m: Machine, pool: number, node: number): void {
  const { heap } = m;
  const offset = heap.pools[node + NEXT_OFFSET]!;
  if (offset > heap.pools[node + MAX_NEXT_OFFSET]!) {
    m.rules.retireFullPool(m, pool, node);
    return;
  }
  heap.pools[node + FREEBLOCK] = offset;
  heap.pools[node + NEXT_OFFSET] = offset + heap.blockBytes(heap.pools[node + SIZE_CLASS]!);
  heap.linkBlocks(node, offset, 0);
  m.whyFreeblock = PYM_021;
}

/** PYM-022: takes a pool out of the list of its class. Its own links stay. */
export function retireFullPool(m: Machine, _pool: number, node: number): void {
  const { heap } = m;
  const next = heap.pools[node + NEXT]!;
  const previous = heap.pools[node + PREVIOUS]!;
  heap.setPrevious(next, previous);
  heap.setNext(previous, next);
  m.whyLinks = PYM_022;
}

/** Takes a free pool, makes it the only one of its class, and gives its first block. */
export function allocateFromNewPool(m: Machine, sizeClass: number): number {
  const { heap } = m;
  if (heap.usableArena < 0 && !m.rules.openArena(m)) return NULL;
  const pool = m.rules.takePool(m);
  const node = heap.node(pool);
  const head = heap.headOf(sizeClass);
  const link = heap.pools[head + NEXT]!;
  heap.pools[node + NEXT] = link;
  heap.pools[node + PREVIOUS] = link;
  heap.pools[head + NEXT] = pool;
  heap.pools[head + PREVIOUS] = pool;
  heap.pools[node + COUNT] = 1;
  heap.dirty[pool >>> SLOT_SHIFT] = 1;
  if (heap.pools[node + SIZE_CLASS] === sizeClass) return pool + m.rules.reusePool(m, pool, node);
  return pool + m.rules.startPool(m, node, sizeClass);
}

/** PYM-025, PYM-026: the free pool freed last, or else the next that was never carved. */
export function takePool(m: Machine): number {
  const { heap, rules } = m;
  const arena = rules.chooseArena(m);
  let pool = heap.freePoolList[arena]!;
  if (pool >= 0) {
    heap.freePoolList[arena] = heap.pools[heap.node(pool) + NEXT]!;
    m.why = PYM_026;
    m.world.exercise(PYM_026);
  } else {
    pool = rules.carvePool(m, arena);
    const moved = heap.base[arena] !== heap.firstPool[arena];
    m.why = moved && heap.carvedPools[arena] === 1 ? PYM_033 : PYM_025;
  }
  if (heap.nextArena[heap.usableArena]! >= 0) m.why = m.whyArena;
  m.whyArena = PYM_034;
  rules.countPoolOut(m, arena);
  return pool;
}

/** PYM-025: the next pool of an arena that was never in use. */
export function carvePool(m: Machine, arena: number): number {
  const { heap } = m;
  const position = heap.carvedPools[arena]!++;
  const pool = heap.firstPool[arena]! + position * heap.geometry.poolBytes;
  const node = heap.node(pool);
  heap.pools[node + ARENA_NUMBER] = heap.arenaNumber[arena]!;
  heap.pools[node + SIZE_CLASS] = NO_CLASS;
  return pool;
}

/** PYM-027: a pool that had this class before keeps its free list. */
export function reusePool(m: Machine, _pool: number, node: number): number {
  const { heap } = m;
  const block = heap.pools[node + FREEBLOCK]!;
  heap.pools[node + FREEBLOCK] = heap.linkAfter(node, block);
  m.whyFreeblock = PYM_027;
  if (m.why === PYM_026) m.why = PYM_027;
  return block;
}

/** PYM-017, PYM-018, PYM-019, PYM-028: sets a pool up for a class. */
export function startPool(m: Machine, node: number, sizeClass: number): number {
  const { heap, rules } = m;
  const anew = heap.pools[node + SIZE_CLASS] !== NO_CLASS;
  m.whyFreeblock = anew ? PYM_028 : PYM_018;
  if (anew && m.why === PYM_026) m.why = PYM_028;
  m.world.exercise(PYM_016);
  m.world.exercise(PYM_017);
  const bytes = heap.blockBytes(sizeClass);
  const first = rules.geometry.poolHeaderBytes;
  heap.pools[node + SIZE_CLASS] = sizeClass;
  heap.pools[node + FREEBLOCK] = first + bytes;
  heap.linkBlocks(node, first + bytes, 0);
  heap.pools[node + NEXT_OFFSET] = rules.secondVirgin(first, bytes);
  heap.pools[node + MAX_NEXT_OFFSET] = rules.lastOffset(rules.geometry.poolBytes, bytes);
  return first;
}

/** Takes a block back. */
export function releaseBlock(m: Machine, address: number): void {
  const { heap } = m;
  const pool = heap.poolOf(address);
  const node = heap.node(pool);
  const wasFull = heap.pools[node + FREEBLOCK] === 0;
  m.rules.pushFree(m, node, address - pool);
  m.rules.countDown(m, node, wasFull);
  heap.dirty[pool >>> SLOT_SHIFT] = 1;
  m.whyFreeblock = PYM_020;
  if (wasFull) m.rules.relinkFullPool(m, pool, node);
  else if (heap.pools[node + COUNT] === 0) m.rules.emptyPool(m, pool, node);
}

/** PYM-020: the free list is a stack. */
export function pushFree(m: Machine, node: number, offset: number): void {
  const { heap } = m;
  heap.linkBlocks(node, offset, heap.pools[node + FREEBLOCK]!);
  heap.pools[node + FREEBLOCK] = offset;
}

/** PYM-023: one block less in use. */
export function countDown(m: Machine, node: number, _wasFull: boolean): void {
  m.heap.pools[node + COUNT]!--;
}

/** PYM-024: a full pool that gets a block back becomes the first of its class. */
export function relinkFullPool(m: Machine, pool: number, node: number): void {
  const { heap } = m;
  const head = heap.headOf(heap.pools[node + SIZE_CLASS]!);
  const next = heap.pools[head + NEXT]!;
  const previous = heap.pools[heap.node(next) + PREVIOUS]!;
  heap.pools[node + NEXT] = next;
  heap.pools[node + PREVIOUS] = previous;
  heap.setPrevious(next, pool);
  heap.setNext(previous, pool);
  m.whyLinks = PYM_024;
}

/** PYM-029: a pool without blocks leaves its class and joins its arena's free pools. */
export function emptyPool(m: Machine, pool: number, node: number): void {
  const { heap } = m;
  const next = heap.pools[node + NEXT]!;
  const previous = heap.pools[node + PREVIOUS]!;
  heap.setPrevious(next, previous);
  heap.setNext(previous, next);
  m.whyLinks = PYM_029;
  const arena = pool >>> SLOT_SHIFT;
  m.rules.shelvePool(m, arena, pool, node);
  m.rules.countPoolIn(m, arena);
}

/** PYM-026: an arena's free pools are a stack. */
export function shelvePool(m: Machine, arena: number, pool: number, node: number): void {
  const { heap } = m;
  heap.pools[node + NEXT] = heap.freePoolList[arena]!;
  heap.freePoolList[arena] = pool;
}
