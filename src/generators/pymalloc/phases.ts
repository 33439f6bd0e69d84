/**
 * The phases that programs of pymalloc are made of. Each writes some operations with one aim;
 * what random churn never reaches has a phase of its own.
 */
import {
  API_MEM,
  API_OBJECT,
  API_RAW,
  OP_ALLOCATED_BLOCKS,
  OP_ARENA_BASES,
  OP_CALLOC,
  OP_FREE,
  OP_FREE_BY_OTHER_API,
  OP_FREE_NULL,
  OP_FREE_TWICE,
  OP_MALLOC,
  OP_REALLOC,
  OP_REFUSE_ARENAS,
  OP_REFUSE_RAW,
  OP_STATISTICS,
  OP_WRITE_AFTER,
  OP_WRITE_BEFORE,
} from "../../vocabulary/operations/pymalloc.gen.js";
import type { Writer } from "./writer.js";

const HUGE = [-1, -2, -3, -4, -5, -6, -7] as const;
const APIS = [API_OBJECT, API_OBJECT, API_OBJECT, API_MEM, API_MEM, API_RAW] as const;
const POOLED_APIS = [API_OBJECT, API_OBJECT, API_MEM] as const;
const DRAINED_POOLS = 32;

export type Phase = (w: Writer) => void;

/** A size as programs like it: small, at the borders, rarely large, sometimes none. */
export function anySize(w: Writer): number {
  const { dice } = w;
  const kind = dice.below(100);
  if (kind < 50) return dice.between(1, 512);
  if (kind < 75) return border(w);
  if (kind < 88) return dice.between(1, 64);
  if (kind < 95) return dice.between(500, 520) - w.overhead;
  if (kind < 98) return dice.below(5000);
  return dice.below(2) * dice.below(70_000);
}

/** A size at the border of a class, as it is with the overhead thought of. */
function border(w: Writer): number {
  const size = 16 * w.dice.between(1, 32) + w.dice.between(-1, 1) - w.overhead;
  return Math.max(size, 0);
}

/** Random requests and frees. */
export function churn(w: Writer): void {
  const { dice } = w;
  const requests = dice.between(35, 60);
  for (let i = dice.between(20, 400); i > 0; i--) {
    const kind = dice.below(100);
    if (kind < requests || w.live.length === 0) request(w, anySize(w));
    else if (kind < requests + 15) w.emit(OP_REALLOC, w.anyLive(), anySize(w), API_OBJECT);
    else w.freeAny();
  }
}

function request(w: Writer, size: number): void {
  const { dice } = w;
  const id = w.newId();
  const api = dice.pick(APIS);
  const kind = dice.below(100);
  if (kind < 80) w.emit(OP_MALLOC, id, size, api);
  else if (kind < 95) {
    const each = dice.pick([1, 2, 3, 4, 8]);
    w.emit(OP_CALLOC, id, Math.floor(size / each), each, api);
  } else w.emit(OP_REALLOC, id, size, api);
  w.live.push(id);
}

/** One size class: pools fill, then empty in some order. */
export function oneClass(w: Writer): void {
  const { dice } = w;
  const size = Math.max(0, 16 * dice.between(8, 32) - dice.below(8) - w.overhead);
  const api = dice.pick(POOLED_APIS);
  const ids: number[] = [];
  for (let i = dice.between(10, 120); i > 0 && !w.full; i--) {
    const id = w.newId();
    w.emit(OP_MALLOC, id, size, api);
    ids.push(id);
  }
  const order = dice.below(3);
  const keep = dice.below(3) === 0 ? 30 : 0;
  while (ids.length > 0 && !w.full) {
    const at = order === 0 ? ids.length - 1 : order === 1 ? 0 : dice.below(ids.length);
    const [id] = ids.splice(at, 1);
    if (dice.chance(keep)) w.live.push(id!);
    else w.emit(OP_FREE, id!);
  }
}

/** One block grows and shrinks, step by step and by leaps. */
export function reallocWalk(w: Writer): void {
  const { dice } = w;
  if (w.live.length === 0) request(w, anySize(w));
  const id = w.anyLive();
  let size = dice.below(700);
  for (let i = dice.between(5, 60); i > 0; i--) {
    size = dice.chance(50)
      ? Math.floor((size * dice.between(50, 150)) / 100)
      : size + dice.between(-30, 30);
    if (size < 0 || size > 900) size = dice.below(900);
    w.emit(OP_REALLOC, id, size, API_OBJECT);
  }
}

/** Requests at the edge of what a request may be. */
export function odd(w: Writer): void {
  const { dice } = w;
  for (let i = dice.between(3, 12); i > 0; i--) {
    const api = dice.pick(APIS);
    const id = w.newId();
    switch (dice.below(8)) {
      case 0:
        w.emit(OP_MALLOC, id, dice.pick(HUGE), api);
        break;
      case 1:
        w.emit(OP_CALLOC, id, dice.pick(HUGE), dice.between(0, 5), api);
        break;
      case 2:
        w.emit(OP_CALLOC, id, dice.between(0, 5), dice.pick(HUGE), api);
        break;
      case 3:
        w.emit(OP_CALLOC, id, -8, dice.pick([-8, -7, -6]), api);
        break;
      case 4:
        w.emit(OP_FREE_NULL, api);
        break;
      case 5:
        w.emit(OP_REALLOC, id, dice.chance(50) ? 0 : dice.pick(HUGE), api);
        w.live.push(id);
        break;
      case 6:
        w.emit(OP_REALLOC, Math.max(0, w.anyLive()), dice.chance(50) ? 0 : dice.pick(HUGE), api);
        break;
      default:
        w.emit(OP_MALLOC, id, 0, api);
        w.live.push(id);
    }
  }
}

/** Pools of one class fill and empty by runs and patterns. */
export function bulkPools(w: Writer): void {
  const { dice } = w;
  const size = Math.max(1, 16 * dice.between(2, 32) - dice.below(10) - w.overhead);
  const perPool = w.blocksPerPool(size);
  const pools = dice.between(1, 4);
  const count = Math.max(1, perPool * pools + dice.between(-2, 2));
  const id = w.mallocMany(count, size, dice.pick(POOLED_APIS));
  if (id < 0) return;
  const period = dice.pick([1, 2, perPool, 2 * perPool, dice.between(1, perPool)]);
  const run = Math.min(period, dice.pick([1, perPool, dice.between(1, period)]));
  w.freeMany(id, count, run, period, dice.below(2));
  for (let i = dice.between(0, 20); i > 0; i--) request(w, dice.chance(50) ? size : anySize(w));
  if (dice.chance(70)) w.freeMany(id, count, 1, 1, dice.below(2));
}

/**
 * Arenas fill, and then lose whole pools by a pattern: above all the state of several full arenas
 * with exactly one free pool each, from which the order of usable arenas can be told.
 */
export function bulkArenas(w: Writer): void {
  const { dice } = w;
  const size = 16 * dice.between(26, 32) - w.overhead;
  const perPool = w.blocksPerPool(size);
  const perArena = perPool * w.poolsPerArena;
  const api = dice.pick(POOLED_APIS);
  // The pool of this class, and what is left of the first arena, so that a new arena comes next.
  w.mallocMany(perPool - 1, size, api);
  w.mallocMany(perPool * (w.poolsPerArena - DRAINED_POOLS), size, api);
  if (dice.chance(50)) w.emit(OP_ARENA_BASES, dice.below(2), oddBase(w));
  const count = perArena * dice.between(1, 3) + (dice.chance(50) ? 0 : dice.between(1, perPool));
  const id = w.mallocMany(count, size, api);
  if (id < 0) return;
  for (let i = dice.between(1, 4); i > 0 && !w.full; i--) {
    const pools = dice.between(1, 3);
    const period = dice.chance(70) ? perArena : perPool * dice.between(1, 8);
    const from = dice.chance(60) ? 0 : perPool * dice.below(3);
    w.freeMany(id + from, count - from, perPool * pools, period, dice.below(2));
    const other = Math.max(1, 16 * dice.between(1, 32) - w.overhead);
    for (let k = dice.between(1, 5); k > 0; k--) {
      if (dice.chance(40)) w.mallocMany(w.blocksPerPool(other), other, api);
      else request(w, other);
    }
  }
  w.freeMany(id, count, 1, 1, dice.below(2));
}

/** So many arenas that pymalloc's table of them must grow. */
export function manyArenas(w: Writer): void {
  const size = 512 - w.overhead;
  const count = w.bulkBlocks - w.dice.below(8_000);
  const id = w.mallocMany(count, size, API_OBJECT);
  w.freeMany(id, count, w.dice.between(1, 40), 40, w.dice.below(2));
}

/** Requests that are refused below pymalloc. */
export function refusals(w: Writer): void {
  const { dice } = w;
  if (dice.chance(50)) w.emit(OP_REFUSE_RAW, dice.between(1, 4));
  if (dice.chance(60)) {
    w.emit(OP_REFUSE_ARENAS, dice.between(1, 5));
    const size = 512 - w.overhead;
    w.mallocMany(w.blocksPerPool(size) * (w.poolsPerArena - DRAINED_POOLS + 1), size, API_OBJECT);
  }
  for (let i = dice.between(2, 12); i > 0; i--) {
    if (dice.chance(60)) request(w, dice.chance(50) ? dice.between(480, 700) : anySize(w));
    else w.emit(OP_REALLOC, Math.max(0, w.anyLive()), dice.between(400, 900), API_OBJECT);
  }
  if (dice.chance(70)) w.emit(OP_REFUSE_ARENAS, 0);
}

/** The numbers that CPython gives of itself. */
export function numbers(w: Writer): void {
  w.emit(w.dice.chance(60) ? OP_ALLOCATED_BLOCKS : OP_STATISTICS);
}

/** A different place for later arenas. */
export function bases(w: Writer): void {
  w.emit(OP_ARENA_BASES, w.dice.below(2), oddBase(w));
}

function oddBase(w: Writer): number {
  const { dice } = w;
  return dice.pick([0, 256, 512, dice.below(1024)]);
}

/** A misuse that debug hooks must meet; without hooks it is absent. */
export function misuse(w: Writer): void {
  const { dice } = w;
  const id = w.newId();
  w.emit(OP_MALLOC, id, dice.between(0, 600), dice.pick(POOLED_APIS));
  const through = dice.below(2);
  switch (dice.below(4)) {
    case 0:
      return w.emit(OP_WRITE_AFTER, id, dice.between(1, 7), through);
    case 1:
      return w.emit(OP_WRITE_BEFORE, id, dice.between(1, 7), through);
    case 2:
      return w.emit(OP_FREE_BY_OTHER_API, id, dice.chance(50) ? API_MEM : API_OBJECT, through);
    default:
      return w.emit(OP_FREE_TWICE, id);
  }
}
